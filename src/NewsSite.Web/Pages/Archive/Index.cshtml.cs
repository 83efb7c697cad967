using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Archive;

/// <summary>The months in which something was published.</summary>
public sealed class IndexModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <summary>A month and how many pieces it has.</summary>
    public sealed record Month(DateOnly First, int Count);

    /// <summary>The months, newest first, by year.</summary>
    public IReadOnlyList<IGrouping<int, Month>> Years { get; private set; } = [];

    /// <inheritdoc/>
    public override bool CanBeLimited => true;

    /// <summary>Shows them all.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var months = await Read(db.Articles.Published(clock.GetUtcNow().UtcDateTime))
            .GroupBy(a => new { a.PublicationDay!.Value.Year, a.PublicationDay!.Value.Month })
            .Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() })
            .ToListAsync(cancel);
        Years = [.. months.Select(m => new Month(new DateOnly(m.Year, m.Month, 1), m.Count)).OrderByDescending(m => m.First).GroupBy(m => m.First.Year)];
        Title = Words["Archive"];
        Description = Words["ArchiveIntro"];
        CanonicalPath = Link("/archive");
        NoIndex = Reading.IsLimited;
        Versions = Reading.IsLimited ? [] : [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, "/archive")))];
        Keep(CacheTags.Lists);
        return Page();
    }
}
