using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Takes a recovery code where the authenticator is lost.</summary>
public sealed class RecoveryModel(SecondStep step, AccountPace pace) : AccountForm
{
    /// <summary>Where to go afterwards.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>Shows the form to whoever gave the password.</summary>
    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        (Title, ReturnUrl) = (Words["Account.RecoveryTitle"], Local(returnUrl));
        return await step.IsAwaitedAsync() ? Page() : new SeeOtherResult(Link(AccountServices.SignInPath));
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code, [FromForm] string? returnUrl)
    {
        (Title, ReturnUrl) = (Words["Account.RecoveryTitle"], Local(returnUrl));
        return !pace.Allows(HttpContext) ? Refuse(AccountRefusal.TooFast)
            : !await step.IsAwaitedAsync() ? new SeeOtherResult(Link(AccountServices.SignInPath))
            : await step.SignInWithRecoveryCodeAsync(code) ? new SeeOtherResult(ReturnUrl ?? Home)
            : Refuse(AccountRefusal.WrongCode);
    }
}
