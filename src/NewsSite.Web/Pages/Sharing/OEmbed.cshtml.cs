using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.Pages.Sharing;

/// <summary>
/// Tells other sites what stands at an address of ours (oEmbed 1.0). Not kept: whoever asks names the address and the room there is, and could fill the cache with one piece. One
/// statement answers.
/// </summary>
public sealed partial class OEmbedModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <summary>Nobody has a wider page, in pixels.</summary>
    private const int MostPixels = 100_000;

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // Programs in browsers ask too, and what they get is public.
        Response.Headers.AccessControlAllowOrigin = "*";
        if (!One("format", out var format) || !One("url", out var url) || !Room("maxwidth", out var width) || !Room("maxheight", out var height))
        {
            return Refuse(StatusCodes.Status400BadRequest, "Give \"url\" once, and \"maxwidth\", \"maxheight\" and \"format\" at most once; sizes are whole numbers of pixels from 1 to 100000.");
        }

        if (format is not (null or "json" or "xml"))
        {
            return Refuse(StatusCodes.Status501NotImplemented, "Only json and xml are offered.");
        }

        if (string.IsNullOrWhiteSpace(url))
        {
            return Refuse(StatusCodes.Status400BadRequest, "Name the address of an article in \"url\".");
        }

        if (await FindAsync(url.Trim(), cancel) is not { } card)
        {
            return Refuse(StatusCodes.Status404NotFound, "There is no article with that address here.");
        }

        Speak(card.Language);
        var told = OEmbed.Of(this, card, width, height);
        return format == "xml" ? File(OEmbed.ToXml(told), "text/xml; charset=utf-8") : Content(OEmbed.ToJson(told), "application/json; charset=utf-8");
    }

    private async Task<ArticleCard?> FindAsync(string url, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var asked) || asked.Scheme is not ("http" or "https") || !IsOurs(asked) || Piece().Match(asked.AbsolutePath) is not { Success: true } path
            || ArticleAddress.Parse(path.Groups[1].Value, path.Groups[2].Value, path.Groups[3].Value, path.Groups[4].Value) is not { } address)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return await CardAsync(address) ?? (await NewsSite.Articles.Redirect.FollowAsync(db, address, now, cancel) is { } moved ? await CardAsync(moved) : null);

        Task<ArticleCard?> CardAsync(ArticleAddress at) => db.Articles.At(at).Published(now).Cards.SingleOrDefaultAsync(cancel);
    }

    /// <summary>True for the public address, and for the one this was asked by.</summary>
    private bool IsOurs(Uri asked) => string.Equals(asked.Authority, new HostString(Request.Host.Value ?? "").ToUriComponent(), StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(Site.BaseUrl, UriKind.Absolute, out var ours) && string.Equals(asked.Authority, ours.Authority, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a name that may be given once.</summary>
    private bool One(string name, out string? value)
    {
        var given = Request.Query[name];
        value = given.Count == 1 ? given[0] : null;
        return given.Count <= 1;
    }

    private bool Room(string name, out int? pixels)
    {
        pixels = null;
        if (!One(name, out var given))
        {
            return false;
        }

        if (string.IsNullOrEmpty(given))
        {
            return true;
        }

        pixels = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostPixels ? number : null;
        return pixels is not null;
    }

    private static ContentResult Refuse(int status, string why) => new() { StatusCode = status, ContentType = "text/plain; charset=utf-8", Content = why + "\n" };

    [GeneratedRegex(@"^/(\d{4})/(\d{2})/(\d{2})/([^/]+)/?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Piece();
}
