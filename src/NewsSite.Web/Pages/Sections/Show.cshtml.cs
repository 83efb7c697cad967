using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages.Sections;

/// <summary>The pieces of a section.</summary>
public sealed class ShowModel(NewsDbContext db, TimeProvider clock) : ListPage
{
    /// <summary>The sentence under its name.</summary>
    public string? About { get; private set; }

    /// <summary>Shows a page of it.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!Slug.IsValid(slug) || await db.Sections.Where(x => x.Slug == slug).Select(x => new { x.Id, x.Name, About = x.About }).SingleOrDefaultAsync(cancel) is not { } found)
        {
            return await FormerAsync(slug, cancel);
        }

        Title = found.Name.For(Language)!;
        About = found.About.For(Language);
        Description = About;
        CurrentSection = slug;
        Feeds = [new FeedLink($"section:{found.Id}", Title, $"/sections/{slug}")];
        return await ShowAsync(db.Articles.Published(clock.GetUtcNow().UtcDateTime).Where(a => a.SectionId == found.Id), cancel);
    }

    /// <summary>Leads from a slug a section once had to the section; from any other nowhere.</summary>
    private async Task<IActionResult> FormerAsync(string slug, CancellationToken cancel)
    {
        var now = await db.FormerSectionSlugs.Where(f => f.Slug == slug).Join(db.Sections, f => f.SectionId, s => s.Id, (_, s) => s.Slug).SingleOrDefaultAsync(cancel);
        return now is null ? NotFound() : RedirectPermanent($"/sections/{now}{FeedEnd}{Request.QueryString}");
    }
}
