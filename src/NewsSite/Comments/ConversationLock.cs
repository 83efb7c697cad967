using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>
/// Who changes a conversation takes its article's row first, and everything else after: posts get their places one after another, and nobody waits in a circle.
/// On SQLite the write lock of the file does the same.
/// </summary>
internal static class ConversationLock
{
    /// <summary>Takes the articles, in one order.</summary>
    public static Task TakeAsync(NewsDbContext db, IReadOnlyCollection<int> articles, CancellationToken cancel = default) => db.Articles
        .Where(a => articles.Contains(a.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(a => a.CommentCount, a => a.CommentCount), cancel);

    /// <summary>Takes the article a comment stands under.</summary>
    public static Task TakeOfAsync(NewsDbContext db, int commentId, CancellationToken cancel = default) => db.Articles
        .Where(a => db.Comments.Any(c => c.Id == commentId && c.ArticleId == a.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(a => a.CommentCount, a => a.CommentCount), cancel);
}
