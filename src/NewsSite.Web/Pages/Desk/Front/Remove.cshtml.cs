using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Front;

/// <summary>Takes a pick off the front page.</summary>
public sealed class RemoveModel(FrontPageDesk desk, TimeProvider clock) : FrontDeskPage(desk, clock)
{
    private readonly FrontPageDesk desk = desk;

    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/front"));

    /// <summary>Takes it off.</summary>
    public Task<IActionResult> OnPostAsync([FromForm] FrontForm typed, CancellationToken cancel) =>
        DoAsync(typed, edition => desk.RemoveAsync(Actor, edition, typed.Article, cancel), "Front.Removed", "picks", cancel);
}
