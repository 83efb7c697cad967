namespace NewsSite.Web.Caching;

/// <summary>How a handler drops the pages its change made wrong.</summary>
internal static class Eviction
{
    /// <summary>Drops what was made from an article, and the lists, which show how many comments it has.</summary>
    public static void EvictArticle(this HttpContext context, int articleId) =>
        context.RequestServices.GetRequiredService<PageCache>().Evict(CacheTags.Article(articleId), CacheTags.Lists);
}
