using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Moderation;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Lets a reader ask moderators to look at a comment.</summary>
[Authorize]
public sealed class FlagModel(NewsDbContext db, Flagging flagging, TimeProvider clock) : PersonalPage
{
    /// <summary>The comment.</summary>
    public CommentRow Comment { get; private set; } = null!;

    /// <summary>The reason chosen.</summary>
    public FlagReason? Reason { get; private set; }

    /// <summary>The reader's words.</summary>
    public string? Note { get; private set; }

    /// <summary>Why it was not sent, and the field it is about.</summary>
    public (string Field, string Sentence)? Problem { get; private set; }

    /// <summary>What became of it; null before it was sent.</summary>
    public FlagOutcome? Outcome { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Takes the flag.</summary>
    public async Task<IActionResult> OnPostAsync(int id, string? reason, string? note, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || AccountId is not { } reader)
        {
            return NotFound();
        }

        Reason = Enum.GetNames<FlagReason>().Contains(reason) ? Enum.Parse<FlagReason>(reason!) : null;
        Note = note?.ReplaceLineEndings("\n");
        Problem = Reason is null ? ("reason-0", Words["FlagChoose"])
            : Note?.Length > CommentFlag.MaxNoteLength ? ("note", Words.Format("FlagTooLong", Words.Number(CommentFlag.MaxNoteLength)))
            : null;
        if (Problem is null)
        {
            var result = await flagging.FlagAsync(id, reader, Reason!.Value, Note, cancel);
            if (result.HeldUnder is { } article)
            {
                HttpContext.EvictArticle(article);
            }

            if (result.Outcome == FlagOutcome.NotThere)
            {
                return NotFound();
            }

            Outcome = result.Outcome;
        }

        return Page();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        Title = Words["FlagTitle"];
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.Comments
            .Where(c => c.Id == id && c.Status == CommentStatus.Published && db.Articles.Published(now).Any(a => a.Id == c.ArticleId))
            .Select(CommentRow.From(db))
            .SingleOrDefaultAsync(cancel);
        Comment = found!;
        return found is not null;
    }
}
