using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Adds a public note to a published piece whose text stays as it is.</summary>
public sealed class CorrectModel(Drafting drafting, PublishedPieces pieces) : DeskPage
{
    /// <summary>The desk's side of the piece.</summary>
    public Assignment Assignment { get; private set; } = null!;

    /// <summary>What the note is.</summary>
    public CorrectionKind Kind { get; private set; }

    /// <summary>The note typed.</summary>
    public string? Note { get; private set; }

    /// <summary>Asks for the note.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Title = Words["Editor.Correct"];
        if (!Actor.MayPublish || await drafting.OpenAsync(Actor, id, cancel) is not { Stage: WorkStage.Published } assignment)
        {
            return NotFound();
        }

        Assignment = assignment;
        return Page();
    }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, CorrectionKind kind, string? note, CancellationToken cancel)
    {
        (Kind, Note) = (Enum.IsDefined(kind) ? kind : CorrectionKind.Correction, note);
        return await OnGetAsync(id, cancel) is NotFoundResult nothing ? nothing
            : await pieces.CorrectAsync(Actor, id, Kind, note ?? "", cancel) is { } why ? Refuse(why)
            : Done($"/desk/articles/{id}", Words["Editor.Corrected"]);
    }
}
