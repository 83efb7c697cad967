using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Asks for the authenticator's code after the password.</summary>
public sealed class CodeModel(SecondStep step, AccountPace pace) : AccountForm
{
    /// <summary>Whether to stay signed in when the browser is closed.</summary>
    public bool Stay { get; private set; }

    /// <summary>Where to go afterwards.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>Where those go whose phone is lost.</summary>
    public string RecoveryPath => Link(ReturnUrl is null ? "/account/recovery" : $"/account/recovery?returnUrl={Uri.EscapeDataString(ReturnUrl)}");

    /// <summary>Shows the form to whoever gave the password.</summary>
    public async Task<IActionResult> OnGetAsync(bool stay, string? returnUrl)
    {
        (Title, Stay, ReturnUrl) = (Words["Account.CodeTitle"], stay, Local(returnUrl));
        return await step.IsAwaitedAsync() ? Page() : new SeeOtherResult(Link(AccountServices.SignInPath));
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code, [FromForm] bool remember, [FromForm] bool stay, [FromForm] string? returnUrl)
    {
        (Title, Stay, ReturnUrl) = (Words["Account.CodeTitle"], stay, Local(returnUrl));
        return !pace.Allows(HttpContext) ? Refuse(AccountRefusal.TooFast)
            : !await step.IsAwaitedAsync() ? new SeeOtherResult(Link(AccountServices.SignInPath))
            : await step.SignInAsync(code, stay, remember) ? new SeeOtherResult(ReturnUrl ?? Home)
            : Refuse(AccountRefusal.WrongCode);
    }
}
