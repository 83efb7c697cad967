using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Moderation;

/// <summary>A page of the queue.</summary>
/// <param name="Items">What waits longest first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record QueuePage(IReadOnlyList<QueueItem> Items, QueueCursor? Next);

/// <summary>Where a page of the queue ends: what made the last comment wait (an entry of the log, or a flag), and the comment.</summary>
/// <param name="Since">The key of the entry or of the flag.</param>
/// <param name="CommentId">The comment.</param>
public readonly record struct QueueCursor(int Since, int CommentId);

/// <summary>A page of the log, newest first.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Next">The key before which the next page begins; null on the last.</param>
public sealed record LogPage(IReadOnlyList<LogLine> Lines, int? Next);

/// <summary>Reads what waits for moderators and what they did, with a fixed number of statements for each page.</summary>
public sealed class ModerationLists(NewsDbContext db)
{
    /// <summary>So many are on a page.</summary>
    public const int PageSize = 20;

    /// <summary>So many comments above and beneath are shown.</summary>
    public const int ContextShown = 3;

    private static readonly Expression<Func<Comment, QueueComment>> Row = c => new QueueComment
    {
        Id = c.Id,
        ParentId = c.ParentId,
        ArticleId = c.ArticleId,
        ThreadId = c.ThreadId,
        Status = c.Status,
        Revision = c.Revision,
        Markdown = c.BodyMarkdown,
        AuthorName = c.AuthorName,
        AccountId = c.AccountId,
        PostedAt = c.PostedAt,
        Language = c.Language,
        Html = c.BodyHtml,
    };

    /// <summary>Comments that are held, and visible ones with a change that is.</summary>
    private IQueryable<Comment> HeldComments
    {
        get
        {
            var ids = db.Comments.Where(c => c.Status == CommentStatus.Held).Select(c => c.Id)
                .Union(db.CommentRevisions.Where(r => r.Waits).Join(db.Comments.Where(c => c.Status == CommentStatus.Published), r => r.CommentId, c => c.Id, (r, c) => c.Id));
            return db.Comments.Where(c => ids.Contains(c.Id));
        }
    }

    /// <summary>Visible comments with open flags, too few to hold them.</summary>
    private IQueryable<Comment> FlaggedComments =>
        db.Comments.Where(c => c.Status == CommentStatus.Published && db.CommentFlags.Any(f => f.CommentId == c.Id && f.SettledAt == null));

    /// <summary>How many are held and how many flagged.</summary>
    public async Task<(int Held, int Flagged)> CountAsync(CancellationToken cancel = default) =>
        (await HeldComments.CountAsync(cancel), await FlaggedComments.CountAsync(cancel));

    /// <summary>What is held, in the order in which it was.</summary>
    public Task<QueuePage> HeldAsync(QueueCursor? after, CancellationToken cancel = default) => PageAsync(
        HeldComments.Select(c => new Place
        {
            Id = c.Id,
            Since = db.ModerationLog.Where(e => e.CommentId == c.Id && e.Action == ModerationAction.Held).Max(e => (int?)e.Id) ?? 0,
        }), after, cancel);

    /// <summary>What readers flagged, in the order in which they did.</summary>
    public Task<QueuePage> FlaggedAsync(QueueCursor? after, CancellationToken cancel = default) => PageAsync(
        FlaggedComments.Select(c => new Place { Id = c.Id, Since = db.CommentFlags.Where(f => f.CommentId == c.Id && f.SettledAt == null).Min(f => (int?)f.Id) ?? 0 }), after, cancel);

    /// <summary>What moderators decided, the last first.</summary>
    public Task<LogPage> DecidedAsync(int? before, CancellationToken cancel = default) => LogAsync(db.ModerationLog.Where(e => e.ActorId != null), before, cancel);

    /// <summary>The whole log, or that of one comment, the last first.</summary>
    public Task<LogPage> LogAsync(int? commentId, int? before, CancellationToken cancel = default) =>
        LogAsync(commentId is null ? db.ModerationLog : db.ModerationLog.Where(e => e.CommentId == commentId), before, cancel);

    /// <summary>Comments by their keys, as a moderator sees them, with the language readers of their articles are addressed in.</summary>
    public async Task<IReadOnlyList<(QueueComment Comment, string Language)>> FindAsync(IReadOnlyCollection<int> ids, CancellationToken cancel = default)
    {
        var rows = await db.Comments.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).Select(Row).ToListAsync(cancel);
        var articles = rows.Select(r => r.ArticleId).Distinct().ToList();
        var languages = await db.Articles.Where(a => articles.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Language, cancel);
        return [.. rows.Select(r => (r, languages[r.ArticleId]))];
    }

    private async Task<LogPage> LogAsync(IQueryable<ModerationEntry> entries, int? before, CancellationToken cancel)
    {
        var found = await entries.AsNoTracking().Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(PageSize + 1)
            .Select(e => new
            {
                Entry = e,
                Actor = db.Accounts.Where(a => a.Id == e.ActorId).Select(a => a.DisplayName).FirstOrDefault(),
                e.Comment.Article.Headline,
                e.Comment.Article.Language,
                IsLast = !db.ModerationLog.Any(later => later.CommentId == e.CommentId && later.Id > e.Id),
            })
            .ToListAsync(cancel);
        var ids = found.Select(f => f.Entry.CommentId).Distinct().ToList();
        var comments = await db.Comments.Where(c => ids.Contains(c.Id)).Select(Row).ToDictionaryAsync(c => c.Id, cancel);
        var lines = found.Take(PageSize)
            .Select(f => new LogLine { Entry = f.Entry, Actor = f.Actor, Comment = comments[f.Entry.CommentId], Headline = f.Headline, Language = f.Language, IsLast = f.IsLast })
            .ToList();
        return new LogPage(lines, found.Count > PageSize ? lines[^1].Entry.Id : null);
    }

    private async Task<QueuePage> PageAsync(IQueryable<Place> places, QueueCursor? after, CancellationToken cancel)
    {
        if (after is { } a)
        {
            places = places.Where(p => p.Since > a.Since || (p.Since == a.Since && p.Id > a.CommentId));
        }

        var found = await places.OrderBy(p => p.Since).ThenBy(p => p.Id).Take(PageSize + 1).ToListAsync(cancel);
        var shown = found.Take(PageSize).Select(p => p.Id).ToList();
        var items = shown.Count == 0 ? [] : await ItemsAsync(shown, cancel);
        return new QueuePage(items, found.Count > PageSize ? new QueueCursor(found[PageSize - 1].Since, found[PageSize - 1].Id) : null);
    }

    private async Task<List<QueueItem>> ItemsAsync(List<int> ids, CancellationToken cancel)
    {
        var comments = await db.Comments.Where(c => ids.Contains(c.Id)).Select(Row).ToDictionaryAsync(c => c.Id, cancel);
        var articleIds = comments.Values.Select(c => c.ArticleId).Distinct().ToList();
        var articles = await db.Articles.Where(x => articleIds.Contains(x.Id)).Cards.ToDictionaryAsync(x => x.Id, cancel);
        var flags = (await db.CommentFlags.Where(f => ids.Contains(f.CommentId) && f.SettledAt == null).OrderBy(f => f.Id)
            .Select(f => new QueueFlag(f.CommentId, f.Reason, f.Note, f.At, f.Revision)).ToListAsync(cancel)).ToLookup(f => f.CommentId);
        var edits = (await db.CommentRevisions.Where(r => ids.Contains(r.CommentId) && r.Waits).OrderBy(r => r.Id)
            .Select(r => new QueueEdit(r.Id, r.CommentId, r.BodyMarkdown, r.BodyHtml, r.WrittenAt)).ToListAsync(cancel)).ToLookup(r => r.CommentId);
        var why = (await db.ModerationLog.AsNoTracking().Where(e => ids.Contains(e.CommentId) && e.Action == ModerationAction.Held).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.CommentId);
        var writers = await WritersAsync(comments.Values, cancel);
        var (above, beneath, answers) = await ContextAsync(comments.Values, cancel);
        return [.. ids.Where(comments.ContainsKey).Select(id =>
        {
            var comment = comments[id];
            return new QueueItem
            {
                Comment = comment,
                Article = articles[comment.ArticleId],
                Above = above[id],
                Beneath = beneath[id],
                Answers = answers[id],
                Writer = writers.GetValueOrDefault(id),
                Why = comment.Status == CommentStatus.Held || edits[id].Any() ? why[id].LastOrDefault() : null,
                Flags = [.. flags[id]],
                Edit = edits[id].LastOrDefault(),
            };
        })];
    }

    /// <summary>What became of the other comments of each comment's writer: of the account, else of the guest's confirmed address.</summary>
    private async Task<Dictionary<int, WriterRecord>> WritersAsync(ICollection<QueueComment> comments, CancellationToken cancel)
    {
        var accounts = comments.Select(c => c.AccountId).OfType<int>().Distinct().ToList();
        var ofAccounts = (await db.Comments.Where(c => c.AccountId != null && accounts.Contains(c.AccountId.Value))
            .GroupBy(c => new { c.AccountId, c.Status })
            .Select(g => new { g.Key.AccountId, g.Key.Status, Count = g.Count() })
            .ToListAsync(cancel)).ToLookup(g => g.AccountId, g => (g.Status, g.Count));
        var guests = comments.Where(c => c.AccountId is null).Select(c => c.Id).ToList();
        var addressOf = await db.CommentOrigins.Where(o => guests.Contains(o.CommentId) && o.GuestEmail != null && o.ConfirmationHash == null)
            .ToDictionaryAsync(o => o.CommentId, o => o.GuestEmail!, cancel);
        var addresses = addressOf.Values.Distinct().ToList();
        var ofGuests = (await db.CommentOrigins.Where(o => o.GuestEmail != null && addresses.Contains(o.GuestEmail) && o.ConfirmationHash == null)
            .GroupBy(o => new { o.GuestEmail, o.Comment.Status })
            .Select(g => new { g.Key.GuestEmail, g.Key.Status, Count = g.Count() })
            .ToListAsync(cancel)).ToLookup(g => g.GuestEmail, g => (g.Status, g.Count));
        return comments.ToDictionary(c => c.Id, c => Record(c.AccountId is { } account ? ofAccounts[account] : ofGuests[addressOf.GetValueOrDefault(c.Id)]));

        static WriterRecord Record(IEnumerable<(CommentStatus Status, int Count)> fates) => new(
            fates.Where(f => f.Status == CommentStatus.Published).Sum(f => f.Count),
            fates.Where(f => f.Status is CommentStatus.Rejected or CommentStatus.Removed).Sum(f => f.Count));
    }

    private async Task<(Dictionary<int, List<QueueComment>> Above, Dictionary<int, List<QueueComment>> Beneath, Dictionary<int, int> Answers)> ContextAsync(
        ICollection<QueueComment> comments, CancellationToken cancel)
    {
        // The threads' skeletons: small rows, and no recursive SQL.
        var threads = comments.Select(c => c.ThreadId).Distinct().ToList();
        var skeleton = await db.Comments.Where(c => threads.Contains(c.ThreadId) && c.Status != CommentStatus.Unconfirmed).OrderBy(c => c.Id).Select(c => new { c.Id, c.ParentId }).ToListAsync(cancel);
        var parentOf = skeleton.ToDictionary(c => c.Id, c => c.ParentId);
        var answersOf = skeleton.ToLookup(c => c.ParentId, c => c.Id);
        var above = comments.ToDictionary(c => c.Id, c => Ancestors(c.Id).Take(ContextShown).Reverse().ToList());
        var beneath = comments.ToDictionary(c => c.Id, c => answersOf[c.Id].Take(ContextShown).ToList());
        var keys = above.Values.Concat(beneath.Values).SelectMany(ids => ids).Distinct().ToList();
        var rows = await db.Comments.Where(c => keys.Contains(c.Id)).Select(Row).ToDictionaryAsync(c => c.Id, cancel);
        return (Rows(above), Rows(beneath), comments.ToDictionary(c => c.Id, c => answersOf[c.Id].Count()));

        IEnumerable<int> Ancestors(int id)
        {
            for (var up = parentOf.GetValueOrDefault(id); up is { } parent; up = parentOf.GetValueOrDefault(parent))
            {
                yield return parent;
            }
        }

        Dictionary<int, List<QueueComment>> Rows(Dictionary<int, List<int>> of) => of.ToDictionary(p => p.Key, p => p.Value.ConvertAll(id => rows[id]));
    }

    private sealed record Place
    {
        public int Id { get; init; }

        public int Since { get; init; }
    }
}
