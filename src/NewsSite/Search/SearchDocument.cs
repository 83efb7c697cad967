namespace NewsSite.Search;

/// <summary>Something to be found.</summary>
/// <param name="Rank">Its key: see <see cref="SearchRank"/>.</param>
/// <param name="Tokens">Its words as <see cref="SearchTokens"/> writes them, with a space between.</param>
public readonly record struct SearchDocument(long Rank, string Tokens);

/// <summary>What can be searched; each kind has an index of its own.</summary>
public enum SearchKind
{
    /// <summary>Pieces.</summary>
    Articles,

    /// <summary>What readers said.</summary>
    Comments,
}
