using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Web.Desk;

namespace NewsSite.Web.Pages.Outside;

/// <summary>A revision as somebody outside sees it.</summary>
public sealed class ShowModel(PreviewLinks links, DraftPages pages, OutsideTools tools) : OutsidePage(links, pages, tools)
{
    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);
}
