using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Signs in with what a device answered.</summary>
public sealed class PasskeySignInModel(Passkeys passkeys, AccountPace pace) : AccountForm
{
    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult(Link(AccountServices.SignInPath));

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? credential, [FromForm] bool stay, [FromForm] string? returnUrl)
    {
        Title = Words["SignIn"];
        return !pace.Allows(HttpContext) ? Refuse(AccountRefusal.TooFast)
            : await passkeys.SignInAsync(credential, stay) ? new SeeOtherResult(Local(returnUrl) ?? Home)
            : Refuse(AccountRefusal.PasskeyFailed);
    }
}
