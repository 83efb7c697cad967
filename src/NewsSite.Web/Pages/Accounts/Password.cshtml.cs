using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Changes the password.</summary>
public sealed class PasswordModel(AccountChanges changes, AccountPace pace) : OwnAccountForm(changes)
{
    /// <inheritdoc/>
    protected override string TitleKey => "Account.PasswordTitle";

    /// <inheritdoc/>
    protected override string PasswordField => "current";

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? current, [FromForm] string? password, CancellationToken cancel) =>
        (!pace.Allows(HttpContext) ? AccountRefusal.TooFast
            : Account.PasswordHash is null ? AccountRefusal.WrongPassword
            : await Changes.ChangePasswordAsync(Account, current, password, cancel)) is { } why
            ? Refuse(why)
            : new SeeOtherResult("/account/password?done=1");
}
