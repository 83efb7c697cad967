using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Changes one's own comment while there is time. A text that comes too late is shown again, so that it is not lost.</summary>
[IgnoreAntiforgeryToken]
public sealed class EditModel(NewsDbContext db, CommentDesk desk, TimeProvider clock) : PersonalPage
{
    /// <summary>The comment's key.</summary>
    public int Id { get; private set; }

    /// <summary>The text in the form.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The language of the text.</summary>
    public string TextLanguage { get; private set; } = "en";

    /// <summary>Until when it can be edited; null when the time is over.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>Whole minutes left, at least one.</summary>
    public int MinutesLeft { get; private set; }

    /// <summary>Why the change was not taken.</summary>
    public RevisingRefusal? Refusal { get; private set; }

    /// <summary>Shows the text.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Refusal = Until is null ? RevisingRefusal.TooLate : null;
        return Page();
    }

    /// <summary>Stores the new text, or says why not.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] string? text, CancellationToken cancel)
    {
        var outcome = await desk.EditAsync(HttpContext, id, AccountId, text ?? "", cancel);
        if (outcome.Refusal is null)
        {
            return new SeeOtherResult($"/comments/{id}/mine");
        }

        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Refusal, Text) = (outcome.Refusal, text ?? "");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        var comment = await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (comment is null || !desk.Owner(HttpContext, AccountId).Owns(id, comment.AccountId))
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var answered = await db.Comments.AnyAsync(c => c.ParentId == id && c.Status == CommentStatus.Published, cancel);
        Speak(comment.Language);
        (Id, Text, TextLanguage, Title) = (id, comment.BodyMarkdown, comment.Language, Words["EditTitle"]);
        if (comment.CanBeEdited(answered, now))
        {
            Until = comment.EditableUntil(answered);
            MinutesLeft = Math.Max(1, (int)(Until!.Value - now).TotalMinutes);
        }

        return true;
    }
}
