using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;

namespace NewsSite.Web.Accounts;

/// <summary>Asks for an account's deletion and thinks better of it. What happens when the day is over is <see cref="AccountErasure"/>'s.</summary>
public sealed class Leaving(NewsDbContext db, AccountMails mails, TimeProvider clock)
{
    /// <summary>The account as its owner's page about leaving needs it; null when there is none.</summary>
    public Task<Account?> FindAsync(int? accountId, CancellationToken cancel) => db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.ErasedAt == null, cancel);

    /// <summary>Asks for the deletion, and writes to the address in the same transaction: whoever has only the browser must not do it unseen.</summary>
    /// <param name="account">The account.</param>
    /// <param name="typedName">Its name, typed to show that it is meant.</param>
    /// <param name="cancel">Ends the asking.</param>
    /// <returns>False when another name was typed.</returns>
    public async Task<bool> AskAsync(Account account, string? typedName, CancellationToken cancel)
    {
        if (!string.Equals(DisplayNames.Read(typedName ?? ""), account.DisplayName.Normalize(NormalizationForm.FormKC), StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (account.DeletionAskedAt is null)
        {
            account.AskForDeletion(clock.GetUtcNow().UtcDateTime);
            if (account.Email is not null)
            {
                db.Outbox.Add(mails.Leaving(account));
            }

            await db.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>Keeps the account after all, unless its day is over.</summary>
    public async Task KeepAsync(Account account, CancellationToken cancel)
    {
        if (!account.IsDueForErasure(clock.GetUtcNow().UtcDateTime))
        {
            account.KeepAfterAll();
            await db.SaveChangesAsync(cancel);
        }
    }
}
