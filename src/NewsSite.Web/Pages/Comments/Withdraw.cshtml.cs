using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Takes one's own comment back, and within the hour puts it back.</summary>
[IgnoreAntiforgeryToken]
public sealed class WithdrawModel(CommentDesk desk) : PersonalPage
{
    /// <summary>The comment's key.</summary>
    public int Id { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public RevisingRefusal Refusal { get; private set; }

    /// <summary>What can be done stands on the comment's own page.</summary>
    public IActionResult OnGet(int id) => Redirect($"/comments/{id}/mine");

    /// <summary>Does it, and leads to the comment's own page.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] bool undo, CancellationToken cancel)
    {
        var outcome = await desk.WithdrawAsync(HttpContext, id, AccountId, undo, cancel);
        if (outcome.Refusal is null)
        {
            return new SeeOtherResult($"/comments/{id}/mine");
        }

        if (outcome.Refusal == RevisingRefusal.NotYours)
        {
            return NotFound();
        }

        (Id, Refusal, Title) = (id, outcome.Refusal.Value, Words["Withdraw"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
