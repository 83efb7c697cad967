using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Asks for a link to choose a new password. Whether the address has an account is answered by mail alone.</summary>
public sealed class ForgotModel(AccountChanges changes, AccountPace pace) : AccountForm
{
    /// <summary>The address typed.</summary>
    public string? Email { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() => Title = Words["Account.ForgotTitle"];

    /// <summary>Mails a link, if there is an account.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? email, CancellationToken cancel)
    {
        (Title, Email) = (Words["Account.ForgotTitle"], email);
        if (!pace.Allows(HttpContext))
        {
            return Refuse(AccountRefusal.TooFast);
        }

        if (GuestAddress.Read(email) is not { } address)
        {
            return Refuse(AccountRefusal.EmailUnfit);
        }

        await changes.MailResetAsync(address, Language, cancel);
        return new SeeOtherResult(Link("/account/mailed"));
    }
}
