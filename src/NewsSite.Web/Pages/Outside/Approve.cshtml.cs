using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Web.Desk;

namespace NewsSite.Web.Pages.Outside;

/// <summary>Somebody outside says that a revision may appear.</summary>
public sealed class ApproveModel(PreviewLinks links, DraftPages pages, OutsideTools tools) : OutsidePage(links, pages, tools)
{
    /// <summary>Shows the form, for who comes back here by the address.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    /// <summary>Takes it.</summary>
    public Task<IActionResult> OnPostAsync([FromForm] OutsideForm typed, CancellationToken cancel) => TakeAsync(PreviewAnswerKind.Approved, typed, cancel);
}
