using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Staff;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Staff;

/// <summary>Makes the account of the first administrator by the link a start has printed.</summary>
public sealed class FirstAdministrator(NewsDbContext db, FirstLinks links, ColleagueAccounts accounts)
{
    /// <summary>True while the link is good.</summary>
    public Task<bool> IsGoodAsync(string? token, CancellationToken cancel) => links.IsGoodAsync(token, cancel);

    /// <summary>Makes it.</summary>
    /// <returns>The account, or why not.</returns>
    public async Task<(Account? Account, AccountRefusal? Refusal)> MakeAsync(string? token, NewColleague typed, CancellationToken cancel)
    {
        if (GuestAddress.Read(typed.Email) is not { } email)
        {
            return (null, AccountRefusal.EmailUnfit);
        }

        var wanted = typed with { Email = email };
        if (await accounts.WhyNotAsync(wanted, cancel) is { } unfit)
        {
            return (null, unfit);
        }

        var written = accounts.Write(wanted);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (!await links.UseAsync(token, cancel))
            {
                return (null, AccountRefusal.LinkUsed);
            }

            var account = await accounts.StoreAsync(written);
            await db.Entry(account).Collection(a => a.Roles).LoadAsync(cancel);
            new StaffGrant([AccountRole.Administrator], []).GiveTo(account, account.CreatedAt);
            db.DeskLog.Add(new DeskEntry(account.CreatedAt, account.Id, DeskAction.Joined, DeskThing.Account, account.Id, account.DisplayName, "administrator"));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return (account, null);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return (null, AccountRefusal.NameTaken);
        }
    }
}
