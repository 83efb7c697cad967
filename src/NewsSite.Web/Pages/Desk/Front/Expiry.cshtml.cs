using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Front;

/// <summary>Says until when a pick stands.</summary>
public sealed class ExpiryModel(FrontPageDesk desk, TimeProvider clock) : FrontDeskPage(desk, clock)
{
    private readonly FrontPageDesk desk = desk;

    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/front"));

    /// <summary>Gives it an end; an empty field takes the end away.</summary>
    public Task<IActionResult> OnPostAsync([FromForm] FrontForm typed, CancellationToken cancel) =>
        DoAsync(typed, edition => ExpireAsync(typed, edition, cancel), string.IsNullOrWhiteSpace(typed.Expires) ? "Front.Stays" : "Front.Expires", $"p-{typed.Article}", cancel);

    private async Task<FrontRefusal?> ExpireAsync(FrontForm typed, FrontEdition edition, CancellationToken cancel)
    {
        var at = TypedTime.Instant(typed.Expires, Site.Zone);
        return at is null && !string.IsNullOrWhiteSpace(typed.Expires) ? FrontRefusal.TimePast : await desk.ExpireAsync(Actor, edition, typed.Article, at, cancel);
    }
}
