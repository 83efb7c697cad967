using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Moderation;

/// <summary>What became of a flag.</summary>
public enum FlagOutcome
{
    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>This reader has flagged this text before.</summary>
    Again,

    /// <summary>It is the reader's own.</summary>
    Own,

    /// <summary>Readers do not see such a comment.</summary>
    NotThere,
}

/// <summary>What became of a flag, and of the comment.</summary>
/// <param name="Outcome">What became of the flag.</param>
/// <param name="HeldUnder">The article whose pages changed, when this flag was the one too many; else null.</param>
public readonly record struct FlagResult(FlagOutcome Outcome, int? HeldUnder = null);

/// <summary>Takes readers' flags. Enough of them make a comment wait; a moderator's approval settles them, and later ones count from new.</summary>
public sealed class Flagging(NewsDbContext db, ConversationPolicy policy, TimeProvider clock)
{
    /// <summary>The name in the log of what flags did.</summary>
    public const string Check = "flags";

    /// <summary>Takes a reader's flag on a comment as it is now.</summary>
    public async Task<FlagResult> FlagAsync(int commentId, int accountId, FlagReason reason, string? note, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Takes the row's lock, so that two readers at once are counted one after the other.
        await ConversationLock.TakeOfAsync(db, commentId, cancel);
        var comment = await db.Comments.SingleOrDefaultAsync(c => c.Id == commentId && c.Status == CommentStatus.Published, cancel);
        if (comment is null)
        {
            return new FlagResult(FlagOutcome.NotThere);
        }

        if (comment.AccountId == accountId)
        {
            return new FlagResult(FlagOutcome.Own);
        }

        var earlier = await db.CommentFlags.SingleOrDefaultAsync(f => f.CommentId == commentId && f.AccountId == accountId, cancel);
        if (earlier?.Revision == comment.Revision)
        {
            return new FlagResult(FlagOutcome.Again);
        }

        if (earlier is not null)
        {
            // Said of a text that is gone; saved first, for there is one flag for each reader and comment.
            db.CommentFlags.Remove(earlier);
            await db.SaveChangesAsync(cancel);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var said = note?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, CommentFlag.MaxNoteLength)] : null;
        db.CommentFlags.Add(new CommentFlag(commentId, accountId, comment.Revision, reason, said, now));
        await db.SaveChangesAsync(cancel);
        await new Useful(db, clock).RateAsync(comment, cancel);
        var held = await HoldAsync(comment, now, cancel);
        await transaction.CommitAsync(cancel);
        return new FlagResult(FlagOutcome.Taken, held ? comment.ArticleId : null);
    }

    private async Task<bool> HoldAsync(Comment comment, DateTime now, CancellationToken cancel)
    {
        var reasons = await db.CommentFlags.Where(f => f.CommentId == comment.Id && f.Revision == comment.Revision && f.SettledAt == null).Select(f => f.Reason).ToListAsync(cancel);
        if (reasons.Count < policy.FlagsToHold)
        {
            return false;
        }

        var evidence = string.Join(", ", reasons.CountBy(r => r).OrderByDescending(r => r.Value).Select(r => $"{r.Value} × {r.Key}"));
        // Before the hold: the log says what the comment was.
        db.ModerationLog.Add(ModerationEntry.ByCheck(comment, ModerationAction.Held, Check, evidence, now));
        comment.Hold();
        await db.SaveChangesAsync(cancel);
        await new Commenting(db).CountChangeAsync(comment, CommentStatus.Published, cancel);
        return true;
    }
}
