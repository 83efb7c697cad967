using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Staff;

/// <summary>Who is to get an account by a link that has already proved the address, or needs no proof.</summary>
/// <param name="Email">The address, in the form addresses are compared in.</param>
/// <param name="Name">The name as typed.</param>
/// <param name="Password">The password.</param>
/// <param name="Language">The language to be written to in.</param>
public sealed record NewColleague(string Email, string? Name, string? Password, string Language);

/// <summary>Makes accounts of the newsroom.</summary>
public sealed class ColleagueAccounts(UserManager<Account> users, DisplayNames names, TimeProvider clock)
{
    /// <summary>Why it cannot be made; null when it can. The newsroom's own names are theirs to take: an editor may be called so.</summary>
    public async Task<AccountRefusal?> WhyNotAsync(NewColleague wanted, CancellationToken cancel)
    {
        var known = await users.FindByEmailAsync(wanted.Email);
        return known is { EmailConfirmed: true } ? AccountRefusal.AddressTaken
            : AccountRefusals.OfName(await names.CheckAsync(DisplayNames.Read(wanted.Name ?? ""), known?.Id, cancel))
            ?? AccountRefusals.OfPassword(wanted.Password, wanted.Email);
    }

    /// <summary>Writes it down, its password hashed: slow on purpose, and so before the transaction, during which nobody else writes to SQLite.</summary>
    public Account Write(NewColleague wanted)
    {
        var account = new Account(DisplayNames.Read(wanted.Name ?? ""), clock.GetUtcNow().UtcDateTime) { UserName = wanted.Email, Email = wanted.Email, Language = wanted.Language };
        account.PasswordHash = users.PasswordHasher.HashPassword(account, wanted.Password!);
        return account;
    }

    /// <summary>Stores it confirmed; the caller owns the transaction.</summary>
    public async Task<Account> StoreAsync(Account written) => await users.StoreAsync(await users.FindByEmailAsync(written.Email!), written, isConfirmed: true);
}
