using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages;

/// <summary>What this publication is and how it treats those whose work it prints.</summary>
public sealed class AboutModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <summary>The publication in numbers, each with the key of its label.</summary>
    public IReadOnlyList<(string Label, int Number)> Numbers { get; private set; } = [];

    /// <summary>What the publication says about itself in this language; null for the house's own words.</summary>
    public SafeHtml? Text => Site.About(Language);

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var published = db.Articles.Published(clock.GetUtcNow().UtcDateTime);
        Numbers =
        [
            ("CountArticles", await published.CountAsync(cancel)),
            ("CountLanguages", await published.Where(a => a.Source!.Language != a.Language).Select(a => a.Source!.Language).Where(l => l != null).Distinct().CountAsync(cancel)),
            ("CountContributors", await published.SelectMany(a => a.Credits).Select(c => c.ContributorId).Distinct().CountAsync(cancel)),
            ("CountComments", await published.SumAsync(a => a.CommentCount, cancel)),
        ];
        Title = Words.Format("AboutTitle", Site.Name);
        Description = Words.Format("AboutLead", Site.Name);
        CanonicalPath = Link("/about");
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, "/about")))];
        Keep(CacheTags.Lists);
        return Page();
    }
}
