using Microsoft.AspNetCore.Mvc;
using NewsSite.Sources;

namespace NewsSite.Web.Pages.Desk.NameSearch;

/// <summary>Answers scripts of the desk which outlets are called so.</summary>
public sealed class PublicationsModel(PublicationBook book) : PersonalPage
{
    /// <summary>Answers: id, name, also, slug of each; at most ten, best first.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancel) => new JsonResult(await book.FindAsync(q ?? "", cancel));
}
