using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Moves a piece from stage to stage.</summary>
public sealed class MoveModel(Drafting drafting, Workflow workflow) : DeskPage
{
    /// <summary>The piece's key.</summary>
    public int Id { get; private set; }

    /// <summary>Where to.</summary>
    public WorkStage To { get; private set; }

    /// <summary>The note typed.</summary>
    public string? Note { get; private set; }

    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet(int id) => Redirect(Link($"/desk/articles/{id}"));

    /// <summary>Moves it; asks for a note where one is wanted.</summary>
    public async Task<IActionResult> OnPostAsync(int id, WorkStage to, string? note, CancellationToken cancel)
    {
        (Id, To, Note, Title) = (id, to, note, Words[$"Move.{(Enum.IsDefined(to) ? to : WorkStage.Suggested)}"]);
        if (await drafting.OpenAsync(Actor, id, cancel) is null || !Enum.IsDefined(to))
        {
            return NotFound();
        }

        return await workflow.MoveAsync(Actor, id, to, note, cancel) is { } why ? Refuse(why) : Done($"/desk/articles/{id}", Words.Format("Editor.Moved", Words[$"Stage.{to}"]));
    }
}
