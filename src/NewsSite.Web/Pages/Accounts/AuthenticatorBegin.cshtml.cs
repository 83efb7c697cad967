using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Makes the key for an authenticator.</summary>
public sealed class AuthenticatorBeginModel(AccountChanges changes, SecondStep step, AccountPace pace) : AuthenticatorPage(changes, step)
{
    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult("/account/authenticator");

    /// <summary>Makes it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? password)
    {
        if (pace.Allows(HttpContext) && await Changes.KnowsPasswordAsync(Account, password))
        {
            await Step.BeginAsync(Account);
            return new SeeOtherResult("/account/authenticator");
        }

        await LoadAsync();
        return Refuse(AccountRefusal.WrongPassword);
    }
}
