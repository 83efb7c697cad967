namespace NewsSite.Search;

/// <summary>What is looked for, in a form each engine writes in its own language.</summary>
public abstract record SearchMatch
{
    private SearchMatch()
    {
    }

    /// <summary>Words that stand together, in that order.</summary>
    /// <param name="Tokens">The words as they are kept; at least one.</param>
    /// <param name="IsPrefix">True where any word will do for the last that begins with it.</param>
    public sealed record Words(IReadOnlyList<string> Tokens, bool IsPrefix = false) : SearchMatch;

    /// <summary>All of them; at least one.</summary>
    public sealed record All(IReadOnlyList<SearchMatch> Parts) : SearchMatch;

    /// <summary>Any of them; at least one.</summary>
    public sealed record Any(IReadOnlyList<SearchMatch> Parts) : SearchMatch;

    /// <summary>The one, unless the other.</summary>
    public sealed record Without(SearchMatch Wanted, SearchMatch Unwanted) : SearchMatch;
}
