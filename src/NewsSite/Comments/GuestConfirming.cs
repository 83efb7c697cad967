using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Moderation;

namespace NewsSite.Comments;

/// <summary>A guest's comment as the page behind its mailed link shows it.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Name">The name given.</param>
/// <param name="Email">The address the mail went to.</param>
/// <param name="Language">The language of the article.</param>
/// <param name="Text">What the guest wrote.</param>
public sealed record UnconfirmedComment(int CommentId, int ArticleId, string Name, string Email, string Language, string Text);

/// <summary>What the click on a mailed link does: a guest's comment is shown, or waits for a moderator.</summary>
public sealed class GuestConfirming(NewsDbContext db)
{
    /// <summary>The comment a link is for; null when the link was used, or never mailed.</summary>
    public Task<UnconfirmedComment?> FindAsync(int commentId, string token, CancellationToken cancel = default)
    {
        var hash = GuestAddress.HashOf(token);
        return db.CommentOrigins
            .Where(o => o.CommentId == commentId && o.ConfirmationHash == hash && o.Comment.Status == CommentStatus.Unconfirmed)
            .Select(o => new UnconfirmedComment(o.CommentId, o.Comment.ArticleId, o.Comment.AuthorName, o.GuestEmail!, o.Comment.Article.Language, o.Comment.BodyMarkdown))
            .SingleOrDefaultAsync(cancel);
    }

    /// <summary>Confirms the address. The link works once; of two clicks at a time one wins.</summary>
    /// <returns>What became of the comment; null when the link was used, or never mailed.</returns>
    public async Task<CommentStatus?> ConfirmAsync(int commentId, string token, DateTime now, CancellationToken cancel = default)
    {
        var hash = GuestAddress.HashOf(token);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ConversationLock.TakeOfAsync(db, commentId, cancel);
        var won = await db.CommentOrigins.Where(o => o.CommentId == commentId && o.ConfirmationHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.ConfirmationHash, (string?)null), cancel);
        var comment = won == 1 ? await db.Comments.SingleOrDefaultAsync(c => c.Id == commentId && c.Status == CommentStatus.Unconfirmed, cancel) : null;
        if (comment is null)
        {
            return null;
        }

        // The checks were asked when it was posted; what they held waits for a moderator from now on.
        if (await db.ModerationLog.AnyAsync(e => e.CommentId == commentId && e.Action == ModerationAction.Held, cancel))
        {
            comment.Hold();
        }
        else
        {
            comment.Publish();
            db.CommentNotices.Add(new CommentNotice(commentId, now));
        }

        await db.SaveChangesAsync(cancel);
        await new Commenting(db).CountChangeAsync(comment, CommentStatus.Unconfirmed, cancel);
        await transaction.CommitAsync(cancel);
        return comment.Status;
    }

    /// <summary>Gives an account, whose address is confirmed, what was said as a guest from that address. The caller owns the transaction.</summary>
    public async Task ClaimAsync(int accountId, string email, CancellationToken cancel = default)
    {
        var address = email.ToLowerInvariant();
        foreach (var origin in await db.CommentOrigins.Include(o => o.Comment).Where(o => o.GuestEmail == address && o.ConfirmationHash == null).ToListAsync(cancel))
        {
            origin.Comment.GiveTo(accountId);
            origin.ForgetGuest();
        }

        foreach (var follow in await db.Follows.Where(f => f.Email == address).ToListAsync(cancel))
        {
            follow.GiveTo(accountId);
        }

        await db.SaveChangesAsync(cancel);
    }
}
