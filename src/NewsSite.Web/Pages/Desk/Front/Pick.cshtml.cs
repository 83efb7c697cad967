using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Front;

/// <summary>Puts a piece on the front page.</summary>
public sealed class PickModel(FrontPageDesk desk, TimeProvider clock) : FrontDeskPage(desk, clock)
{
    private readonly FrontPageDesk desk = desk;

    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/front"));

    /// <summary>Puts it there.</summary>
    public Task<IActionResult> OnPostAsync([FromForm] FrontForm typed, CancellationToken cancel) =>
        DoAsync(typed, edition => desk.PickAsync(Actor, edition, typed.Article, typed.Lead, cancel), "Front.Picked", $"p-{typed.Article}", cancel);
}
