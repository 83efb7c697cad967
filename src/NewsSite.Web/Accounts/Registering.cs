using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Accounts;

/// <summary>What the form for a new account sends.</summary>
public sealed record Registration
{
    /// <summary>The name to comment under.</summary>
    public string? Name { get; init; }

    /// <summary>The address.</summary>
    public string? Email { get; init; }

    /// <summary>The password; empty for an account that gets a passkey after confirming.</summary>
    public string? Password { get; init; }

    /// <summary>The language to be written to in.</summary>
    public string? Language { get; init; }

    /// <summary>Where to go once it is confirmed.</summary>
    public string? ReturnUrl { get; init; }
}

/// <summary>An account that waits for its address to be confirmed.</summary>
/// <param name="Account">The account.</param>
/// <param name="NameRefusal">Why its name cannot be used any more.</param>
public sealed record UnconfirmedAccount(Account Account, AccountRefusal? NameRefusal)
{
    /// <summary>
    /// True when confirming takes the password too. Whoever registers somebody else's address knows the password and not the mail, whoever reads the mail does not
    /// know that password: nobody gets an account another can open.
    /// </summary>
    public bool AsksForPassword => Account.PasswordHash is not null;
}

/// <summary>What making and changing accounts takes besides the records.</summary>
/// <param name="Mails">The mails.</param>
/// <param name="Pace">How often.</param>
/// <param name="Kept">The kept pages, which show who said what.</param>
/// <param name="Names">Who may go by which name.</param>
/// <param name="Clock">The time.</param>
public sealed record AccountTools(AccountMails Mails, AccountPace Pace, KeptPages Kept, DisplayNames Names, TimeProvider Clock);

/// <summary>Makes accounts: registering, and confirming the address by the mailed link.</summary>
public sealed class Registering(NewsDbContext db, UserManager<Account> users, AccountTools tools)
{
    /// <summary>
    /// Makes an account and mails the link; to an address that has one, says so by mail. To the person at the form both look the same.
    /// </summary>
    /// <returns>Why not; null when a mail is on its way.</returns>
    public async Task<AccountRefusal?> RegisterAsync(Registration typed, CancellationToken cancel)
    {
        var name = DisplayNames.Read(typed.Name ?? "");
        var password = string.IsNullOrEmpty(typed.Password) ? null : typed.Password;
        if (AccountRefusals.OfName(await tools.Names.CheckAsync(name, null, cancel)) is { } unfit)
        {
            return unfit;
        }

        if (GuestAddress.Read(typed.Email) is not { } email)
        {
            return AccountRefusal.EmailUnfit;
        }

        if (password is not null && AccountRefusals.OfPassword(password, email) is { } weak)
        {
            return weak;
        }

        // Hashing is slow on purpose. It is done before the transaction, during which nobody else writes to SQLite, and for every address, so that time tells nothing.
        var account = new Account(name, tools.Clock.GetUtcNow().UtcDateTime) { UserName = email, Email = email, Language = typed.Language ?? "en" };
        account.PasswordHash = password is null ? null : users.PasswordHasher.HashPassword(account, password);
        if (tools.Pace.AllowsMailTo(email))
        {
            await StoreAsync(account, typed.ReturnUrl, cancel);
        }

        return null;
    }

    /// <summary>The account a link is for; null when the link was used, is too old, or was never mailed.</summary>
    public async Task<UnconfirmedAccount?> FindAsync(int accountId, string token, CancellationToken cancel)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && !a.EmailConfirmed && a.ErasedAt == null && a.Email != null, cancel);
        return account is not null && await users.VerifyUserTokenAsync(account, users.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Account>.ConfirmEmailTokenPurpose, token)
            ? new UnconfirmedAccount(account, AccountRefusals.OfName(await tools.Names.CheckAsync(account.DisplayName, account.Id, cancel)))
            : null;
    }

    /// <summary>Confirms the address: the name is theirs from now on, and what they said as a guest from this address.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<AccountRefusal?> ConfirmAsync(UnconfirmedAccount waiting, string token, string? password, string? name, CancellationToken cancel)
    {
        var account = waiting.Account;
        if (waiting.AsksForPassword && !await users.CheckPasswordAsync(account, password ?? ""))
        {
            return AccountRefusal.WrongPassword;
        }

        var wanted = name is null ? account.DisplayName : DisplayNames.Read(name);
        if (AccountRefusals.OfName(await tools.Names.CheckAsync(wanted, account.Id, cancel)) is { } unfit)
        {
            return unfit;
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            account.Rename(wanted);
            account.OwnName();
            if (!(await users.ConfirmEmailAsync(account, token)).Succeeded)
            {
                return AccountRefusal.LinkUsed;
            }

            await new GuestConfirming(db).ClaimAsync(account.Id, account.Email!, cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Somebody else's confirmation took the name between the question and the answer: the database lets one of them have it.
            db.ChangeTracker.Clear();
            return AccountRefusal.NameTaken;
        }

        await tools.Kept.DropArticlesOfAsync(db, account.Id, cancel);
        return null;
    }

    private async Task StoreAsync(Account account, string? returnUrl, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var known = await users.FindByEmailAsync(account.Email!);
            if (known is { EmailConfirmed: true })
            {
                db.Outbox.Add(tools.Mails.AlreadyThere(known));
            }
            else
            {
                var stored = await users.StoreAsync(known, account, isConfirmed: false);
                db.Outbox.Add(tools.Mails.Confirm(stored, await users.GenerateEmailConfirmationTokenAsync(stored), returnUrl));
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Two at once for one address: the other one's mail is on its way.
            db.ChangeTracker.Clear();
        }
    }
}
