using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Email;

namespace NewsSite.Comments;

/// <summary>Lets an account say what it wants mail about. Saying it twice is saying it once.</summary>
public sealed class Following(NewsDbContext db, ConversationPolicy policy)
{
    /// <summary>Follows the conversation under an article, or changes how often mail about it comes.</summary>
    /// <returns>False when readers see no such conversation.</returns>
    public async Task<bool> FollowArticleAsync(int accountId, int articleId, MailFrequency frequency, DateTime now, CancellationToken cancel = default)
    {
        if (!await db.Articles.Published(now).WithConversation(policy).AnyAsync(a => a.Id == articleId, cancel))
        {
            return false;
        }

        if (await SetAsync(db.Follows.Where(f => f.AccountId == accountId && f.ArticleId == articleId && f.ThreadId == null), frequency, cancel) == 0)
        {
            db.Follows.Add(Follow.OfArticle(accountId, articleId, frequency, now));
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>Follows the thread a comment stands in, or changes how often mail about it comes; never is muting it.</summary>
    /// <returns>False when readers see no such thread.</returns>
    public async Task<bool> FollowThreadAsync(int accountId, int commentId, MailFrequency frequency, DateTime now, CancellationToken cancel = default)
    {
        var articles = db.Articles.Published(now).WithConversation(policy);
        if (await db.Comments.Where(c => c.Id == commentId && articles.Any(a => a.Id == c.ArticleId)).Select(c => new { c.ArticleId, c.ThreadId }).SingleOrDefaultAsync(cancel) is not { } place
            || !await db.Comments.AnyAsync(c => c.ThreadId == place.ThreadId && c.Status == CommentStatus.Published, cancel))
        {
            return false;
        }

        if (await SetAsync(db.Follows.Where(f => f.AccountId == accountId && f.ThreadId == place.ThreadId && f.CommentId == null), frequency, cancel) == 0)
        {
            db.Follows.Add(Follow.OfThread(accountId, null, place.ArticleId, place.ThreadId, frequency, now));
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>Mutes the thread a comment stands in: no mail about it for any reason, answers to one's own comments among them.</summary>
    /// <returns>False when readers see no such thread.</returns>
    public Task<bool> MuteThreadAsync(int accountId, int commentId, DateTime now, CancellationToken cancel = default) =>
        FollowThreadAsync(accountId, commentId, MailFrequency.Never, now, cancel);

    /// <summary>Changes how often mail comes for one of the account's follows.</summary>
    /// <returns>False when the account has no such follow.</returns>
    public async Task<bool> ChangeAsync(int accountId, int followId, MailFrequency frequency, CancellationToken cancel = default) =>
        await SetAsync(db.Follows.Where(f => f.Id == followId && f.AccountId == accountId), frequency, cancel) > 0;

    /// <summary>Ends a follow: it leaves the list, and a muted thread is muted no more.</summary>
    /// <remarks>
    /// Switched off rather than forgotten, so that the links of mails already sent go on working and an account that wants mail about every answer is not told of
    /// the next. Not so with a thread, which switched off would be muted.
    /// </remarks>
    /// <returns>False when the account has no such follow.</returns>
    public async Task<bool> StopAsync(int accountId, int followId, CancellationToken cancel = default)
    {
        var follow = db.Follows.Where(f => f.Id == followId && f.AccountId == accountId);
        return await follow.Where(f => f.ThreadId != null && f.CommentId == null).ExecuteDeleteAsync(cancel) + await SetAsync(follow, MailFrequency.Never, cancel) > 0;
    }

    /// <summary>What an account follows and what it muted, the latest first.</summary>
    public async Task<IReadOnlyList<FollowLine>> ListAsync(int accountId, DateTime now, CancellationToken cancel = default)
    {
        var articles = db.Articles.Published(now).WithConversation(policy);
        return await db.Follows
            .Where(f => f.AccountId == accountId && (f.Frequency != MailFrequency.Never || (f.ThreadId != null && f.CommentId == null)))
            .Join(articles, f => f.ArticleId, a => a.Id, (f, a) => new { Follow = f, Article = a })
            .OrderByDescending(l => l.Follow.CreatedAt).ThenByDescending(l => l.Follow.Id)
            .Select(l => new FollowLine
            {
                Id = l.Follow.Id,
                ThreadId = l.Follow.ThreadId,
                CommentId = l.Follow.CommentId,
                Frequency = l.Follow.Frequency,
                Headline = l.Article.Headline,
                Language = l.Article.Language,
                Address = new ArticleAddress(l.Article.PublicationDay!.Value, l.Article.Slug),
                ThreadBy = db.Comments.Where(c => c.Id == l.Follow.ThreadId && c.Status == CommentStatus.Published).Select(c => c.AuthorName).SingleOrDefault(),
            })
            .ToListAsync(cancel);
    }

    /// <summary>Hides somebody's comments from an account, and their events from its mail; or shows them again. Twice the same is once.</summary>
    public async Task IgnoreAsync(int accountId, int otherId, bool ignore, CancellationToken cancel = default)
    {
        var there = db.IgnoredAccounts.Where(i => i.AccountId == accountId && i.IgnoredId == otherId);
        if (!ignore)
        {
            await there.ExecuteDeleteAsync(cancel);
        }
        else if (accountId != otherId && await db.Accounts.AnyAsync(a => a.Id == otherId, cancel) && !await there.AnyAsync(cancel))
        {
            db.IgnoredAccounts.Add(new IgnoredAccount(accountId, otherId));
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Whom an account ignores, by name.</summary>
    public async Task<IReadOnlyList<IgnoredPerson>> ListIgnoredAsync(int accountId, CancellationToken cancel = default) => await db.IgnoredAccounts
        .Where(i => i.AccountId == accountId)
        .Join(db.Accounts, i => i.IgnoredId, a => a.Id, (_, a) => a)
        .OrderBy(a => a.DisplayName)
        .Select(a => new IgnoredPerson(a.Id, a.DisplayName))
        .ToListAsync(cancel);

    private static Task<int> SetAsync(IQueryable<Follow> follows, MailFrequency frequency, CancellationToken cancel) =>
        follows.ExecuteUpdateAsync(set => set.SetProperty(f => f.Frequency, frequency), cancel);
}

/// <summary>Somebody an account ignores.</summary>
public sealed record IgnoredPerson(int Id, string Name);

/// <summary>A line of what an account follows.</summary>
public sealed record FollowLine
{
    /// <summary>The follow's key in the database.</summary>
    public required int Id { get; init; }

    /// <summary>The thread followed or muted; null for the whole conversation.</summary>
    public required int? ThreadId { get; init; }

    /// <summary>The comment whose answers are followed.</summary>
    public required int? CommentId { get; init; }

    /// <summary>How often mail comes.</summary>
    public required MailFrequency Frequency { get; init; }

    /// <summary>The headline of the article.</summary>
    public required string Headline { get; init; }

    /// <summary>The language of the article.</summary>
    public required string Language { get; init; }

    /// <summary>The address of the article.</summary>
    public required ArticleAddress Address { get; init; }

    /// <summary>Who began the thread; null for the whole conversation, and where that comment is gone.</summary>
    public required string? ThreadBy { get; init; }

    /// <summary>What is followed.</summary>
    public FollowReason Reason => Follow.ReasonOf(ThreadId, CommentId);

    /// <summary>True for a thread nothing is told about.</summary>
    public bool IsMuted => Reason == FollowReason.Thread && Frequency == MailFrequency.Never;
}
