using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;

namespace NewsSite.Web.Accounts;

/// <summary>Stores accounts by way of Identity, and says in one way that somebody else was faster.</summary>
internal static class AccountStoring
{
    /// <summary>Stores a new account. One somebody began at this address and never confirmed becomes this one, and what they chose, links and password, ends.</summary>
    /// <param name="users">Identity.</param>
    /// <param name="begun">The account begun at the address; null when there is none.</param>
    /// <param name="typed">The account as typed now, its password hashed.</param>
    /// <param name="isConfirmed">True when a mailed link has proved the address: the name is theirs from now on.</param>
    /// <exception cref="DbUpdateException">Somebody else took the address or the name meanwhile.</exception>
    public static async Task<Account> StoreAsync(this UserManager<Account> users, Account? begun, Account typed, bool isConfirmed)
    {
        var account = begun ?? typed;
        if (begun is not null)
        {
            begun.Rename(typed.DisplayName);
            (begun.Language, begun.PasswordHash) = (typed.Language, typed.PasswordHash);
        }

        if (isConfirmed)
        {
            account.EmailConfirmed = true;
            account.OwnName();
        }

        (begun is null ? await users.CreateAsync(account) : await users.UpdateSecurityStampAsync(account)).MustHold();
        return account;
    }

    /// <summary>
    /// Does nothing when the account was stored. Identity asks whether an address is free and then stores: who was overtaken between the two gets its answer, and who was
    /// overtaken a moment later the database's. Both are the same thing to callers, which catch the database's.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster.</exception>
    /// <exception cref="InvalidOperationException">Anything else: nothing a visitor can do leads here.</exception>
    public static void MustHold(this IdentityResult result)
    {
        if (result.Succeeded)
        {
            return;
        }

        throw result.Errors.All(e => e.Code is nameof(IdentityErrorDescriber.ConcurrencyFailure) or nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail))
            ? new DbUpdateConcurrencyException($"Somebody else was faster: {result}")
            : new InvalidOperationException($"An account was not stored: {result}");
    }
}
