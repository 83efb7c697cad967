using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.ShareCards;
using NewsSite.Web.Caching;
using NewsSite.Web.Pictures;
using NewsSite.Web.ShareCards;

namespace NewsSite.Web.Pages.Machines;

/// <summary>The picture of a published piece for those who pass its address on.</summary>
public sealed class ShareCardModel(NewsDbContext db, TimeProvider clock, ShareCardStore cards) : SitePage
{
    /// <summary>Its address has the fingerprint of what it shows, so whoever has it may keep it for ever.</summary>
    private static readonly Dictionary<string, string?> Headers = new()
    {
        ["Cache-Control"] = "public, max-age=31536000, immutable",
        ["Content-Security-Policy"] = MediaFiles.ContentSecurityPolicy,
        // Other sites show it.
        ["Cross-Origin-Resource-Policy"] = "cross-origin",
    };

    /// <summary>Answers with it; an address of what it showed before leads to what it shows now.</summary>
    public async Task<IActionResult> OnGetAsync(int id, string version, CancellationToken cancel)
    {
        if (await PieceAsync(db, clock, id, cancel) is not { } card)
        {
            return NotFound();
        }

        var shown = ShareCardText.Of(card, this);
        if (version != shown.Version)
        {
            Response.Headers.CacheControl = "no-cache";
            return Redirect(ShareCard.Path(id, shown.Version));
        }

        var png = await cards.GetAsync(id, shown, cancel);
        HttpContext.Features.Set(new CachedPage([CacheTags.Article(id), CacheTags.Lists]) { Headers = Headers });
        return File(png, ShareCard.MediaType);
    }

    /// <summary>A piece as its card shows it; null where readers do not see it.</summary>
    internal static Task<ArticleCard?> PieceAsync(NewsDbContext db, TimeProvider clock, int id, CancellationToken cancel) =>
        db.Articles.Published(clock.GetUtcNow().UtcDateTime).Where(a => a.Id == id).Cards.SingleOrDefaultAsync(cancel);
}
