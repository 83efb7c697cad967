using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Text;

namespace NewsSite.Web.Accounts;

/// <summary>What the form of the profile sends.</summary>
/// <param name="Name">The name.</param>
/// <param name="Bio">A few words about them.</param>
/// <param name="Language">The language to be written to in.</param>
/// <param name="ReplyMail">How often replies come by mail.</param>
public sealed record Profile(string? Name, string? Bio, string? Language, MailFrequency ReplyMail);

/// <summary>Changes accounts at the wish of their owner: password, sessions, profile.</summary>
public sealed class AccountChanges(NewsDbContext db, SignInManager<Account> signIn, AccountTools tools)
{
    private readonly UserManager<Account> users = signIn.UserManager;

    /// <summary>The account signed in; null when it is gone.</summary>
    public Task<Account?> FindAsync(int? accountId, CancellationToken cancel) => db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.ErasedAt == null, cancel);

    /// <summary>Mails a link for a new password to an address that has an account, and to any other that it has none: nobody at the form learns which, not by time either.</summary>
    public async Task MailResetAsync(string email, string language, CancellationToken cancel)
    {
        if (tools.Pace.AllowsMailTo(email))
        {
            db.Outbox.Add(await users.FindByEmailAsync(email) is { IsConfirmed: true } account
                ? tools.Mails.Reset(account, await users.GeneratePasswordResetTokenAsync(account))
                : tools.Mails.Nobody(email, language));
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>The account a mailed link lets choose a password for; null when the link was used, is too old, or was never mailed.</summary>
    public async Task<Account?> FindResetAsync(int accountId, string token, CancellationToken cancel) =>
        await FindAsync(accountId, cancel) is { IsConfirmed: true } account
        && await users.VerifyUserTokenAsync(account, users.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token)
            ? account
            : null;

    /// <summary>Sets a password after a mailed link: every session ends, and a closed account is open again.</summary>
    public async Task<AccountRefusal?> ResetAsync(Account account, string? password, CancellationToken cancel)
    {
        if (AccountRefusals.OfPassword(password, account.Email) is { } weak)
        {
            return weak;
        }

        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        try
        {
            await SetPasswordAsync(account, password!, cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return AccountRefusal.LinkUsed;
        }
    }

    /// <summary>Changes the password: every other session ends.</summary>
    public async Task<AccountRefusal?> ChangePasswordAsync(Account account, string? current, string? wanted, CancellationToken cancel)
    {
        if (!await KnowsPasswordAsync(account, current))
        {
            return AccountRefusal.WrongPassword;
        }

        if (AccountRefusals.OfPassword(wanted, account.Email) is { } weak)
        {
            return weak;
        }

        await SetPasswordAsync(account, wanted!, cancel);
        await signIn.RefreshSignInAsync(account);
        return null;
    }

    /// <summary>True when that is the account's password, or it has none. Wrong ones count: an open browser must not become a place to guess.</summary>
    public async Task<bool> KnowsPasswordAsync(Account account, string? password) =>
        account.PasswordHash is null
        || (password is { Length: > 0 and <= PasswordRules.MaxLength } && (await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded);

    /// <summary>Ends every session: this browser's at once, the others within <see cref="SecurityStampValidatorOptions.ValidationInterval"/>.</summary>
    public async Task SignOutEverywhereAsync(Account account)
    {
        (await users.UpdateSecurityStampAsync(account)).MustHold();
        await signIn.SignOutAsync();
    }

    /// <summary>Changes name, bio, language and mail.</summary>
    public async Task<AccountRefusal?> ChangeProfileAsync(Account account, Profile wanted, CancellationToken cancel)
    {
        var (name, bio) = (DisplayNames.Read(wanted.Name ?? ""), TypedText.Clean(wanted.Bio ?? "").Trim());
        if (name != account.DisplayName && AccountRefusals.OfName(await tools.Names.CheckAsync(name, account.Id, cancel)) is { } unfit)
        {
            return unfit;
        }

        if (bio.Length > Account.MaxBioLength)
        {
            return AccountRefusal.BioLong;
        }

        account.Rename(name);
        account.Describe(bio);
        (account.Language, account.ReplyMail) = (wanted.Language ?? account.Language, Enum.IsDefined(wanted.ReplyMail) ? wanted.ReplyMail : account.ReplyMail);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return AccountRefusal.NameTaken;
        }

        await signIn.RefreshSignInAsync(account);
        return null;
    }

    private async Task SetPasswordAsync(Account account, string password, CancellationToken cancel)
    {
        // Hashed before the transaction, during which nobody else writes to SQLite.
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (await users.UpdateSecurityStampAsync(account)).MustHold();
        db.Outbox.Add(tools.Mails.PasswordChanged(account));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
