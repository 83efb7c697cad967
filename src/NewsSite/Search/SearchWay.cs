namespace NewsSite.Search;

/// <summary>How the words asked for are taken. Where one way finds nothing the next is tried, and the reader told.</summary>
public enum SearchWay
{
    /// <summary>All of them, in whatever form.</summary>
    AllWords,

    /// <summary>All of them, as beginnings of words.</summary>
    Beginnings,

    /// <summary>Any of them.</summary>
    AnyWord,
}
