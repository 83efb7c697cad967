using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages.Series;

/// <summary>The parts of a series.</summary>
public sealed class ShowModel(NewsDbContext db, TimeProvider clock) : ListPage
{
    /// <summary>The sentence under its name.</summary>
    public string? About { get; private set; }

    /// <summary>Shows a page of it.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!Slug.IsValid(slug) || await db.Series.Where(x => x.Slug == slug).Select(x => new { x.Id, x.Name, About = x.About }).SingleOrDefaultAsync(cancel) is not { } found)
        {
            return NotFound();
        }

        Title = found.Name.For(Language)!;
        About = found.About.For(Language);
        Description = About;
        Feeds = [new FeedLink($"series:{found.Id}", Title, $"/series/{slug}")];
        return await ShowAsync(db.Articles.Published(clock.GetUtcNow().UtcDateTime).Where(a => a.SeriesId == found.Id), cancel);
    }
}
