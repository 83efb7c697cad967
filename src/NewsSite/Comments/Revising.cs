using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Moderation;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>Who asks to change a comment: an account, or a browser that carries a guest's signed word of what it posted.</summary>
/// <param name="AccountId">The account signed in, if any.</param>
/// <param name="Posted">Comments the browser posted as a guest.</param>
public sealed record CommentOwner(int? AccountId, IReadOnlyCollection<int> Posted)
{
    /// <summary>True when the comment is theirs. A comment of an account is nobody else's, whatever the browser carries.</summary>
    public bool Owns(int commentId, int? accountId) => accountId is not null ? accountId == AccountId : Posted.Contains(commentId);
}

/// <summary>Why a comment is not changed. Each has a sentence of its own, under <c>Revising.</c> and its name.</summary>
public enum RevisingRefusal
{
    /// <summary>There is no such comment, or it is somebody else's.</summary>
    NotYours,

    /// <summary>The time for it is over.</summary>
    TooLate,

    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>The text is longer than <see cref="Comment.MaxLength"/>.</summary>
    TooLong,

    /// <summary>The text has more structure than a page can carry.</summary>
    TooComplex,

    /// <summary>Too much in too little time.</summary>
    TooFast,

    /// <summary>A check refused it outright.</summary>
    Unwanted,
}

/// <summary>What became of a change.</summary>
/// <param name="ArticleId">The article whose pages change; 0 when refused.</param>
/// <param name="Refusal">Why not, if not.</param>
/// <param name="Waits">True when the new text waits for a moderator and the old one stays.</param>
public sealed record RevisingOutcome(int ArticleId, RevisingRefusal? Refusal = null, bool Waits = false);

/// <summary>Lets writers change their comments and take them back.</summary>
public sealed class Revising(NewsDbContext db, PostingRules rules)
{
    /// <summary>Gives a comment a new text. A published comment whose new text a check holds keeps the old one meanwhile.</summary>
    public async Task<RevisingOutcome> EditAsync(int commentId, CommentOwner owner, string typed, DateTime now, CancellationToken cancel = default)
    {
        var markdown = TypedText.Clean(typed);
        var text = CommentMarkup.Render(markdown);
        if (text.Refusal is { } unfit)
        {
            return new(0, unfit switch { MarkupRefusal.Empty => RevisingRefusal.Empty, MarkupRefusal.TooLong => RevisingRefusal.TooLong, _ => RevisingRefusal.TooComplex });
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await LockAsync(commentId, owner, cancel) is not { } comment)
        {
            return new(0, RevisingRefusal.NotYours);
        }

        if (!comment.CanBeEdited(await IsAnsweredAsync(commentId, cancel), now))
        {
            return new(0, RevisingRefusal.TooLate);
        }

        if (markdown == comment.BodyMarkdown)
        {
            return new(comment.ArticleId);
        }

        var (submission, trusted) = await DescribeAsync(comment, markdown, text, now, cancel);
        if (!trusted && !rules.Pace.Allows(comment.AccountId, submission.NetworkHash))
        {
            return new(0, RevisingRefusal.TooFast);
        }

        var decision = await rules.Checks.DecideAsync(submission, cancel);
        if (decision.Action == ModerationAction.Refused)
        {
            return new(0, RevisingRefusal.Unwanted);
        }

        var waits = decision.Action == ModerationAction.Held && comment.Status == CommentStatus.Published;
        await db.CommentRevisions.Where(r => r.CommentId == commentId && r.Waits).ExecuteDeleteAsync(cancel);
        if (waits)
        {
            db.CommentRevisions.Add(CommentRevision.Waiting(comment, markdown, text.Html, now));
        }
        else
        {
            db.CommentRevisions.Add(CommentRevision.Past(comment));
            comment.Rewrite(markdown, text.Html, now);
        }

        if (decision.Action == ModerationAction.Held)
        {
            db.ModerationLog.Add(ModerationEntry.ByCheck(comment, ModerationAction.Held, decision.Check!, decision.Evidence, now));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new(comment.ArticleId, Waits: waits);
    }

    /// <summary>Takes a comment back: with replies a tombstone stays, without it goes.</summary>
    public Task<RevisingOutcome> WithdrawAsync(int commentId, CommentOwner owner, DateTime now, CancellationToken cancel = default) => ChangeAsync(
        commentId, owner, comment => comment.CanBeWithdrawn, comment => comment.Withdraw(now), cancel);

    /// <summary>Puts back what was taken back within the hour.</summary>
    public Task<RevisingOutcome> UndoWithdrawalAsync(int commentId, CommentOwner owner, DateTime now, CancellationToken cancel = default) => ChangeAsync(
        commentId, owner, comment => comment.CanBeRestored(now), comment => comment.Unwithdraw(), cancel);

    private async Task<RevisingOutcome> ChangeAsync(int commentId, CommentOwner owner, Func<Comment, bool> can, Action<Comment> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await LockAsync(commentId, owner, cancel) is not { } comment)
        {
            return new(0, RevisingRefusal.NotYours);
        }

        if (!can(comment))
        {
            return new(0, RevisingRefusal.TooLate);
        }

        var before = comment.Status;
        change(comment);
        await db.SaveChangesAsync(cancel);
        await new Commenting(db).CountChangeAsync(comment, before, cancel);
        await transaction.CommitAsync(cancel);
        return new(comment.ArticleId);
    }

    /// <summary>Reads the comment after taking its article's lock, so that a reply being posted is seen or waits.</summary>
    private async Task<Comment?> LockAsync(int commentId, CommentOwner owner, CancellationToken cancel)
    {
        await ConversationLock.TakeOfAsync(db, commentId, cancel);
        var comment = await db.Comments.SingleOrDefaultAsync(c => c.Id == commentId, cancel);
        return comment is not null && owner.Owns(comment.Id, comment.AccountId) ? comment : null;
    }

    private Task<bool> IsAnsweredAsync(int commentId, CancellationToken cancel) =>
        db.Comments.AnyAsync(c => c.ParentId == commentId && c.Status != CommentStatus.Unconfirmed && c.Status != CommentStatus.Rejected, cancel);

    private async Task<(Submission Submission, bool Trusted)> DescribeAsync(Comment comment, string markdown, RenderedText text, DateTime now, CancellationToken cancel)
    {
        var known = await db.Comments.Where(c => c.Id == comment.Id).Select(c => new
        {
            c.Article.Conversation,
            Origin = db.CommentOrigins.Where(o => o.CommentId == c.Id).Select(o => new { o.GuestEmail, o.NetworkHash }).SingleOrDefault(),
            Trusted = c.Account!.Roles.Any(r => r.Role != AccountRole.Translator)
                || (c.Account!.ContributorId != null && db.Credits.Any(credit => credit.ArticleId == c.ArticleId && credit.ContributorId == c.Account!.ContributorId)),
        }).SingleAsync(cancel);
        return (new Submission
        {
            ArticleId = comment.ArticleId,
            ParentId = comment.ParentId,
            EditedId = comment.Id,
            Mode = known.Conversation ?? rules.Policy.Mode,
            AccountId = comment.AccountId,
            IsTrusted = known.Trusted,
            GuestEmail = known.Origin?.GuestEmail,
            AuthorName = comment.AuthorName,
            Markdown = markdown,
            Html = text.Html.ToString(),
            Fingerprint = CommentFingerprint.Of(comment.ArticleId, comment.ParentId, comment.AccountId, known.Origin?.GuestEmail, markdown),
            NetworkHash = known.Origin?.NetworkHash,
            At = now,
        }, known.Trusted);
    }
}
