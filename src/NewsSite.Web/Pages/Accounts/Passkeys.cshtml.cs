using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>The account's passkeys.</summary>
public sealed class PasskeysModel(AccountChanges changes, Passkeys passkeys) : OwnAccountForm(changes)
{
    /// <summary>The passkeys, oldest first.</summary>
    public IReadOnlyList<OwnPasskey> Keys { get; private set; } = [];

    /// <inheritdoc/>
    protected override string TitleKey => "Account.PasskeysTitle";

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Keys = await passkeys.ListAsync(Account);
}
