using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>The page behind the link mailed to someone who forgot the password.</summary>
public sealed class ResetModel(AccountChanges changes, AccountPace pace) : AccountForm
{
    /// <summary>The account; null when the link was used, is too old, or was never mailed.</summary>
    public Account? Account { get; private set; }

    /// <summary>The link's secret, as it stands in the link.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(int account, string? token, CancellationToken cancel) => LoadAsync(account, token, cancel);

    /// <summary>Sets the password, and leads to signing in with it: the link alone is not enough where a code is asked for.</summary>
    public async Task<IActionResult> OnPostAsync(int account, [FromForm] string? token, [FromForm] string? password, CancellationToken cancel)
    {
        await LoadAsync(account, token, cancel);
        if (Account is null)
        {
            return Page();
        }

        return (pace.Allows(HttpContext) ? await changes.ResetAsync(Account, password, cancel) : AccountRefusal.TooFast) is { } why
            ? Refuse(why)
            : new SeeOtherResult(Link("/account/sign-in?done=password"));
    }

    private async Task LoadAsync(int account, string? token, CancellationToken cancel)
    {
        Token = token ?? "";
        Account = await changes.FindResetAsync(account, AccountMails.FromLink(token), cancel);
        if (Account is { } found)
        {
            Speak(found.Language);
        }

        Title = Words[Account is null ? "Account.LinkUsedTitle" : "Account.ForgotTitle"];
    }
}
