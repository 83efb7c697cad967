using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Sharing;

/// <summary>What pages below a published piece share: they are in its language, move with it, and are there no longer than it is.</summary>
public abstract class PiecePage(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <summary>The records.</summary>
    protected NewsDbContext Db => db;

    /// <summary>The piece.</summary>
    public new ArticleCard Card { get; private set; } = null!;

    /// <summary>The time the page is made; UTC.</summary>
    protected DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Its whole address.</summary>
    public string Address => BaseUrl + Card.Address;

    /// <summary>Finds the piece.</summary>
    /// <param name="year">Of its address.</param>
    /// <param name="month">Of its address.</param>
    /// <param name="day">Of its address.</param>
    /// <param name="slug">Of its address.</param>
    /// <param name="below">What stands behind its address, with its slash.</param>
    /// <param name="cancel">Ends the asking.</param>
    /// <returns>The answer where it is not there, or somewhere else; null where it was found.</returns>
    protected async Task<IActionResult?> FindAsync(string year, string month, string day, string slug, string below, CancellationToken cancel)
    {
        if (ArticleAddress.Parse(year, month, day, slug) is not { } address)
        {
            return NotFound();
        }

        if (await db.Articles.At(address).Published(Now).Cards.SingleOrDefaultAsync(cancel) is not { } card)
        {
            return await NewsSite.Articles.Redirect.FollowAsync(db, address, Now, cancel) is { } target ? RedirectPermanent(target + below) : NotFound();
        }

        Card = card;
        Speak(card.Language);
        CurrentSection = card.SectionSlug;
        CanonicalPath = card.Address + below;
        // The piece itself is what is to be found.
        NoIndex = true;
        return null;
    }
}
