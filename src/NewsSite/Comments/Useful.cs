using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>Marks comments as useful, and takes the mark back.</summary>
public sealed class Useful(NewsDbContext db, TimeProvider clock)
{
    /// <summary>The standard normal quantile of 80 % confidence, one-sided enough for ranking (the value lobste.rs settled on).</summary>
    private const double Z = 1.281551565545;

    /// <summary>
    /// The lower bound of Wilson's score interval (E. B. Wilson, 1927) for the share of those who judged a comment and found it useful, in millionths:
    /// whole numbers, so that the order is total and a cursor exact. Judged: found useful, or flagged.
    /// </summary>
    /// <param name="useful">How many found it useful.</param>
    /// <param name="flags">How many flagged it.</param>
    public static int Merit(int useful, int flags)
    {
        var n = (double)useful + flags;
        if (n == 0)
        {
            return 0;
        }

        var share = useful / n;
        var bound = (share + (Z * Z / (2 * n)) - (Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * n))) / n))) / (1 + (Z * Z / n));
        return (int)Math.Round(Math.Max(0, bound) * 1_000_000);
    }

    /// <summary>Marks a published comment of somebody else, or takes the mark back; twice the same is once.</summary>
    /// <returns>How many find it useful now; null when there is no such comment to mark.</returns>
    public async Task<int?> MarkAsync(int commentId, int accountId, bool useful, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Takes the row's lock, so that two readers at once are counted one after the other.
        await db.Comments.Where(c => c.Id == commentId).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsefulCount, c => c.UsefulCount), cancel);
        var comment = await db.Comments.SingleOrDefaultAsync(c => c.Id == commentId && c.Status == CommentStatus.Published && c.AccountId != accountId, cancel);
        if (comment is null)
        {
            return null;
        }

        var mark = await db.UsefulMarks.SingleOrDefaultAsync(m => m.CommentId == commentId && m.AccountId == accountId, cancel);
        if (useful && mark is null)
        {
            db.UsefulMarks.Add(new UsefulMark(commentId, accountId, clock.GetUtcNow().UtcDateTime));
        }
        else if (!useful && mark is not null)
        {
            db.UsefulMarks.Remove(mark);
        }

        await db.SaveChangesAsync(cancel);
        var count = await RateAsync(comment, cancel);
        await transaction.CommitAsync(cancel);
        return count;
    }

    /// <summary>Counts a comment's marks and flags anew; the caller owns the transaction.</summary>
    /// <returns>How many find it useful.</returns>
    internal async Task<int> RateAsync(Comment comment, CancellationToken cancel)
    {
        var marks = await db.UsefulMarks.CountAsync(m => m.CommentId == comment.Id, cancel);
        var flags = await db.CommentFlags.CountAsync(f => f.CommentId == comment.Id && f.SettledAt == null, cancel);
        comment.Rate(marks, Merit(marks, flags));
        await db.SaveChangesAsync(cancel);
        return marks;
    }
}
