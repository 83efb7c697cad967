namespace NewsSite.Search;

/// <summary>
/// What to look for, tier by tier: pieces that have all words in the headline or the names come before those that are about them, and these before those that only mention them.
/// Within a tier the newest come first. A piece is in one tier only. Comments have but one tier, for none of their words weighs more.
/// </summary>
internal sealed record SearchPlan(IReadOnlyList<SearchMatch?> Tiers)
{
    /// <summary>No plan has more.</summary>
    public const int MostTiers = 3;

    private static readonly string[] Zones = [SearchTokens.Head, SearchTokens.Top, SearchTokens.Whole];

    /// <summary>The ways worth trying for a question, in order.</summary>
    public static IEnumerable<SearchWay> WaysOf(SearchQuery query) =>
        query.Wanted.Count == 0 ? [SearchWay.AllWords]
        : query.Wanted.Count == 1 ? [SearchWay.AllWords, SearchWay.Beginnings]
        : [SearchWay.AllWords, SearchWay.Beginnings, SearchWay.AnyWord];

    /// <summary>The plan for a question.</summary>
    public static SearchPlan For(SearchKind kind, SearchQuery query, SearchFilter filter, SearchWay way)
    {
        if (query.Wanted.Count == 0)
        {
            return new SearchPlan([With(null, filter, query.Unwanted)]);
        }

        if (kind == SearchKind.Comments)
        {
            return new SearchPlan([With(Said(query, SearchTokens.Whole, way), filter, query.Unwanted)]);
        }

        var said = Zones.Select(zone => Said(query, zone, way)).ToArray();
        return new SearchPlan([.. said.Select((match, i) => With(i == 0 ? match : new SearchMatch.Without(match, said[i - 1]), filter, query.Unwanted))]);
    }

    private static SearchMatch Said(SearchQuery query, string zone, SearchWay way)
    {
        SearchMatch[] terms = [.. query.Wanted.Select(t => (way == SearchWay.AllWords ? t : t.AsPrefix).In(zone))];
        return terms.Length == 1 ? terms[0] : way == SearchWay.AnyWord ? new SearchMatch.Any(terms) : new SearchMatch.All(terms);
    }

    private static SearchMatch? With(SearchMatch? said, SearchFilter filter, IReadOnlyList<SearchTerm> unwanted)
    {
        SearchMatch[] wanted = [.. said is null ? (SearchMatch[])[] : [said], .. filter.Matches];
        // Something has to be wanted for something else not to be: every text is in some language, so what is only unwanted is looked for among all.
        SearchMatch? match = wanted.Length switch { 0 => null, 1 => wanted[0], _ => new SearchMatch.All(wanted) };
        return match is null || unwanted.Count == 0 ? match : new SearchMatch.Without(match, new SearchMatch.Any([.. unwanted.Select(t => t.In(SearchTokens.Whole))]));
    }
}
