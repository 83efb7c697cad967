using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Front;

/// <summary>Moves a pick one place up or down.</summary>
public sealed class MoveModel(FrontPageDesk desk, TimeProvider clock) : FrontDeskPage(desk, clock)
{
    private readonly FrontPageDesk desk = desk;

    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/front"));

    /// <summary>Moves it.</summary>
    public Task<IActionResult> OnPostAsync([FromForm] FrontForm typed, CancellationToken cancel) =>
        DoAsync(typed, edition => desk.MoveAsync(Actor, edition, typed.Article, typed.Up, cancel), "Front.Moved", $"{(typed.Up ? "up" : "down")}-{typed.Article}", cancel);
}
