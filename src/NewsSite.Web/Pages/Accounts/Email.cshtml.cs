using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Asks for another address.</summary>
public sealed class EmailModel(AccountChanges changes, MovingAddress moving, AccountPace pace) : OwnAccountForm(changes)
{
    /// <summary>The address typed.</summary>
    public string? Email { get; private set; }

    /// <inheritdoc/>
    protected override string TitleKey => "Account.EmailTitle";

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Mails both addresses.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? email, [FromForm] string? password, CancellationToken cancel)
    {
        Email = email;
        return (!pace.Allows(HttpContext) ? AccountRefusal.TooFast
            : !await Changes.KnowsPasswordAsync(Account, password) ? AccountRefusal.WrongPassword
            : await moving.AskAsync(Account, email, cancel)) is { } why
            ? Refuse(why)
            : new SeeOtherResult("/account/email?done=1");
    }
}
