using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Accounts;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">What it is known by, fit for a form.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="AddedAt">Since when; UTC.</param>
public sealed record OwnPasskey(string Id, string Name, DateTime AddedAt);

/// <summary>Passkeys: adding, naming, removing, signing in with one. The device asks for a finger, a face or a code, so that a passkey alone is two factors.</summary>
public sealed class Passkeys(NewsDbContext db, SignInManager<Account> signIn, AccountTools tools)
{
    /// <summary>The longest name of a passkey, in characters.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The longest answer of a device that is read, in characters.</summary>
    private const int MaxAnswerLength = 32_768;

    /// <summary>The most one account has.</summary>
    private const int Most = 20;

    private readonly UserManager<Account> users = signIn.UserManager;

    /// <summary>The account's passkeys, oldest first.</summary>
    public async Task<IReadOnlyList<OwnPasskey>> ListAsync(Account account) =>
        [.. (await users.GetPasskeysAsync(account)).OrderBy(k => k.CreatedAt).Select(k => new OwnPasskey(Base64Url.EncodeToString(k.CredentialId), k.Name ?? "", k.CreatedAt.UtcDateTime))];

    /// <summary>What the browser passes to the device that is to make a passkey.</summary>
    public Task<string> CreationOptionsAsync(Account account) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = account.Id.ToString(CultureInfo.InvariantCulture), Name = account.Email!, DisplayName = account.DisplayName,
    });

    /// <summary>What the browser passes to the device that has one. No account is named, so nothing is told of any.</summary>
    public Task<string> RequestOptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Adds the passkey a device made.</summary>
    public async Task<AccountRefusal?> AddAsync(Account account, string? answer, string? name, CancellationToken cancel)
    {
        if (answer is not { Length: > 0 and <= MaxAnswerLength } || (await users.GetPasskeysAsync(account)).Count >= Most)
        {
            return AccountRefusal.PasskeyFailed;
        }

        PasskeyAttestationResult made;
        try
        {
            made = await signIn.PerformPasskeyAttestationAsync(answer);
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked of a device from this browser, or too long ago: the framework has no other word for it.
            return AccountRefusal.PasskeyFailed;
        }

        if (!made.Succeeded || made.UserEntity.Id != account.Id.ToString(CultureInfo.InvariantCulture))
        {
            return AccountRefusal.PasskeyFailed;
        }

        made.Passkey.Name = Called(name);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!(await users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded)
        {
            return AccountRefusal.PasskeyFailed;
        }

        db.Outbox.Add(tools.Mails.KeysChanged(account));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Calls one something else.</summary>
    public async Task RenameAsync(Account account, string? id, string? name)
    {
        if (Read(id) is { } key && await users.GetPasskeyAsync(account, key) is { } passkey)
        {
            passkey.Name = Called(name);
            await users.AddOrUpdatePasskeyAsync(account, passkey);
        }
    }

    /// <summary>Removes one. An account without any, and without a password, is opened again by a mailed link.</summary>
    public async Task RemoveAsync(Account account, string? id, CancellationToken cancel)
    {
        if (Read(id) is not { } key || await users.GetPasskeyAsync(account, key) is null)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await users.RemovePasskeyAsync(account, key);
        db.Outbox.Add(tools.Mails.KeysChanged(account));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Signs in whoever's passkey answered.</summary>
    /// <returns>False when none of ours did.</returns>
    public async Task<bool> SignInAsync(string? answer, bool stay)
    {
        if (answer is not { Length: > 0 and <= MaxAnswerLength })
        {
            return false;
        }

        PasskeyAssertionResult<Account> known;
        try
        {
            known = await signIn.PerformPasskeyAssertionAsync(answer);
        }
        catch (InvalidOperationException)
        {
            // As above.
            return false;
        }

        if (!known.Succeeded || !known.User.IsConfirmed || !(await users.AddOrUpdatePasskeyAsync(known.User, known.Passkey)).Succeeded)
        {
            return false;
        }

        await signIn.SignInAsync(known.User, stay);
        return true;
    }

    private static string Called(string? name) => TypedText.Line(name ?? "") is { Length: > 0 } line ? line[..Math.Min(line.Length, MaxNameLength)] : "—";

    private static byte[]? Read(string? id)
    {
        try
        {
            return string.IsNullOrEmpty(id) ? null : Base64Url.DecodeFromChars(id);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
