using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>What a script passes to the device that has a passkey.</summary>
public sealed class PasskeyRequestModel(Passkeys passkeys, AccountPace pace) : PersonalPage
{
    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult(Link(AccountServices.SignInPath));

    /// <summary>Answers with the options.</summary>
    public async Task<IActionResult> OnPostAsync() => pace.Allows(HttpContext)
        ? Content(await passkeys.RequestOptionsAsync(), "application/json")
        : new ContentResult { Content = Words["AccountRefusal.TooFast"], ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status429TooManyRequests };
}
