namespace NewsSite.Desk;

/// <summary>
/// Something readers see has changed. Saved in the transaction of the change; every server reads these in order and drops the pages it keeps, each server each row once.
/// </summary>
/// <param name="articleId">The piece.</param>
/// <param name="at">When; UTC.</param>
public sealed class PublicChange(int articleId, DateTime at)
{
    /// <summary>How long they are kept: longer than any page is, and than a server sleeps.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>The key in the database; grows.</summary>
    public int Id { get; private set; }

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; } = articleId;

    /// <summary>When; UTC.</summary>
    public DateTime At { get; private set; } = at;
}
