using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Adds the passkey a device made.</summary>
public sealed class PasskeyAddModel(AccountChanges changes, Passkeys passkeys) : OwnAccountForm(changes)
{
    /// <inheritdoc/>
    protected override string TitleKey => "Account.PasskeysTitle";

    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult("/account/passkeys");

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? credential, [FromForm] string? name, CancellationToken cancel) =>
        await passkeys.AddAsync(Account, credential, name, cancel) is { } why ? Refuse(why) : new SeeOtherResult("/account/passkeys?done=1");
}
