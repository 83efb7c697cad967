using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>
/// The page behind the link mailed to a guest. Opening it changes nothing, for mail scanners open every link; the button does. It carries its own secret, so it
/// needs no token of the framework's.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class ConfirmModel(GuestConfirming confirming, CommentDesk desk, TimeProvider clock) : PersonalPage
{
    /// <summary>The comment's key.</summary>
    public int Id { get; private set; }

    /// <summary>The link's secret.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The comment; null when the link was used, or never mailed.</summary>
    public UnconfirmedComment? Comment { get; private set; }

    /// <summary>Shows what would be confirmed.</summary>
    public async Task OnGetAsync(int id, string? token, CancellationToken cancel)
    {
        (Id, Token) = (id, token ?? "");
        Comment = await confirming.FindAsync(id, Token, cancel);
        if (Comment is { } comment)
        {
            Speak(comment.Language);
        }

        Title = Words[Comment is null ? "ConfirmUsedTitle" : "ConfirmTitle"];
    }

    /// <summary>Confirms it, and leads to it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] string? token, CancellationToken cancel)
    {
        if (await confirming.FindAsync(id, token ?? "", cancel) is { } comment
            && await confirming.ConfirmAsync(id, token ?? "", clock.GetUtcNow().UtcDateTime, cancel) is { } status)
        {
            return new SeeOtherResult(await desk.ConfirmedAsync(HttpContext, id, comment.ArticleId, status, cancel));
        }

        await OnGetAsync(id, null, cancel);
        return Page();
    }
}
