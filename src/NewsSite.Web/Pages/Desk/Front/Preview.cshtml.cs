using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Media;
using NewsSite.Web.Desk;

namespace NewsSite.Web.Pages.Desk.Front;

/// <summary>The front page of a language as readers will have it at a time, if nothing else is done until then: what is scheduled has appeared, what expires has gone.</summary>
public sealed class PreviewModel(FrontPages fronts, ExpectedPieces expected, TimeProvider clock) : DeskPage
{
    private readonly HashSet<int> notOut = [];

    /// <summary>The front page.</summary>
    public FrontPage Front { get; private set; } = null!;

    /// <summary>The time in the field of the form.</summary>
    public string At { get; private set; } = "";

    /// <summary>The language of whoever looks: the bar is in it.</summary>
    public string BarLanguage { get; private set; } = "";

    /// <summary>What the bar says.</summary>
    public string Bar { get; private set; } = "";

    /// <inheritdoc/>
    public override string CardPictures => PictureSizes.DeskPath;

    /// <summary>Shows it. A time that is none, or lies behind, is refused and the page shown as of now.</summary>
    public async Task<IActionResult> OnGetAsync(string? at, CancellationToken cancel)
    {
        if (!Actor.MayPublish)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        var now = clock.GetUtcNow().UtcDateTime;
        var typed = string.IsNullOrWhiteSpace(at) ? now : TypedTime.Instant(at, Site.Zone);
        var isTaken = typed >= now;
        var then = isTaken ? typed!.Value : now;
        BarLanguage = Site.ChromeFor(User.FindFirstValue(LanguageClaim) ?? Site.DefaultLanguage);
        var words = Resources.Words.In(BarLanguage);
        (At, Bar) = (string.IsNullOrWhiteSpace(at) ? TypedTime.Of(LocalTime(now)) : at, words.Format("Front.PreviewBar", words.ShortTime(LocalTime(then))));
        if (!isTaken)
        {
            Problem = words["FrontRefusal.TimePast"];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var cards = await expected.UntilAsync(then, this, cancel);
        notOut.UnionWith(cards.Select(c => c.Id));
        Front = await fronts.ReadAsync(Language, await fronts.SectionsAsync(cancel), then, cards, cancel);
        return Page();
    }

    /// <summary>What readers do not have yet leads to its preview.</summary>
    public override string CardAddress(ArticleCard card) =>
        notOut.Contains(card.Id) ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/desk/articles/{card.Id}/preview") : base.CardAddress(card);
}
