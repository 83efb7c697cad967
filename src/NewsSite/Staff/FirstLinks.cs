using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Staff;

/// <summary>Makes the link to the first administrator's account, and lets it be used once.</summary>
public sealed class FirstLinks(NewsDbContext db)
{
    /// <summary>Ends every link of an earlier start, and makes one where there is no administrator. Of several servers that start at once each may make one; they are for one account.</summary>
    /// <returns>The link's secret; null when there is an administrator.</returns>
    public async Task<string?> RenewAsync(DateTime now, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.FirstLinks.ExecuteDeleteAsync(cancel);
        var needed = !await db.Accounts.Administrators.AnyAsync(cancel);
        var (token, hash) = GuestAddress.NewToken();
        if (needed)
        {
            db.FirstLinks.Add(new FirstLink(hash, now));
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return needed ? token : null;
    }

    /// <summary>True while a link is good.</summary>
    public async Task<bool> IsGoodAsync(string? token, CancellationToken cancel = default)
    {
        var hash = GuestAddress.HashOf(token ?? "");
        return await db.FirstLinks.AnyAsync(l => l.TokenHash == hash, cancel) && !await db.Accounts.Administrators.AnyAsync(cancel);
    }

    /// <summary>
    /// Uses a link up, and with it every other: of two people with a link each, one gets through. The caller owns the transaction and makes the administrator in it.
    /// </summary>
    /// <returns>False when it is no longer good.</returns>
    public async Task<bool> UseAsync(string? token, CancellationToken cancel = default)
    {
        // All of them in one statement: whoever comes second waits here for the first, finds nothing left, or, where a server has printed one meanwhile, an administrator.
        return await IsGoodAsync(token, cancel)
            && await db.FirstLinks.ExecuteDeleteAsync(cancel) > 0
            && !await db.Accounts.Administrators.AnyAsync(cancel);
    }
}
