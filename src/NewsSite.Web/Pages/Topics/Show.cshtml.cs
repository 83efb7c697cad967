using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages.Topics;

/// <summary>The pieces on a topic.</summary>
public sealed class ShowModel(NewsDbContext db, TimeProvider clock) : ListPage
{
    /// <summary>Shows a page of it.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!Slug.IsValid(slug) || await db.Topics.Where(x => x.Slug == slug).Select(x => new { x.Id, x.Name }).SingleOrDefaultAsync(cancel) is not { } found)
        {
            return NotFound();
        }

        Title = found.Name.For(Language)!;
        Feeds = [new FeedLink($"topic:{found.Id}", Title, $"/topics/{slug}")];
        return await ShowAsync(db.Articles.Published(clock.GetUtcNow().UtcDateTime).Where(a => a.Topics.Any(t => t.Id == found.Id)), cancel);
    }
}
