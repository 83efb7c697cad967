using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Metadata;

namespace NewsSite.Web.Pages.Machines;

/// <summary>The sitemap of a month: what appeared in it and readers have, with its language versions and its picture.</summary>
public sealed class SitemapModel(NewsDbContext db, TimeProvider clock) : MachinePage
{
    /// <summary>Answers with it; a month nothing appeared in has none.</summary>
    public async Task<IActionResult> OnGetAsync(int year, int month, CancellationToken cancel)
    {
        if (year < 1 || month is < 1 or > 12)
        {
            return NotFound();
        }

        var (first, published) = (new DateOnly(year, month, 1), db.Articles.Published(clock.GetUtcNow().UtcDateTime));
        var last = first.AddDays(DateTime.DaysInMonth(year, month) - 1);
        var articles = published.Where(a => a.PublicationDay >= first && a.PublicationDay <= last);
        var pages = await articles.LatestFirst.Take(Sitemap.MaxPages)
            .Select(a => new { a.Id, a.WorkId, a.Language, Day = a.PublicationDay!.Value, a.Slug, a.ModifiedAt, Picture = a.Picture!.File })
            .ToListAsync(cancel);
        if (pages.Count == 0)
        {
            return NotFound();
        }

        var versions = (await published.Where(a => articles.Any(here => here.WorkId == a.WorkId))
                .Select(a => new { a.WorkId, a.Language, Day = a.PublicationDay!.Value, a.Slug }).ToListAsync(cancel))
            .ToLookup(v => v.WorkId, v => (v.Language, Path: new ArticleAddress(v.Day, v.Slug).ToString()));
        return Xml(Sitemap.Pages(BaseUrl, pages.Select(p => new SitemapPage(new ArticleAddress(p.Day, p.Slug).ToString(), p.ModifiedAt)
        {
            Versions = versions[p.WorkId].Count() > 1 ? [.. versions[p.WorkId].OrderBy(v => v.Language, StringComparer.Ordinal)] : [],
            Picture = p.Picture,
        })));
    }
}
