using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Front;

/// <summary>The front page desk of a language: what is picked, in which order and until when, and what else could be.</summary>
public sealed class IndexModel(FrontPageDesk desk, TimeProvider clock) : FrontDeskPage(desk, clock)
{
    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(string? tongue, string? q, CancellationToken cancel) => ShowAsync(tongue, q, cancel);
}
