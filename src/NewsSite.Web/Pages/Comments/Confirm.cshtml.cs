using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Web.Accounts;
using NewsSite.Web.Comments;
using NewsSite.Web.Pages.Accounts;

namespace NewsSite.Web.Pages.Comments;

/// <summary>
/// The page behind the link mailed to a guest. Opening it changes nothing, for mail scanners open every link; the button does, and makes an account of the guest
/// where that is ticked. It carries its own secret, so it needs no token of the framework's.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class ConfirmModel(GuestConfirming confirming, CommentDesk desk, GuestAccounts accounts) : AccountForm
{
    /// <summary>The comment's key.</summary>
    public int Id { get; private set; }

    /// <summary>The link's secret.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The comment; null when the link was used, or never mailed.</summary>
    public UnconfirmedComment? Comment { get; private set; }

    /// <summary>True when an account is wanted.</summary>
    public bool WantsAccount { get; private set; }

    /// <summary>The name the account is to have.</summary>
    public string? Name { get; private set; }

    /// <summary>Shows what would be confirmed.</summary>
    public async Task OnGetAsync(int id, string? token, CancellationToken cancel)
    {
        (Id, Token) = (id, token ?? "");
        Comment = await confirming.FindAsync(id, Token, cancel);
        if (Comment is { } comment)
        {
            Speak(comment.Language);
            Name = comment.Name;
        }

        Title = Words[Comment is null ? "ConfirmUsedTitle" : "ConfirmTitle"];
    }

    /// <summary>Confirms it, and leads to it; with an account, if one is wanted and can be made.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] ConfirmedByGuest typed, CancellationToken cancel)
    {
        await OnGetAsync(id, typed.Token, cancel);
        if (Comment is not { } comment)
        {
            return Page();
        }

        (WantsAccount, Name) = (typed.Account, typed.Name ?? comment.Name);
        var account = typed.Account ? new GuestAccount(Name, comment.Email, typed.Password, comment.Language) : null;
        if (account is not null && await accounts.WhyNotAsync(account, cancel) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (await confirming.ConfirmAsync(id, Token, desk.Now, cancel) is not { } status)
        {
            await OnGetAsync(id, null, cancel);
            return Page();
        }

        var outcome = account is null ? (GuestAccountOutcome?)null : await accounts.MakeAsync(account, cancel);
        var place = await desk.ConfirmedAsync(HttpContext, id, comment.ArticleId, status, cancel);
        // What waits for a moderator is shown to its owner alone, who is somebody else now.
        return new SeeOtherResult(outcome == GuestAccountOutcome.WasThere && status != CommentStatus.Published
            ? Link($"/account/sign-in?returnUrl={Uri.EscapeDataString(place)}")
            : place);
    }
}

/// <summary>What the form behind the mailed link sends.</summary>
/// <param name="Token">The link's secret.</param>
/// <param name="Account">True when an account is wanted.</param>
/// <param name="Name">The name it is to have; null for that of the comment.</param>
/// <param name="Password">Its password, if it is to have one.</param>
public sealed record ConfirmedByGuest(string? Token, bool Account, string? Name, string? Password);
