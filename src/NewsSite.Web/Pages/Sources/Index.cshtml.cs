using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Sources;

/// <summary>The outlets published pieces come from, by name.</summary>
public sealed class IndexModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <summary>An outlet and how many pieces come from it.</summary>
    public sealed record Row(string Slug, string Name, LocalizedText Names, string? Language, int Count);

    /// <summary>The outlets.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Shows them all.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var published = db.Articles.Published(clock.GetUtcNow().UtcDateTime);
        var rows = await db.Publications
            .Select(p => new Row(p.Slug, p.Name, p.Names, p.Language, published.Count(a => a.Source!.PublicationId == p.Id)))
            .ToListAsync(cancel);
        Rows = [.. rows.Where(r => r.Count > 0).OrderBy(r => r.Names.Exactly(Language) ?? r.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(Language), ignoreCase: true))];
        Title = Words["Publications"];
        Description = Words["PublicationsIntro"];
        CanonicalPath = Link("/sources");
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, "/sources")))];
        Keep(CacheTags.Lists);
        return Page();
    }
}
