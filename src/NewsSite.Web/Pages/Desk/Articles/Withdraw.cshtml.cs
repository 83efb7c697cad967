using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Takes a published piece back from readers, with a public note.</summary>
public sealed class WithdrawModel(Drafting drafting, PublishedPieces pieces) : DeskPage
{
    /// <summary>The desk's side of the piece.</summary>
    public Assignment Assignment { get; private set; } = null!;

    /// <summary>The note typed.</summary>
    public string? Note { get; private set; }

    /// <summary>Asks for the note.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Title = Words["Editor.Withdraw"];
        if (!Actor.MayPublish || await drafting.OpenAsync(Actor, id, cancel) is not { } assignment)
        {
            return NotFound();
        }

        Assignment = assignment;
        return Page();
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync(int id, string? note, CancellationToken cancel)
    {
        Note = note;
        return await OnGetAsync(id, cancel) is NotFoundResult nothing ? nothing
            : await pieces.WithdrawAsync(Actor, id, note ?? "", cancel) is { } why ? Refuse(why)
            : Done($"/desk/articles/{id}", Words["Editor.Withdrawn"]);
    }
}
