using Microsoft.AspNetCore.Mvc;
using NewsSite.Credits;

namespace NewsSite.Web.Pages.Desk.NameSearch;

/// <summary>Answers scripts of the desk which contributors are called so.</summary>
public sealed class ContributorsModel(ContributorBook book) : PersonalPage
{
    /// <summary>Answers: id, name, also, slug of each; at most ten, best first.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancel) => new JsonResult(await book.FindAsync(q ?? "", cancel));
}
