using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Moderation.Checks;

/// <summary>A moderator had to take back much of what somebody said lately: their next comment waits.</summary>
public sealed class RejectionRateCheck(NewsDbContext db) : IModerationCheck
{
    /// <summary>What counts as lately.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>With fewer comments there is no rate.</summary>
    public const int LeastComments = 4;

    /// <summary>From this share on, in percent.</summary>
    public const int Share = 30;

    /// <inheritdoc/>
    public string Name => "rejection-rate";

    /// <inheritdoc/>
    public async ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel)
    {
        var since = submission.At - Window;
        var fates = await db.Comments.By(db, submission).Where(c => c.PostedAt >= since)
            .GroupBy(c => c.Status)
            .Select(g => new { Status = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Status, g => g.Count, cancel);
        var refused = fates.GetValueOrDefault(CommentStatus.Rejected) + fates.GetValueOrDefault(CommentStatus.Removed);
        var decided = refused + fates.GetValueOrDefault(CommentStatus.Published);
        return decided >= LeastComments && refused * 100 >= decided * Share
            ? new CheckVerdict(ModerationAction.Held, $"{refused} of {decided} refused in {Window.Days} days")
            : null;
    }
}
