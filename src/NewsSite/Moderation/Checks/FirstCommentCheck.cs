using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Moderation.Checks;

/// <summary>Somebody of whom nothing is visible yet. One visible comment is enough, and only visible ones count: a held one says nothing.</summary>
public sealed class FirstCommentCheck(NewsDbContext db) : IModerationCheck
{
    /// <inheritdoc/>
    public string Name => "first-comment";

    /// <inheritdoc/>
    public async ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel)
    {
        if (submission.Mode is not (ConversationMode.FirstHeld or ConversationMode.MembersOnly)
            || await db.Comments.By(db, submission).AnyAsync(c => c.Status == CommentStatus.Published, cancel))
        {
            return null;
        }

        return new CheckVerdict(ModerationAction.Held, submission.AccountId is null ? "guest" : null);
    }
}
