namespace NewsSite.Web.Caching;

/// <summary>For whoever changes something readers see: drops the kept pages that show it.</summary>
public sealed class KeptPages
{
    private readonly PageCache cache;

    internal KeptPages(PageCache cache) => this.cache = cache;

    /// <summary>The pages of one article: its own, its conversation, its comments. Lists that show its number of comments stay until their time is over.</summary>
    public void DropArticle(int articleId) => cache.Evict(CacheTags.Article(articleId));

    /// <summary>The pages of one reader. Their name stands on other pages too, as it was when they posted.</summary>
    public void DropReader(int accountId) => cache.Evict(CacheTags.Reader(accountId));

    /// <summary>Every page: for what stands on each of them.</summary>
    public void DropAll() => cache.EvictAll();

    /// <summary>Front pages, lists, and every page that leads to other articles.</summary>
    public void DropLists() => cache.Evict(CacheTags.Lists);
}
