using NewsSite.Articles;

namespace NewsSite.Search;

/// <summary>What the search knows of an article besides its words. There is one for every published article.</summary>
public sealed class SearchedArticle
{
    private SearchedArticle(string facets) => Facets = facets;

    /// <summary>The article.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The key its words are kept under: see <see cref="SearchRank"/>.</summary>
    public long Rank { get; private set; }

    /// <summary>What it can be narrowed down by, as <see cref="SearchTokens.Facets"/> writes it. Its comments are kept with the same.</summary>
    public string Facets { get; private set; }

    /// <summary>The <see cref="SearchTokens.Version"/> its words, and those of its comments, were cut by.</summary>
    public int Version { get; private set; }

    /// <summary>The article.</summary>
    public Article Article { get; private set; } = null!;
}
