using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Moderation;

namespace NewsSite.Comments;

/// <summary>One transaction that stores comments: finds those posted before, gives the others their places, keeps the counts.</summary>
internal sealed class CommentBatch(NewsDbContext db)
{
    /// <summary>Who was posted before, within the window, and is not gone.</summary>
    private sealed record Earlier(int Id, int ThreadId, CommentStatus Status, string Fingerprint, string? PostKey);

    private readonly Dictionary<string, Earlier> byFingerprint = [];
    private readonly Dictionary<string, Earlier> byKey = [];
    private Dictionary<int, CommentParent> parents = [];
    private Dictionary<int, int> positions = [];

    /// <summary>Stores them, or none. Outcomes come in the order of the drafts.</summary>
    public async Task<PostOutcome[]> StoreAsync(IReadOnlyList<CommentDraft> drafts)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var articles = drafts.Select(d => d.Post.ArticleId).Distinct().Order().ToList();
        // From here on nobody else posts under them, on this server or another.
        await ConversationLock.TakeAsync(db, articles);
        await FindEarlierAsync(drafts);
        await FindParentsAsync(drafts);

        var outcomes = new PostOutcome[drafts.Count];
        var stored = new List<(int At, Comment Comment)>();
        var repeats = new List<(int At, int First)>();
        var firsts = new Dictionary<string, int>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (EarlierOf(draft) is { } earlier)
            {
                outcomes[i] = new PostOutcome.Stored(earlier.Id, earlier.ThreadId, earlier.Status, IsRepeat: true);
            }
            else if (firsts.TryGetValue(draft.Fingerprint, out var first))
            {
                repeats.Add((i, first));
            }
            else if (ParentOf(draft) is var (parent, gone) && gone)
            {
                outcomes[i] = new PostOutcome.Refused(CommentRefusal.ParentGone);
            }
            else
            {
                firsts.Add(draft.Fingerprint, stored.Count);
                stored.Add((i, Add(draft, parent)));
            }
        }

        await db.SaveChangesAsync();
        await FinishAsync(drafts, stored);
        await transaction.CommitAsync();
        foreach (var (at, comment) in stored)
        {
            outcomes[at] = new PostOutcome.Stored(comment.Id, comment.ThreadId == 0 ? comment.Id : comment.ThreadId, comment.Status, IsRepeat: false);
        }

        foreach (var (at, first) in repeats)
        {
            outcomes[at] = ((PostOutcome.Stored)outcomes[stored[first].At]) with { IsRepeat = true };
        }

        return outcomes;
    }

    private async Task FindEarlierAsync(IReadOnlyList<CommentDraft> drafts)
    {
        var since = drafts.Min(d => d.At) - CommentOrigin.RepeatWindow;
        var fingerprints = drafts.Select(d => d.Fingerprint).ToList();
        var keys = drafts.Select(d => d.Post.PostKey).OfType<string>().ToList();
        var found = await db.CommentOrigins
            .Where(o => (fingerprints.Contains(o.Fingerprint) || keys.Contains(o.PostKey!)) && o.PostedAt > since)
            .Where(o => o.Comment.Status == CommentStatus.Published || o.Comment.Status == CommentStatus.Held || o.Comment.Status == CommentStatus.Unconfirmed)
            .OrderByDescending(o => o.CommentId)
            .Select(o => new Earlier(o.CommentId, o.Comment.ThreadId, o.Comment.Status, o.Fingerprint, o.PostKey))
            .ToListAsync();
        foreach (var earlier in found)
        {
            byFingerprint[earlier.Fingerprint] = earlier;
            if (earlier.PostKey is { } key)
            {
                byKey[key] = earlier;
            }
        }
    }

    private Earlier? EarlierOf(CommentDraft draft) =>
        draft.Post.PostKey is { } key && byKey.TryGetValue(key, out var same) ? same : byFingerprint.GetValueOrDefault(draft.Fingerprint);

    private async Task FindParentsAsync(IReadOnlyList<CommentDraft> drafts)
    {
        var ids = drafts.Select(d => d.Post.ParentId).OfType<int>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }

        parents = await db.Comments.Where(c => ids.Contains(c.Id))
            .Select(c => new CommentParent(c.Id, c.ArticleId, c.ThreadId, c.Depth, c.Status, c.Revision))
            .ToDictionaryAsync(p => p.Id);
        var threads = parents.Values.Select(p => p.ThreadId).Distinct().ToList();
        positions = await db.Comments.Where(c => threads.Contains(c.ThreadId)).GroupBy(c => c.ThreadId)
            .Select(t => new { t.Key, Last = t.Max(c => c.ThreadPosition) })
            .ToDictionaryAsync(t => t.Key, t => t.Last);
    }

    private (CommentParent? Parent, bool Gone) ParentOf(CommentDraft draft)
    {
        if (draft.Post.ParentId is not { } id)
        {
            return (null, false);
        }

        return parents.TryGetValue(id, out var parent) && parent.ArticleId == draft.Post.ArticleId && parent.CanBeAnswered
            ? (parent with { AnsweredRevision = draft.Post.ParentRevision is { } seen && seen > 0 && seen < parent.Revision ? seen : parent.Revision }, false)
            : (null, true);
    }

    private Comment Add(CommentDraft draft, CommentParent? parent)
    {
        var comment = Comment.Posted(draft.Post.ArticleId, parent, draft.AuthorName, draft.AccountId, draft.Language, draft.Text, draft.Post.Text, draft.Status, draft.At);
        comment.PlaceInThread(parent is null ? 1 : positions[parent.ThreadId] = positions[parent.ThreadId] + 1);
        db.Comments.Add(comment);
        return comment;
    }

    /// <summary>What hangs on comments that now have their keys.</summary>
    private async Task FinishAsync(IReadOnlyList<CommentDraft> drafts, List<(int At, Comment Comment)> stored)
    {
        foreach (var (at, comment) in stored)
        {
            var draft = drafts[at];
            if (comment.ParentId is null)
            {
                comment.HeadThread();
            }

            var origin = new CommentOrigin { Comment = comment, PostedAt = draft.At, Fingerprint = draft.Fingerprint, PostKey = draft.Post.PostKey, WritingSeconds = draft.Post.WritingSeconds }.From(draft.Network);
            if (draft.Confirmation?.Invoke(comment.Id) is var (mail, hash))
            {
                origin.By(draft.GuestEmail!, hash);
                db.Outbox.Add(mail);
            }

            db.CommentOrigins.Add(origin);
            if (draft.Decision.Action == ModerationAction.Held)
            {
                db.ModerationLog.Add(ModerationEntry.ByCheck(comment, ModerationAction.Held, draft.Decision.Check!, draft.Decision.Evidence, draft.At));
            }

            if (comment.Status == CommentStatus.Published)
            {
                db.CommentNotices.Add(new CommentNotice(comment.Id, draft.At));
            }

            if (draft.MailAboutAnswers != MailFrequency.Never)
            {
                db.Follows.Add(Follow.OfAnswers(comment, draft.AccountId, draft.GuestEmail, draft.MailAboutAnswers, draft.At));
            }
        }

        await db.SaveChangesAsync();
        var visible = stored.Where(s => s.Comment.Status == CommentStatus.Published).Select(s => s.Comment).ToList();
        foreach (var (article, count) in visible.CountBy(c => c.ArticleId))
        {
            await db.Articles.Where(a => a.Id == article).ExecuteUpdateAsync(set => set.SetProperty(a => a.CommentCount, a => a.CommentCount + count));
        }

        foreach (var (thread, count) in visible.Where(c => c.ParentId is not null).CountBy(c => c.ThreadId))
        {
            await db.Comments.Where(c => c.Id == thread).ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplyCount, c => c.ReplyCount + count));
        }
    }
}
