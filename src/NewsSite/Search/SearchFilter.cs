namespace NewsSite.Search;

/// <summary>What a search is narrowed down to; what is not said does not matter.</summary>
public sealed record SearchFilter
{
    /// <summary>Languages, any of them; BCP 47 tags. Empty for all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The key of a section.</summary>
    public int? SectionId { get; init; }

    /// <summary>The key of somebody who had a part in the piece.</summary>
    public int? ContributorId { get; init; }

    /// <summary>The key of the outlet the original appeared in.</summary>
    public int? PublicationId { get; init; }

    /// <summary>Not older than this; UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Older than this; UTC.</summary>
    public DateTime? Before { get; init; }

    /// <summary>True where nothing is narrowed down.</summary>
    public bool IsEmpty => Languages.Count == 0 && SectionId is null && ContributorId is null && PublicationId is null && From is null && Before is null;

    /// <summary>What has to be there besides the words.</summary>
    internal IEnumerable<SearchMatch> Matches
    {
        get
        {
            if (Languages.Count > 0)
            {
                yield return Languages is [var only] ? Facet(SearchTokens.Language(only)) : new SearchMatch.Any([.. Languages.Select(l => Facet(SearchTokens.Language(l)))]);
            }

            if (SectionId is { } section)
            {
                yield return Facet(SearchTokens.Section(section));
            }

            if (ContributorId is { } contributor)
            {
                yield return Facet(SearchTokens.Contributor(contributor));
            }

            if (PublicationId is { } publication)
            {
                yield return Facet(SearchTokens.Publication(publication));
            }
        }
    }

    private static SearchMatch.Words Facet(string token) => new([token]);
}
