using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Contributors;

/// <summary>Everyone credited on a published piece, by name.</summary>
public sealed class IndexModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <summary>A contributor and what they have done.</summary>
    public sealed record Row(string Slug, string Name, LocalizedText Names, IReadOnlyList<CreditRole> Roles);

    /// <summary>The contributors.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Shows them all.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var credited = await db.Articles.Published(clock.GetUtcNow().UtcDateTime).SelectMany(a => a.Credits)
            .Select(c => new { c.Contributor.Slug, c.Contributor.Name, c.Contributor.Names, c.Role })
            .Distinct()
            .ToListAsync(cancel);
        var rows = credited.GroupBy(c => c.Slug).Select(g => new Row(g.Key, g.First().Name, g.First().Names, [.. g.Select(c => c.Role).Order()]));
        Rows = [.. rows.OrderBy(r => r.Names.Exactly(Language) ?? r.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(Language), ignoreCase: true))];
        Title = Words["Contributors"];
        Description = Words["ContributorsIntro"];
        CanonicalPath = Link("/contributors");
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, "/contributors")))];
        Keep(CacheTags.Lists);
        return Page();
    }
}
