using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Metadata;

namespace NewsSite.Web.Pages.Machines;

/// <summary>The index of sitemaps: one of the lists, and one for each month something readers have appeared in.</summary>
public sealed class SitemapsModel(NewsDbContext db, TimeProvider clock) : MachinePage
{
    /// <summary>Answers with it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var months = await db.Articles.Published(clock.GetUtcNow().UtcDateTime)
            .GroupBy(a => new { a.PublicationDay!.Value.Year, a.PublicationDay!.Value.Month })
            .Select(m => new { m.Key.Year, m.Key.Month, ModifiedAt = m.Max(a => a.ModifiedAt) })
            .OrderByDescending(m => m.Year).ThenByDescending(m => m.Month)
            .ToListAsync(cancel);
        return Xml(Sitemap.Index(BaseUrl,
        [
            new SitemapPage("/sitemap-pages.xml", months.Max(m => m.ModifiedAt)),
            .. months.Select(m => new SitemapPage(string.Create(CultureInfo.InvariantCulture, $"/sitemap-{m.Year:0000}-{m.Month:00}.xml"), m.ModifiedAt)),
        ]));
    }
}
