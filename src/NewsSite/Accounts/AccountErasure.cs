using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Accounts;

/// <summary>An account that is gone, and the articles whose pages showed it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Articles">The articles.</param>
public sealed record ErasedAccount(int AccountId, IReadOnlyList<int> Articles);

/// <summary>
/// Ends accounts. Of one whose deletion was asked for, name, texts and whatever else is of the person go for good; rows stay where others' replies stand under them
/// and where the moderation log points at them.
/// </summary>
public sealed class AccountErasure(NewsDbContext db, Commenting commenting, Useful useful)
{
    /// <summary>How long an account waits for its address to be confirmed.</summary>
    public static readonly TimeSpan ConfirmationTime = TimeSpan.FromDays(7);

    /// <summary>Erases the accounts whose day for a change of mind is over, each in a transaction of its own.</summary>
    public async IAsyncEnumerable<ErasedAccount> EraseDueAsync(DateTime now, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var asked = now - Account.DeletionDelay;
        // And once more those that posted in the moment they were erased.
        var due = await db.Accounts
            .Where(a => a.DeletionAskedAt <= asked && (a.ErasedAt == null || db.Comments.Any(c => c.AccountId == a.Id)))
            .OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancel);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            if (await EraseAsync(id, now, cancel) is { } erased)
            {
                yield return erased;
            }
        }
    }

    /// <summary>Deletes accounts that were never confirmed, and the mails that asked them to. They own no name and no comment.</summary>
    public async Task<int> DropUnconfirmedAsync(DateTime now, CancellationToken cancel = default)
    {
        var (until, lately) = (now - ConfirmationTime, now - TimeSpan.FromDays(1));
        var due = await db.Accounts
            .Where(a => !a.EmailConfirmed && a.NormalizedEmail != null && a.NameSkeleton == null && a.ErasedAt == null && a.CreatedAt <= until)
            // Who registered again just now has a link that works for a day.
            .Where(a => !db.Comments.Any(c => c.AccountId == a.Id) && !db.Outbox.Any(m => m.Recipient == a.Email && m.CreatedAt > lately))
            .OrderBy(a => a.Id).Take(OwnComments.AtOnce).Select(a => new { a.Id, a.Email }).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return 0;
        }

        var (ids, addresses) = (due.Select(a => a.Id).ToList(), due.Select(a => a.Email).OfType<string>().ToList());
        await db.Outbox.Where(m => addresses.Contains(m.Recipient)).ExecuteDeleteAsync(cancel);
        // Asked again, for somebody may be clicking the link right now.
        return await db.Accounts.Where(a => ids.Contains(a.Id) && !a.EmailConfirmed && a.NameSkeleton == null).ExecuteDeleteAsync(cancel);
    }

    private async Task<ErasedAccount?> EraseAsync(int id, DateTime now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The row's lock first: whoever thinks better of it in this moment comes before or after.
        await db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount), cancel);
        var account = await db.Accounts.Include(a => a.Roles).Include(a => a.Languages).SingleAsync(a => a.Id == id, cancel);
        if (account.ErasedAt is null && !account.IsDueForErasure(now))
        {
            return null;
        }

        var comments = await OwnComments.IdsAsync(db, account, cancel);
        var articles = await LockArticlesAsync(comments, cancel);
        foreach (var some in comments.Chunk(OwnComments.AtOnce))
        {
            await EraseCommentsAsync(some, now, cancel);
        }

        foreach (var article in articles)
        {
            await commenting.RecountAsync(article, cancel);
        }

        var marked = await EraseBelongingsAsync(account, cancel);
        if (account.ErasedAt is null)
        {
            account.Erase(now, string.Create(CultureInfo.InvariantCulture, $"erased-{id}"));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ErasedAccount(id, [.. articles.Union(marked).Order()]);
    }

    /// <summary>Takes the locks posts take turns by, so that the counts come out right.</summary>
    private async Task<SortedSet<int>> LockArticlesAsync(List<int> comments, CancellationToken cancel)
    {
        var articles = new SortedSet<int>();
        foreach (var some in comments.Chunk(OwnComments.AtOnce))
        {
            articles.UnionWith(await db.Comments.Where(c => some.Contains(c.Id)).Select(c => c.ArticleId).Distinct().ToListAsync(cancel));
        }

        foreach (var article in articles)
        {
            await db.Articles.Where(a => a.Id == article).ExecuteUpdateAsync(set => set.SetProperty(a => a.CommentCount, a => a.CommentCount), cancel);
        }

        return articles;
    }

    private async Task EraseCommentsAsync(int[] ids, DateTime now, CancellationToken cancel)
    {
        await db.CommentRevisions.Where(r => ids.Contains(r.CommentId) && r.Waits).ExecuteDeleteAsync(cancel);
        foreach (var revision in await db.CommentRevisions.Where(r => ids.Contains(r.CommentId)).ToListAsync(cancel))
        {
            revision.Blank();
        }

        foreach (var comment in await db.Comments.Where(c => ids.Contains(c.Id)).ToListAsync(cancel))
        {
            comment.Erase();
        }

        await db.SaveChangesAsync(cancel);
        // The whole row: even the fingerprint tells whoever guesses the text that it was this one.
        await db.CommentOrigins.Where(o => ids.Contains(o.CommentId)).ExecuteDeleteAsync(cancel);
        await db.CommentNotices.Where(n => ids.Contains(n.CommentId)).ExecuteDeleteAsync(cancel);
        await db.Outbox.Where(m => ids.Contains(m.CommentId ?? 0) && m.SentAt == null).ExecuteDeleteAsync(cancel);
        await db.CommentFlags.Where(f => ids.Contains(f.CommentId) && f.SettledAt == null).ExecuteUpdateAsync(set => set.SetProperty(f => f.SettledAt, now), cancel);
        // That and why a check decided stays; the words it went by were theirs.
        await db.ModerationLog.Where(e => ids.Contains(e.CommentId) && e.Evidence != null).ExecuteUpdateAsync(set => set.SetProperty(e => e.Evidence, (string?)null), cancel);
    }

    /// <summary>Deletes what hangs on the account itself.</summary>
    /// <returns>The articles whose comments it had marked as useful.</returns>
    private async Task<List<int>> EraseBelongingsAsync(Account account, CancellationToken cancel)
    {
        var id = account.Id;
        var articles = await EraseMarksAsync(id, cancel);
        await db.Follows.Where(f => f.AccountId == id).ExecuteDeleteAsync(cancel);
        await db.ReadMarks.Where(m => m.AccountId == id).ExecuteDeleteAsync(cancel);
        await db.IgnoredAccounts.Where(i => i.AccountId == id || i.IgnoredId == id).ExecuteDeleteAsync(cancel);
        await db.CommentFlags.Where(f => f.AccountId == id && f.Note != null).ExecuteUpdateAsync(set => set.SetProperty(f => f.Note, (string?)null), cancel);
        await db.PersonalTokens.Where(t => t.AccountId == id).ExecuteDeleteAsync(cancel);
        await db.UserClaims.Where(c => c.UserId == id).ExecuteDeleteAsync(cancel);
        await db.UserLogins.Where(l => l.UserId == id).ExecuteDeleteAsync(cancel);
        await db.UserTokens.Where(t => t.UserId == id).ExecuteDeleteAsync(cancel);
        await db.UserPasskeys.Where(p => p.UserId == id).ExecuteDeleteAsync(cancel);
        if (OwnComments.GuestAddressOf(account) is { } address)
        {
            await db.Follows.Where(f => f.Email == address).ExecuteDeleteAsync(cancel);
            await db.Subscribers.Where(s => s.Email == address).ExecuteDeleteAsync(cancel);
            await db.SubscriptionRequests.Where(r => r.Email == address).ExecuteDeleteAsync(cancel);
            await db.Outbox.Where(m => m.Recipient == address).ExecuteDeleteAsync(cancel);
        }

        if (account.Email is { } written)
        {
            await db.Outbox.Where(m => m.Recipient == written).ExecuteDeleteAsync(cancel);
        }

        return articles;
    }

    private async Task<List<int>> EraseMarksAsync(int id, CancellationToken cancel)
    {
        var marked = await db.UsefulMarks.Where(m => m.AccountId == id).Select(m => m.CommentId).ToListAsync(cancel);
        await db.UsefulMarks.Where(m => m.AccountId == id).ExecuteDeleteAsync(cancel);
        var articles = new List<int>();
        foreach (var some in marked.Chunk(OwnComments.AtOnce))
        {
            foreach (var comment in await db.Comments.Where(c => some.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancel))
            {
                await useful.RateAsync(comment, cancel);
                articles.Add(comment.ArticleId);
            }
        }

        return articles;
    }
}
