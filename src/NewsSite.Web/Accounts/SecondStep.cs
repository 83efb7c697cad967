using System.Globalization;
using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Accounts;

/// <summary>The code an authenticator shows, asked for after the password, and the codes for the day the phone is lost.</summary>
public sealed class SecondStep(NewsDbContext db, SignInManager<Account> signIn, AccountTools tools)
{
    /// <summary>How many recovery codes there are.</summary>
    public const int RecoveryCodes = 10;

    private readonly UserManager<Account> users = signIn.UserManager;

    /// <summary>The key to put into an authenticator; null before <see cref="BeginAsync"/>.</summary>
    public Task<string?> KeyAsync(Account account) => users.GetAuthenticatorKeyAsync(account);

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> RecoveryCodesLeftAsync(Account account) => users.CountRecoveryCodesAsync(account);

    /// <summary>The key as the link that authenticators understand.</summary>
    public static string LinkTo(string key, Account account, SiteSettings site) => string.Create(
        CultureInfo.InvariantCulture, $"otpauth://totp/{Uri.EscapeDataString(site.Name)}:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer={Uri.EscapeDataString(site.Name)}&digits=6");

    /// <summary>Makes a key, unless one is in use.</summary>
    public async Task BeginAsync(Account account)
    {
        if (!account.TwoFactorEnabled)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            await signIn.RefreshSignInAsync(account);
        }
    }

    /// <summary>Asks for codes from now on, once the authenticator has shown a right one.</summary>
    /// <returns>The recovery codes, shown this once; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Account account, string? code, CancellationToken cancel)
    {
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, Digits(code)))
        {
            return null;
        }

        return await ChangeAsync(account, () => users.SetTwoFactorEnabledAsync(account, true), withCodes: true, cancel);
    }

    /// <summary>Asks for codes no more.</summary>
    public Task TurnOffAsync(Account account, CancellationToken cancel) => ChangeAsync(account, async () =>
    {
        var off = await users.SetTwoFactorEnabledAsync(account, false);
        return off.Succeeded ? await users.ResetAuthenticatorKeyAsync(account) : off;
    }, withCodes: false, cancel);

    /// <summary>Makes recovery codes anew; the old ones end.</summary>
    public Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Account account, CancellationToken cancel) => ChangeAsync(account, () => Task.FromResult(IdentityResult.Success), withCodes: true, cancel);

    /// <summary>True when somebody has given the password and owes the code.</summary>
    public async Task<bool> IsAwaitedAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>Signs in with the code of the authenticator.</summary>
    public async Task<bool> SignInAsync(string? code, bool stay, bool remember) => (await signIn.TwoFactorAuthenticatorSignInAsync(Digits(code), stay, remember)).Succeeded;

    /// <summary>Signs in with a recovery code, which works once.</summary>
    public async Task<bool> SignInWithRecoveryCodeAsync(string? code) =>
        !string.IsNullOrWhiteSpace(code) && (await signIn.TwoFactorRecoveryCodeSignInAsync(string.Concat(code.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant())).Succeeded;

    private async Task<IReadOnlyList<string>> ChangeAsync(Account account, Func<Task<IdentityResult>> change, bool withCodes, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (await change()).MustHold();
        var codes = withCodes ? await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) : null;
        db.Outbox.Add(tools.Mails.KeysChanged(account));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await signIn.RefreshSignInAsync(account);
        return [.. codes ?? []];
    }

    /// <summary>Codes are read from a phone in two halves, and from some keyboards in other digits.</summary>
    private static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsDigit).Take(8).Select(c => (char)('0' + (int)char.GetNumericValue(c))));
}
