using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>Forgets, when its time is over, what conversations need only for a while.</summary>
public sealed class Forgetting(NewsDbContext db)
{
    /// <summary>How long a guest's comment waits for the click on the mailed link.</summary>
    public static readonly TimeSpan ConfirmationTime = TimeSpan.FromDays(7);

    private const int AtOnce = 200;

    /// <summary>Forgets which networks comments came from.</summary>
    public Task<int> ForgetNetworksAsync(DateTime now, CancellationToken cancel = default)
    {
        var until = now - CommentOrigin.NetworkKept;
        return db.CommentOrigins.Where(o => o.PostedAt <= until && o.NetworkHash != null)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.NetworkHash, (string?)null), cancel);
    }

    /// <summary>Deletes guests' comments whose link nobody clicked, and the mails with those links. Nobody can have answered them.</summary>
    public async Task<int> DropUnconfirmedAsync(DateTime now, CancellationToken cancel = default)
    {
        var until = now - ConfirmationTime;
        var due = db.Comments.Where(c => c.Status == CommentStatus.Unconfirmed && c.PostedAt <= until && !db.Comments.Any(reply => reply.ParentId == c.Id));
        await db.Outbox.Where(m => due.Any(c => c.Id == m.CommentId)).ExecuteDeleteAsync(cancel);
        return await due.ExecuteDeleteAsync(cancel);
    }

    /// <summary>Takes the texts of comments away that were taken back and can no longer be restored, with all they once said.</summary>
    public async Task<int> BlankWithdrawnAsync(DateTime now, CancellationToken cancel = default)
    {
        var until = now - Comment.UndoWindow;
        var blanked = 0;
        List<Comment> due;
        do
        {
            db.ChangeTracker.Clear();
            due = await db.Comments.Where(c => c.Status == CommentStatus.Withdrawn && c.WithdrawnAt <= until && c.BodyMarkdown != "")
                .OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancel);
            var ids = due.Select(c => c.Id).ToList();
            var revisions = await db.CommentRevisions.Where(r => ids.Contains(r.CommentId)).ToListAsync(cancel);
            foreach (var comment in due.Where(c => c.IsDueForBlanking(now)))
            {
                comment.Blank();
                blanked++;
            }

            revisions.ForEach(r => r.Blank());
            await db.SaveChangesAsync(cancel);
        }
        while (due.Count == AtOnce);
        return blanked;
    }
}
