using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages.Sources;

/// <summary>An outlet, and everything taken from it.</summary>
public sealed class ShowModel(NewsDbContext db, TimeProvider clock) : ListPage
{
    /// <summary>The outlet.</summary>
    public sealed record View(int Id, string Name, LocalizedText Names, string? ScriptName, string? Language, string? Home, LocalizedText About);

    /// <summary>The outlet.</summary>
    public View Publication { get; private set; } = null!;

    /// <summary>Shows a page of what was taken from it.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!Slug.IsValid(slug) || await db.Publications.Where(p => p.Slug == slug)
            .Select(p => new View(p.Id, p.Name, p.Names, p.ScriptName, p.Language, p.Home, p.About)).SingleOrDefaultAsync(cancel) is not { } publication)
        {
            var moved = await db.PublicationRedirects.Where(r => r.Slug == slug).Join(db.Publications, r => r.PublicationId, p => p.Id, (_, p) => p.Slug).SingleOrDefaultAsync(cancel);
            return moved is null ? NotFound() : RedirectPermanent(Link($"/sources/{moved}{FeedEnd}"));
        }

        Publication = publication;
        Title = publication.Names.Exactly(Language) ?? publication.Name;
        Description = publication.About.For(Language);
        Feeds = [new FeedLink($"source:{publication.Id}", Title, $"/sources/{slug}")];
        return await ShowAsync(db.Articles.Published(clock.GetUtcNow().UtcDateTime).Where(a => a.Source!.PublicationId == publication.Id), cancel);
    }
}
