using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>The page behind the links mailed to the old and the new address of an account that is to move.</summary>
public sealed class EmailConfirmModel(MovingAddress moving) : PersonalPage
{
    /// <summary>The move; null when the link was used, is too old, or was never mailed.</summary>
    public AddressMove? Move { get; private set; }

    /// <summary>The link's secret, as it stands in the link.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The key of the sentence that says how things stand.</summary>
    public string Outcome { get; private set; } = "AccountRefusal.LinkUsed";

    /// <summary>Shows what would be confirmed.</summary>
    public async Task OnGetAsync(int account, string? token, CancellationToken cancel)
    {
        Token = token ?? "";
        Move = await moving.FindAsync(account, AccountMails.FromLink(token), cancel);
        if (Move is { } move)
        {
            Speak(move.Account.Language);
        }

        Title = Words[Move is null ? "Account.LinkUsedTitle" : "Account.EmailTitle"];
    }

    /// <summary>Confirms this side.</summary>
    public async Task<IActionResult> OnPostAsync(int account, [FromForm] string? token, CancellationToken cancel)
    {
        await OnGetAsync(account, token, cancel);
        if (Move is { } move)
        {
            var moved = await moving.ConfirmAsync(move, cancel);
            (Move, Outcome) = (null, moved switch { true => "Account.MoveDone", false => "Account.MoveWaits", null => "AccountRefusal.LinkUsed" });
        }

        return Page();
    }
}
