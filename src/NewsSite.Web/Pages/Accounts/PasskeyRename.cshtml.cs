using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Calls a passkey something else.</summary>
public sealed class PasskeyRenameModel(AccountChanges changes, Passkeys passkeys) : OwnAccountForm(changes)
{
    /// <inheritdoc/>
    protected override string TitleKey => "Account.PasskeysTitle";

    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => new SeeOtherResult("/account/passkeys");

    /// <summary>Renames it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? id, [FromForm] string? name)
    {
        await passkeys.RenameAsync(Account, id, name);
        return new SeeOtherResult("/account/passkeys?done=1");
    }
}
