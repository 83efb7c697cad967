using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages;

/// <summary>The front page of a language.</summary>
public sealed class IndexModel(FrontPages fronts, TimeProvider clock) : SitePage
{
    /// <summary>The front page.</summary>
    public FrontPage Front { get; private set; } = null!;

    /// <summary>Shows the front page of the publication's own language, or of the one asked for.</summary>
    public async Task<IActionResult> OnGetAsync(string? frontLanguage, CancellationToken cancel)
    {
        if (frontLanguage is not null)
        {
            if (!Site.LanguageTags.Contains(frontLanguage))
            {
                return NotFound();
            }

            if (frontLanguage == Site.DefaultLanguage)
            {
                return RedirectPermanent("/");
            }

            Speak(frontLanguage);
        }

        Front = await fronts.ReadAsync(Language, [.. Sections.Select(s => new FrontSection(s.Slug, s.Name))], clock.GetUtcNow().UtcDateTime, cancel: cancel);
        Description = Words.Format("AboutLead", Site.Name);
        CanonicalPath = FrontPage(Language);
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, FrontPage(l))), new("x-default", "/")];
        Feeds = [FeedLink.Language(Language, FrontPage(Language)), FeedLink.Site];
        HttpContext.KeepPage(Front.StandsUntil, CacheTags.Lists);
        return Page();
    }
}
