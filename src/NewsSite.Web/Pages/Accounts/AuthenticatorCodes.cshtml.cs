using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Makes recovery codes anew.</summary>
public sealed class AuthenticatorCodesModel(AccountChanges changes, SecondStep step, AccountPace pace) : AuthenticatorPage(changes, step)
{
    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult("/account/authenticator");

    /// <summary>Makes them, and shows them this once.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? password, CancellationToken cancel)
    {
        var may = Account.TwoFactorEnabled && pace.Allows(HttpContext) && await Changes.KnowsPasswordAsync(Account, password);
        NewCodes = may ? await Step.NewRecoveryCodesAsync(Account, cancel) : null;
        await LoadAsync();
        return may ? Page() : Refuse(AccountRefusal.WrongPassword);
    }
}
