using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>What the pages about the authenticator share: how things stand.</summary>
public abstract class AuthenticatorPage(AccountChanges changes, SecondStep step) : OwnAccountForm(changes)
{
    /// <summary>The key to put into an authenticator; null before it was begun.</summary>
    public string? Key { get; private set; }

    /// <summary>The key in fours, as one types it.</summary>
    public string SpacedKey => string.Join(' ', (Key ?? "").Chunk(4).Select(four => new string(four)));

    /// <summary>The key as a link.</summary>
    public string KeyLink => SecondStep.LinkTo(Key!, Account, Site);

    /// <summary>The same as a picture.</summary>
    public QrCode? Qr { get; private set; }

    /// <summary>How many recovery codes are left.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>Recovery codes just made, shown this once.</summary>
    public IReadOnlyList<string>? NewCodes { get; private protected set; }

    /// <inheritdoc/>
    protected override string TitleKey => "Account.CodeTitle";

    /// <summary>The activity.</summary>
    protected SecondStep Step => step;

    /// <summary>Reads how things stand.</summary>
    protected async Task LoadAsync()
    {
        CodesLeft = await step.RecoveryCodesLeftAsync(Account);
        Key = Account.TwoFactorEnabled ? null : await step.KeyAsync(Account);
        Qr = Key is null ? null : QrCode.Of(KeyLink);
    }
}

/// <summary>Shows how things stand, and turns the codes on.</summary>
public sealed class AuthenticatorModel(AccountChanges changes, SecondStep step, AccountPace pace) : AuthenticatorPage(changes, step)
{
    /// <summary>Shows it.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Turns them on, once the authenticator has shown a right code.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code, CancellationToken cancel)
    {
        var refusal = !pace.Allows(HttpContext) ? AccountRefusal.TooFast : (AccountRefusal?)null;
        if (refusal is null && !Account.TwoFactorEnabled)
        {
            NewCodes = await Step.TurnOnAsync(Account, code, cancel);
            refusal = NewCodes is null ? AccountRefusal.WrongCode : null;
        }

        await LoadAsync();
        return refusal is { } why ? Refuse(why) : Page();
    }
}
