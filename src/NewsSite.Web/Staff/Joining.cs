using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Staff;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Staff;

/// <summary>Lets the invited join the newsroom: with a new account, or with the one their address has.</summary>
public sealed class Joining(NewsDbContext db, Staffing staffing, ColleagueAccounts accounts)
{
    /// <summary>The account the invitation's address has; null when it has none that is confirmed.</summary>
    public Task<Account?> AccountOfAsync(Invitation invitation, CancellationToken cancel)
    {
        var normalized = invitation.Email.ToUpperInvariant();
        return db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized && a.EmailConfirmed && a.ErasedAt == null, cancel);
    }

    /// <summary>Joins with a new account; whoever opens the mailed link reads the address, so it needs no second mail.</summary>
    /// <returns>The account, or why not.</returns>
    public async Task<(Account? Account, AccountRefusal? Refusal)> AsNewAsync(Invitation invitation, string token, string? name, string? password, CancellationToken cancel)
    {
        var wanted = new NewColleague(invitation.Email, name, password, invitation.Language);
        if (await accounts.WhyNotAsync(wanted, cancel) is { } unfit)
        {
            return (null, unfit);
        }

        var written = accounts.Write(wanted);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var account = await accounts.StoreAsync(written);
            if (!await staffing.TakeUpAsync(invitation, token, account, cancel))
            {
                return (null, AccountRefusal.LinkUsed);
            }

            await new GuestConfirming(db).ClaimAsync(account.Id, invitation.Email, cancel);
            await transaction.CommitAsync(cancel);
            return (account, null);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return (null, AccountRefusal.NameTaken);
        }
    }

    /// <summary>Joins with the account there is. The link alone does not stand in for its password and code: they must be signed in to it.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<AccountRefusal?> AsAsync(Account account, Invitation invitation, string token, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await staffing.TakeUpAsync(invitation, token, account, cancel))
        {
            return AccountRefusal.LinkUsed;
        }

        await transaction.CommitAsync(cancel);
        return null;
    }
}
