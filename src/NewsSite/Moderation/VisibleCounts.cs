using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Moderation;

/// <summary>Keeps the numbers of visible comments true when one appears or disappears.</summary>
internal static class VisibleCounts
{
    /// <summary>
    /// One more or one less, for the thread and for the article: two rows, however long the conversation. The caller holds the comment's row and the transaction; the
    /// order (comment, top of the thread, article) is that of <see cref="Commenting.RecountAsync"/>, so that nobody waits in a circle.
    /// </summary>
    public static async Task ShiftAsync(NewsDbContext db, Comment comment, bool wasVisible, CancellationToken cancel)
    {
        var by = (comment.Status == CommentStatus.Published ? 1 : 0) - (wasVisible ? 1 : 0);
        if (by == 0)
        {
            return;
        }

        if (comment.Depth > 1)
        {
            await db.Comments.Where(c => c.Id == comment.ThreadId).ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplyCount, c => c.ReplyCount + by), cancel);
        }

        await db.Articles.Where(a => a.Id == comment.ArticleId).ExecuteUpdateAsync(set => set.SetProperty(a => a.CommentCount, a => a.CommentCount + by), cancel);
    }
}
