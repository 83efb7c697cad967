using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>A comment as its writer sees it, held or not, in its place, with what they may do about it. For anybody else it is not there.</summary>
public sealed class MineModel(NewsDbContext db, PostedComments posted, TimeProvider clock) : PersonalPage
{
    /// <summary>The comment.</summary>
    public Comment Comment { get; private set; } = null!;

    /// <summary>The article it stands under.</summary>
    public ArticleCard Article { get; private set; } = null!;

    /// <summary>What it answers, the top first.</summary>
    public IReadOnlyList<CommentRow> Ancestors { get; private set; } = [];

    /// <summary>A changed text that waits for a moderator.</summary>
    public SafeHtml? Waiting { get; private set; }

    /// <summary>Until when it can be edited; null when it cannot.</summary>
    public DateTime? EditableUntil { get; private set; }

    /// <summary>True while taking it back can be undone.</summary>
    public bool CanUndo { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var comment = await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (comment is null || !posted.Owner(HttpContext, AccountId).Owns(id, comment.AccountId)
            || await db.Articles.Published(now).Where(a => a.Id == comment.ArticleId).Cards.SingleOrDefaultAsync(cancel) is not { } article)
        {
            return NotFound();
        }

        (Comment, Article) = (comment, article);
        Speak(article.Language);
        Title = Words["YourCommentTitle"];
        if (comment.ParentId is { } parent && await CommentContext.LoadAsync(db, parent, comment.ThreadId, null, cancel) is { } context)
        {
            Ancestors = [.. context.Ancestors, context.Comment];
        }

        var answered = await db.Comments.AnyAsync(c => c.ParentId == id && c.Status == CommentStatus.Published, cancel);
        EditableUntil = comment.CanBeEdited(answered, now) ? comment.EditableUntil(answered) : null;
        CanUndo = comment.CanBeRestored(now);
        Waiting = await db.CommentRevisions.Where(r => r.CommentId == id && r.Waits).Select(r => (SafeHtml?)r.BodyHtml).SingleOrDefaultAsync(cancel);
        return Page();
    }
}
