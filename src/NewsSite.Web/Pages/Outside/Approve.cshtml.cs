using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Web.Desk;

namespace NewsSite.Web.Pages.Outside;

/// <summary>Somebody outside says that a revision may appear.</summary>
public sealed class ApproveModel(PreviewLinks links, DraftPages pages, OutsideTools tools) : OutsidePage(links, pages, tools)
{
    /// <summary>Shows the form, for who comes back here by the address.</summary>
    public Task<IActionResult> OnGetAsync(string key, CancellationToken cancel) => ShowAsync(key, cancel);

    /// <summary>Takes it.</summary>
    public Task<IActionResult> OnPostAsync(string key, [FromForm] OutsideForm typed, CancellationToken cancel) => TakeAsync(key, PreviewAnswerKind.Approved, typed, cancel);
}
