using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Removes a passkey.</summary>
public sealed class PasskeyRemoveModel(AccountChanges changes, Passkeys passkeys) : OwnAccountForm(changes)
{
    /// <inheritdoc/>
    protected override string TitleKey => "Account.PasskeysTitle";

    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult("/account/passkeys");

    /// <summary>Removes it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? id, CancellationToken cancel)
    {
        await passkeys.RemoveAsync(Account, id, cancel);
        return new SeeOtherResult("/account/passkeys?done=1");
    }
}
