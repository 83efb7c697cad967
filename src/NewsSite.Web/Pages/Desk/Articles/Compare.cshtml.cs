using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Shows the page's script how a text differs from the piece as it was last saved.</summary>
public sealed class CompareModel(Drafting drafting) : DeskPage
{
    /// <summary>The difference, word by word.</summary>
    public IReadOnlyList<DiffPiece> Pieces { get; private set; } = [];

    /// <summary>There is nothing to see here.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Compares it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] string? text, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is not { } assignment || text?.Length > ArticleContent.MaxTextLength)
        {
            return NotFound();
        }

        var latest = await drafting.RevisionAsync(id, assignment.LatestRevision, cancel);
        Pieces = WordDiff.Between(latest!.Content.Body, TypedText.Clean(text ?? ""));
        return Partial("_Diff", Pieces);
    }
}
