using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Feeds;

/// <summary>How a page answers with a feed instead of itself.</summary>
internal static class FeedAnswer
{
    /// <summary>Answers with the newest of these pieces.</summary>
    public static async Task<IActionResult> FeedAsync(this SitePage page, FeedLink link, FeedFormat format, IQueryable<Article> articles, CancellationToken cancel) =>
        SiteOf(page) is { } site
            ? Answer(page, site.Feed(link, format, await page.HttpContext.RequestServices.GetRequiredService<ArticleFeeds>().EntriesAsync(articles, site, cancel)), format, CacheTags.Lists)
            : new BadRequestResult();

    /// <summary>Answers with the newest comments under a piece.</summary>
    public static async Task<IActionResult> FeedAsync(this SitePage page, FeedLink link, FeedFormat format, ArticleCard article, CancellationToken cancel) =>
        SiteOf(page) is { } site
            ? Answer(page, site.Feed(link, format, await page.HttpContext.RequestServices.GetRequiredService<ConversationFeeds>().EntriesAsync(article, site, cancel)), format, CacheTags.Article(article.Id))
            : new BadRequestResult();

    /// <summary>Answers with these corrections.</summary>
    public static IActionResult Feed(this SitePage page, FeedLink link, FeedFormat format, IEnumerable<CorrectionNote> notes) =>
        SiteOf(page) is { } site
            // Readers know it by its address since before feeds had other names.
            ? Answer(page, site.Feed(link, format, CorrectionFeeds.Entries(notes, site)) with { Id = site.Whole(page.Link(link.Home)).AbsoluteUri }, format, CacheTags.Lists)
            : new BadRequestResult();

    private static FeedSite? SiteOf(SitePage page) => FeedSite.Of(page, page.HttpContext.RequestServices.GetRequiredService<FeedSettings>());

    private static FileContentResult Answer(SitePage page, Feed feed, FeedFormat format, string tag)
    {
        var context = page.HttpContext;
        context.Features.Set(new CachedPage([tag], ModifiedAt: feed.Updated));
        context.Response.Headers.LastModified = feed.Updated.ToString("R", CultureInfo.InvariantCulture);
        var bytes = format switch
        {
            FeedFormat.Atom => AtomFeed.Write(feed),
            FeedFormat.Rss => RssFeed.Write(feed),
            _ => JsonFeed.Write(feed),
        };
        return new FileContentResult(bytes, $"{format.MediaType}; charset=utf-8");
    }
}
