using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Marks a comment as useful, or takes the mark back; for accounts.</summary>
[IgnoreAntiforgeryToken]
public sealed class UsefulModel(CommentDesk desk) : PersonalPage
{
    /// <summary>The comment's key.</summary>
    public int Id { get; private set; }

    /// <summary>Shows the two buttons.</summary>
    public void OnGet(int id) => (Id, Title) = (id, Words["UsefulTitle"]);

    /// <summary>Marks, or unmarks. A script gets the new number, everybody else the comment.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] bool value, CancellationToken cancel)
    {
        OnGet(id);
        if (AccountId is not { } account)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        return await desk.MarkUsefulAsync(id, account, value, cancel) is not { } count ? NotFound()
            : Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json") ? new JsonResult(new { useful = count, label = count > 0 ? Words.Count("UsefulCount", count) : Words["UsefulNone"] })
            : new SeeOtherResult($"/comments/{id}");
    }
}
