using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Asks for codes no more.</summary>
public sealed class AuthenticatorOffModel(AccountChanges changes, SecondStep step, AccountPace pace) : AuthenticatorPage(changes, step)
{
    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult("/account/authenticator");

    /// <summary>Turns them off.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? password, CancellationToken cancel)
    {
        if (pace.Allows(HttpContext) && await Changes.KnowsPasswordAsync(Account, password))
        {
            await Step.TurnOffAsync(Account, cancel);
            return new SeeOtherResult("/account/authenticator");
        }

        await LoadAsync();
        return Refuse(AccountRefusal.WrongPassword);
    }
}
