using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Metadata;

namespace NewsSite.Web.Pages.Machines;

/// <summary>What appeared here in the last two days; a translation is as new as its appearance here, not as its original.</summary>
public sealed class NewsSitemapModel(NewsDbContext db, TimeProvider clock) : MachinePage
{
    /// <summary>Answers with it; it may be empty.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var news = await db.Articles.Published(now).Where(a => a.PublishedAt > now - Sitemap.News).LatestFirst.Take(Sitemap.MaxNews)
            .Select(a => new { Day = a.PublicationDay!.Value, a.Slug, a.Language, a.Headline, At = a.PublishedAt!.Value })
            .ToListAsync(cancel);
        return Xml(Sitemap.NewsOf(BaseUrl, Site.Name, news.Select(n => new NewsItem(new ArticleAddress(n.Day, n.Slug).ToString(), n.Language, n.Headline, n.At))));
    }
}
