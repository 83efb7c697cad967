using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Email;

/// <summary>
/// Tells those who follow what was said, in two steps. <see cref="HandOutAsync"/> turns the notice of one comment into a row for each person;
/// <see cref="WriteDueAsync"/> turns a person's rows into mail when they are due. Each step changes what it has done in the transaction that does it, so a server
/// that dies between, or a second one beside it, neither forgets anybody nor tells anybody twice.
/// </summary>
public sealed class Correspondence(NewsDbContext db, ConversationPolicy policy, TimeZoneInfo zone)
{
    /// <summary>So many followers are written down in one transaction: others wait to write meanwhile.</summary>
    public const int BatchSize = 500;

    private const int RowsAtOnce = 1_000;
    private const int AncestorsNamed = 8;

    private readonly Dictionary<int, int?> parentOf = [];

    /// <summary>Writes down, for every comment nobody was told of yet, who is to be told and when.</summary>
    public async Task HandOutAsync(DateTime now, CancellationToken cancel = default)
    {
        // Most comments are followed by nobody. Those go together, or each would cost a flush to the disk that posters wait behind.
        await db.CommentNotices
            .Where(n => !db.Comments.Any(c => c.Id == n.CommentId
                && (db.Follows.Any(f => f.ArticleId == c.ArticleId) || (c.Parent!.AccountId != null && c.Parent.Account!.ReplyMail != MailFrequency.Never))))
            .ExecuteDeleteAsync(cancel);
        var notices = await db.CommentNotices.AsNoTracking().OrderBy(n => n.CommentId).ToListAsync(cancel);
        await EachAsync(notices, notice => HandOutOneAsync(notice, now, cancel), cancel);
    }

    /// <summary>Writes the mails that are due, from the state of things now: what is gone or no longer wanted is left out, and with it perhaps the mail.</summary>
    /// <param name="write">Puts a letter into words.</param>
    /// <param name="now">The time; UTC.</param>
    /// <param name="cancel">Ends it between two people.</param>
    public async Task WriteDueAsync(Func<Letter, OutboxMail> write, DateTime now, CancellationToken cancel = default)
    {
        parentOf.Clear();
        var people = await HandedOut
            .Where(p => p.DueAt <= now)
            .Join(db.Follows, p => p.FollowId, f => f.Id, (_, f) => new { f.AccountId, f.Email })
            .Distinct()
            .ToListAsync(cancel);
        await EachAsync(people, person => WriteToAsync(person.AccountId, person.Email, write, now, cancel), cancel);
    }

    /// <summary>Rows of comments whose followers are all written down: before that a person may yet be found for a second time.</summary>
    private IQueryable<PendingNotice> HandedOut => db.PendingNotices.Where(p => !db.CommentNotices.Any(n => n.CommentId == p.CommentId));

    private IQueryable<Comment> Visible(DateTime now)
    {
        var articles = db.Articles.Published(now).WithConversation(policy);
        return db.Comments.Where(c => c.Status == CommentStatus.Published && articles.Any(a => a.Id == c.ArticleId));
    }

    private async Task HandOutOneAsync(CommentNotice notice, DateTime now, CancellationToken cancel)
    {
        await FollowAnswersOfTheAnsweredAsync(notice, cancel);
        var told = await FollowersAsync(notice.CommentId, now, cancel);
        var batches = told.Chunk(BatchSize).DefaultIfEmpty([]).ToList();
        for (var i = 0; i < batches.Count; i++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // Locks the notice: a second server waits here, and finds it gone when everybody is written down.
            if (await db.CommentNotices.Where(n => n.CommentId == notice.CommentId).ExecuteUpdateAsync(set => set.SetProperty(n => n.At, n => n.At), cancel) == 0)
            {
                return;
            }

            var ids = batches[i].Select(f => f.FollowId).ToList();
            var before = await db.PendingNotices.Where(p => p.CommentId == notice.CommentId && ids.Contains(p.FollowId)).Select(p => p.FollowId).ToListAsync(cancel);
            db.PendingNotices.AddRange(batches[i]
                .Where(f => !before.Contains(f.FollowId))
                .Select(f => new PendingNotice(f.FollowId, notice.CommentId, PendingNotice.DueFor(f.Frequency, notice.At, zone))));
            await db.SaveChangesAsync(cancel);
            if (i == batches.Count - 1)
            {
                await db.CommentNotices.Where(n => n.CommentId == notice.CommentId).ExecuteDeleteAsync(cancel);
            }

            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Somebody who wants mail about every answer has no follow yet for what they wrote before they said so: it is made when the first answer comes. One that is
    /// there, even one that says never, was chosen for that comment and stays.
    /// </summary>
    private async Task FollowAnswersOfTheAnsweredAsync(CommentNotice notice, CancellationToken cancel)
    {
        var answered = await db.Comments.Where(c => c.Id == notice.CommentId && c.ParentId != null && c.Parent!.AccountId != null && c.Parent.AccountId != c.AccountId)
            .Select(c => c.Parent!)
            .Where(p => p.Account!.ReplyMail != MailFrequency.Never && p.Account.EmailConfirmed && !db.Follows.Any(f => f.CommentId == p.Id && f.AccountId == p.AccountId))
            .Select(p => new { Comment = p, p.AccountId, p.Account!.ReplyMail })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);
        if (answered is not null)
        {
            db.Follows.Add(Follow.OfAnswers(answered.Comment, answered.AccountId, null, answered.ReplyMail, notice.At));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<IReadOnlyList<Follower>> FollowersAsync(int commentId, DateTime now, CancellationToken cancel)
    {
        var comment = await Visible(now).Where(c => c.Id == commentId)
            .Select(c => new { c.ArticleId, c.ThreadId, c.ParentId, c.AccountId, c.Account!.Email, GuestEmail = db.CommentOrigins.Where(o => o.CommentId == c.Id).Select(o => o.GuestEmail).FirstOrDefault() })
            .SingleOrDefaultAsync(cancel);
        if (comment is null)
        {
            return [];
        }

        var follows = await db.Follows
            .Where(f => f.ArticleId == comment.ArticleId
                && (f.ThreadId == null || f.ThreadId == comment.ThreadId)
                && (f.CommentId == null || f.CommentId == comment.ParentId)
                && (f.AccountId == null || (f.AccountId != comment.AccountId && f.Account!.EmailConfirmed && f.Account.ErasedAt == null))
                && !db.IgnoredAccounts.Any(i => i.AccountId == f.AccountId && i.IgnoredId == comment.AccountId))
            .OrderBy(f => f.Id)
            .Select(f => new { f.Id, Address = f.AccountId == null ? f.Email : f.Account!.Email, f.ThreadId, f.CommentId, f.Frequency })
            .ToListAsync(cancel);
        var own = (comment.Email ?? comment.GuestEmail)?.ToLowerInvariant();
        return [.. Follower.Told(follows
                .Where(f => f.Address is not null)
                .Select(f => new Follower(f.Id, f.Address!.ToLowerInvariant(), Follow.ReasonOf(f.ThreadId, f.CommentId), f.Frequency))
                .Where(f => f.Address != own))
            .OrderBy(f => f.FollowId)];
    }

    private async Task WriteToAsync(int? accountId, string? email, Func<Letter, OutboxMail> write, DateTime now, CancellationToken cancel)
    {
        var mine = db.Follows.Where(f => f.AccountId == accountId && f.Email == email);
        var rows = await HandedOut
            .Join(mine, p => p.FollowId, f => f.Id, (p, f) => new { p.CommentId, p.DueAt, f.Id, f.Frequency })
            .Join(db.Comments, p => p.CommentId, c => c.Id, (p, c) => new { p.Id, p.CommentId, p.DueAt, p.Frequency, c.ThreadId })
            .OrderBy(p => p.CommentId)
            .Take(RowsAtOnce)
            .Select(p => new PendingRow(p.Id, p.CommentId, p.DueAt, p.Frequency, p.ThreadId))
            .ToListAsync(cancel);
        var (atOnce, digest) = Gather(rows, now);
        var taken = atOnce.SelectMany(t => t).Concat(digest).Select(r => r.CommentId).ToHashSet();
        if (taken.Count == 0)
        {
            return;
        }

        var letters = new List<Letter>();
        if (await RecipientAsync(accountId, email, cancel) is { } recipient)
        {
            var known = await LetterCommentsAsync(rows.Where(r => taken.Contains(r.CommentId) && r.Frequency != MailFrequency.Never).ToList(), mine, accountId, now, cancel);
            foreach (var (group, isDigest) in atOnce.Select(t => (t, false)).Append((digest, true)))
            {
                if (await ComposeAsync(recipient, group.Select(r => r.CommentId).Where(known.ContainsKey).Select(id => known[id]).ToList(), isDigest, now, cancel) is { } letter)
                {
                    letters.Add(letter);
                }
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var gone = await db.PendingNotices.Where(p => taken.Contains(p.CommentId) && mine.Any(f => f.Id == p.FollowId)).ExecuteDeleteAsync(cancel);
        if (gone < rows.Count(r => taken.Contains(r.CommentId)))
        {
            // Another server was faster: what it left is written next time.
            return;
        }

        db.Outbox.AddRange(letters.Select(write));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>
    /// Which rows make a mail now. Of a thread in which something is due, everything told at once goes into one mail, also what came within the minute;
    /// hourly and daily rows that are due go into one together.
    /// </summary>
    private static (IReadOnlyList<IReadOnlyList<PendingRow>> AtOnce, IReadOnlyList<PendingRow> Digest) Gather(IReadOnlyList<PendingRow> rows, DateTime now)
    {
        var atOnce = rows.Where(r => r.Frequency is MailFrequency.Now)
            .GroupBy(r => r.ThreadId)
            .Where(thread => thread.Any(r => r.DueAt <= now))
            .Select(thread => (IReadOnlyList<PendingRow>)[.. thread.DistinctBy(r => r.CommentId)])
            .ToList();
        var told = atOnce.SelectMany(t => t).Select(r => r.CommentId).ToHashSet();
        return (atOnce, [.. rows.Where(r => r.Frequency is not MailFrequency.Now && r.DueAt <= now && !told.Contains(r.CommentId)).DistinctBy(r => r.CommentId)]);
    }

    private async Task<Recipient?> RecipientAsync(int? accountId, string? email, CancellationToken cancel) => accountId is null
        ? email is null ? null : new Recipient(email, null)
        : await db.Accounts.Where(a => a.Id == accountId && a.EmailConfirmed && a.ErasedAt == null && a.Email != null)
            .Select(a => new Recipient(a.Email!, a.Language))
            .SingleOrDefaultAsync(cancel);

    /// <summary>What is still there to be told, and still wanted, by comment.</summary>
    private async Task<Dictionary<int, FoundComment>> LetterCommentsAsync(List<PendingRow> rows, IQueryable<Follow> mine, int? accountId, DateTime now, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.CommentId).Distinct().ToList();
        var found = await Visible(now)
            .Where(c => ids.Contains(c.Id)
                && !mine.Any(f => f.ThreadId == c.ThreadId && f.CommentId == null && f.Frequency == MailFrequency.Never)
                && !db.IgnoredAccounts.Any(i => i.AccountId == accountId && i.IgnoredId == c.AccountId))
            .Select(c => new
            {
                c.Id, c.ThreadId, c.ParentId, c.AuthorName, c.Language, c.BodyHtml,
                AnsweredName = c.Parent!.Status == CommentStatus.Published && !c.ParentIsApproximate ? c.Parent.AuthorName : null,
                c.Article.Headline, c.Article.PublicationDay, c.Article.Slug, ArticleLanguage = c.Article.Language,
            })
            .ToListAsync(cancel);
        var followIds = rows.Select(r => r.FollowId).Distinct().ToList();
        var follows = await mine.AsNoTracking().Where(f => followIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancel);
        var followOf = rows.Where(r => follows.ContainsKey(r.FollowId)).GroupBy(r => r.CommentId).ToDictionary(r => r.Key, r => follows[r.First().FollowId]);
        return found.Where(c => followOf.ContainsKey(c.Id)).ToDictionary(c => c.Id, c =>
        {
            var follow = followOf[c.Id];
            parentOf[c.Id] = c.ParentId;
            return new FoundComment(
                c.ThreadId, c.Headline, new ArticleAddress(c.PublicationDay!.Value, c.Slug), c.ArticleLanguage,
                new LetterComment(c.Id, c.AuthorName, c.AnsweredName, c.Language, c.BodyHtml, follow.Id, follow.Key, Follow.ReasonOf(follow.ThreadId, follow.CommentId)));
        });
    }

    private async Task<Letter?> ComposeAsync(Recipient recipient, List<FoundComment> comments, bool isDigest, DateTime now, CancellationToken cancel)
    {
        if (comments.Count == 0)
        {
            return null;
        }

        var room = Letter.MaxComments;
        var threads = new List<LetterThread>();
        foreach (var thread in comments.GroupBy(c => c.ThreadId))
        {
            var told = thread.Take(room).Select(c => c.Comment).ToList();
            room -= told.Count;
            var any = thread.First();
            threads.Add(new LetterThread(thread.Key, any.Headline, any.Article, told, thread.Count() - told.Count));
        }

        var ancestors = threads.Count == 1 ? await AncestorsAsync(comments[^1].Comment.Id, cancel) : [];
        return new Letter(recipient.Address, recipient.Language ?? comments[0].ArticleLanguage, isDigest, threads, ancestors, now);
    }

    /// <summary>What a comment answers, the nearest first: the last few, and the top of the thread.</summary>
    private async Task<IReadOnlyList<int>> AncestorsAsync(int comment, CancellationToken cancel)
    {
        var ancestors = new List<int>();
        for (var at = comment; ancestors.Count < AncestorsNamed;)
        {
            if (!parentOf.TryGetValue(at, out var parent))
            {
                parentOf[at] = parent = await db.Comments.Where(c => c.Id == at).Select(c => c.ParentId).SingleAsync(cancel);
            }

            if (parent is not { } up)
            {
                return ancestors;
            }

            ancestors.Add(up);
            at = up;
        }

        var top = await db.Comments.Where(c => c.Id == comment).Select(c => c.ThreadId).SingleAsync(cancel);
        return ancestors.Contains(top) ? ancestors : [.. ancestors, top];
    }

    // A fault with one does not keep the others from their mail; it is reported when they have it.
    private async Task EachAsync<T>(IEnumerable<T> things, Func<T, Task> work, CancellationToken cancel)
    {
        var faults = new List<Exception>();
        foreach (var thing in things)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await work(thing);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Add(fault);
                db.ChangeTracker.Clear();
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    /// <summary>A row with what decides when and with what it is told.</summary>
    private sealed record PendingRow(int FollowId, int CommentId, DateTime DueAt, MailFrequency Frequency, int ThreadId);

    private sealed record Recipient(string Address, string? Language);

    private sealed record FoundComment(int ThreadId, string Headline, ArticleAddress Article, string ArticleLanguage, LetterComment Comment);
}
