namespace NewsSite.Import;

/// <summary>What the person importing knows and the page does not say.</summary>
/// <param name="Language">The language of the page; a BCP 47 tag.</param>
/// <param name="PublishedAt">When it was published; UTC. Null takes the date printed on the page, else the time of import.</param>
/// <param name="SourceUrl">The original's address.</param>
/// <param name="OriginalLanguage">The original's language; a BCP 47 tag.</param>
/// <param name="SiteZone">The zone whose days stand in addresses.</param>
public sealed record ImportOptions(string Language, DateTime? PublishedAt, string? SourceUrl, string? OriginalLanguage, TimeZoneInfo SiteZone);
