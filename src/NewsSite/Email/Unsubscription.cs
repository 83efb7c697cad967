using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Email;

/// <summary>What somebody who holds a mail may end with it.</summary>
public enum UnsubscribeChoice
{
    /// <summary>Mail for the reason this one came.</summary>
    This,

    /// <summary>Mail about this thread, for whatever reason.</summary>
    Mute,

    /// <summary>All mail about conversations to this address.</summary>
    All,
}

/// <summary>
/// Ends mail by the key its links carry, without signing in: whoever holds the mail may. Doing it twice is doing it once; a key nobody knows does nothing, and
/// nobody is told the difference.
/// </summary>
public sealed class Unsubscription(NewsDbContext db)
{
    /// <summary>Does what was chosen.</summary>
    /// <param name="key">What the link carried.</param>
    /// <param name="choice">What is to end.</param>
    /// <param name="threadId">The thread to mute, where a mail about a whole conversation named one.</param>
    /// <param name="now">When; UTC.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task EndAsync(string? key, UnsubscribeChoice choice, int? threadId, DateTime now, CancellationToken cancel = default)
    {
        if (key is not { Length: Follow.KeyLength } || await db.Follows.AsNoTracking().SingleOrDefaultAsync(f => f.Key == key, cancel) is not { } follow)
        {
            return;
        }

        switch (choice)
        {
            case UnsubscribeChoice.Mute when await ThreadAsync(follow, threadId, cancel) is { } thread:
                await MuteAsync(follow, thread, now, cancel);
                break;
            case UnsubscribeChoice.All:
                await EndAllAsync(follow, cancel);
                break;
            default:
                // Also where no thread can be told: less mail is what was asked for.
                await db.Follows.Where(f => f.Id == follow.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.Frequency, MailFrequency.Never), cancel);
                break;
        }
    }

    private async Task<int?> ThreadAsync(Follow follow, int? asked, CancellationToken cancel) => asked is null
        ? follow.ThreadId
        : await db.Comments.Where(c => c.Id == asked && c.Depth == 1 && c.ArticleId == follow.ArticleId).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancel) ?? follow.ThreadId;

    private async Task MuteAsync(Follow follow, int threadId, DateTime now, CancellationToken cancel)
    {
        var muted = await db.Follows
            .Where(f => f.AccountId == follow.AccountId && f.Email == follow.Email && f.ThreadId == threadId && f.CommentId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Frequency, MailFrequency.Never), cancel);
        if (muted == 0)
        {
            db.Follows.Add(Follow.OfThread(follow.AccountId, follow.Email, follow.ArticleId, threadId, MailFrequency.Never, now));
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task EndAllAsync(Follow follow, CancellationToken cancel)
    {
        // An address may have both: follows of a guest, and those of the account made later.
        var address = follow.Email ?? (await db.Accounts.Where(a => a.Id == follow.AccountId).Select(a => a.Email).SingleOrDefaultAsync(cancel))?.ToLowerInvariant();
        var normalized = address?.ToUpperInvariant();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Follows
            .Where(f => f.Id == follow.Id || (follow.AccountId != null && f.AccountId == follow.AccountId) || (address != null && (f.Email == address || f.Account!.NormalizedEmail == normalized)))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Frequency, MailFrequency.Never), cancel);
        await db.Accounts
            .Where(a => a.Id == follow.AccountId || (address != null && a.NormalizedEmail == normalized))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ReplyMail, MailFrequency.Never), cancel);
        await transaction.CommitAsync(cancel);
    }
}
