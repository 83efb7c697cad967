using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>Puts comments where they belong and keeps the numbers about them true. The caller owns the transaction.</summary>
public sealed class Commenting(NewsDbContext db)
{
    /// <summary>Stores a comment with its thread and its place in it. Call <see cref="RecountAsync"/> when the last of a batch is in.</summary>
    public async Task AppendAsync(Comment comment, CancellationToken cancel = default)
    {
        comment.PlaceInThread(comment.ParentId is null
            ? 1
            : await db.Comments.Where(c => c.ThreadId == comment.ThreadId).MaxAsync(c => c.ThreadPosition, cancel) + 1);
        db.Comments.Add(comment);
        await db.SaveChangesAsync(cancel);
        if (comment.ParentId is null)
        {
            // A top comment's thread is its own key, which the insert has just given it.
            comment.HeadThread();
            // Said outright, for a batch turns the search for changes off.
            db.Entry(comment).DetectChanges();
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Brings the counts up to date after one comment became visible or stopped being so, in two statements however many there are.</summary>
    /// <param name="comment">The comment, with its new status stored.</param>
    /// <param name="before">What it was before.</param>
    /// <param name="cancel">Ends the counting.</param>
    public async Task CountChangeAsync(Comment comment, CommentStatus before, CancellationToken cancel = default)
    {
        var change = (comment.Status == CommentStatus.Published ? 1 : 0) - (before == CommentStatus.Published ? 1 : 0);
        if (change == 0)
        {
            return;
        }

        await db.Articles.Where(a => a.Id == comment.ArticleId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.CommentCount, a => a.CommentCount + change), cancel);
        if (comment.ParentId is not null)
        {
            await db.Comments.Where(c => c.Id == comment.ThreadId)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplyCount, c => c.ReplyCount + change), cancel);
        }
    }

    /// <summary>Counts the published comments of an article and of each of its threads anew, in two statements.</summary>
    public async Task RecountAsync(int articleId, CancellationToken cancel = default)
    {
        await db.Comments
            .Where(top => top.ArticleId == articleId && top.Depth == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(
                top => top.ReplyCount,
                top => db.Comments.Count(c => c.ThreadId == top.Id && c.Depth > 1 && c.Status == CommentStatus.Published)), cancel);
        await db.Articles
            .Where(a => a.Id == articleId)
            .ExecuteUpdateAsync(set => set.SetProperty(
                a => a.CommentCount,
                a => db.Comments.Count(c => c.ArticleId == a.Id && c.Status == CommentStatus.Published)), cancel);
    }
}
