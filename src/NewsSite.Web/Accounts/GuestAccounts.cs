using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Web.Accounts;

/// <summary>The account a guest asks for while confirming a comment.</summary>
/// <param name="Name">The name to comment under.</param>
/// <param name="Email">The address; the mailed link has proved it.</param>
/// <param name="Password">The password; empty for an account that gets a passkey, or a password by a mailed link.</param>
/// <param name="Language">The language to be written to in.</param>
public sealed record GuestAccount(string Name, string Email, string? Password, string Language);

/// <summary>What came of a guest's wish for an account.</summary>
public enum GuestAccountOutcome
{
    /// <summary>It is made, has what was said as a guest, and is signed in.</summary>
    Made,

    /// <summary>The address had one, which has now what was said as a guest. Nobody is signed in: the link alone must not stand in for password and code.</summary>
    WasThere,

    /// <summary>Somebody took the name in that very moment; what was said stays a guest's.</summary>
    NameTaken,
}

/// <summary>Makes accounts by the click that confirms a guest's comment: whoever opens the mailed link reads the address, so it needs no second mail.</summary>
public sealed class GuestAccounts(NewsDbContext db, SignInManager<Account> signIn, AccountTools tools)
{
    private readonly UserManager<Account> users = signIn.UserManager;

    /// <summary>Why it cannot be made; null when it can, or when the address has one.</summary>
    public async Task<AccountRefusal?> WhyNotAsync(GuestAccount wanted, CancellationToken cancel)
    {
        var known = await users.FindByEmailAsync(wanted.Email);
        return known is { EmailConfirmed: true } ? null
            : AccountRefusals.OfName(await tools.Names.CheckAsync(DisplayNames.Read(wanted.Name), known?.Id, cancel))
            ?? (string.IsNullOrEmpty(wanted.Password) ? null : AccountRefusals.OfPassword(wanted.Password, wanted.Email));
    }

    /// <summary>Makes it, or finds the one there is, and gives it what was said as a guest from its address. To be called once the comment is confirmed.</summary>
    public async Task<GuestAccountOutcome> MakeAsync(GuestAccount wanted, CancellationToken cancel)
    {
        var now = tools.Clock.GetUtcNow().UtcDateTime;
        var fresh = new Account(DisplayNames.Read(wanted.Name), now) { UserName = wanted.Email, Email = wanted.Email, Language = wanted.Language };
        // Hashed before the transaction, during which nobody else writes to SQLite.
        fresh.PasswordHash = string.IsNullOrEmpty(wanted.Password) ? null : users.PasswordHasher.HashPassword(fresh, wanted.Password);
        Account? made;
        int owner;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var known = await users.FindByEmailAsync(wanted.Email);
            made = known is { EmailConfirmed: true } ? null : await users.StoreAsync(known, fresh, isConfirmed: true);
            owner = (made ?? known!).Id;
            await new GuestConfirming(db).ClaimAsync(owner, wanted.Email, cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return GuestAccountOutcome.NameTaken;
        }

        await tools.Kept.DropArticlesOfAsync(db, owner, cancel);
        if (made is null)
        {
            return GuestAccountOutcome.WasThere;
        }

        await signIn.SignInAsync(made, isPersistent: false);
        return GuestAccountOutcome.Made;
    }
}
