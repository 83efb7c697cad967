using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>
/// What a script passes to the device that is to make a passkey. Whoever has the browser has not yet the account: where there is a password it is asked for here, and
/// without this answer no passkey can be added.
/// </summary>
public sealed class PasskeyOptionsModel(AccountChanges changes, Passkeys passkeys, AccountPace pace) : OwnAccountForm(changes)
{
    /// <inheritdoc/>
    protected override string TitleKey => "Account.PasskeysTitle";

    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult("/account/passkeys");

    /// <summary>Answers with the options, or with the sentence that says why not.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? password)
    {
        var refusal = !pace.Allows(HttpContext) ? AccountRefusal.TooFast : await Changes.KnowsPasswordAsync(Account, password) ? (AccountRefusal?)null : AccountRefusal.WrongPassword;
        return refusal is { } why
            ? new ContentResult { Content = Words[$"AccountRefusal.{why}"], ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status422UnprocessableEntity }
            : Content(await passkeys.CreationOptionsAsync(Account), "application/json");
    }
}
