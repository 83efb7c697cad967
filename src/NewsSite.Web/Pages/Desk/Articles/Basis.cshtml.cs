using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>What has changed in the version of ours a piece was translated from, since it was translated.</summary>
public sealed class BasisModel(Drafting drafting, TranslationBases bases) : DeskPage
{
    /// <summary>The piece's key.</summary>
    public int Id { get; private set; }

    /// <summary>What the piece is called.</summary>
    public string PieceTitle { get; private set; } = "";

    /// <summary>The text it was translated from.</summary>
    public BasisText Text { get; private set; } = null!;

    /// <summary>The fields that differ, word by word.</summary>
    public IEnumerable<(string Field, IReadOnlyList<DiffPiece> Pieces)> Changes =>
        new[] { ("Headline", Text.Then.Headline, Text.Now.Headline), ("Standfirst", Text.Then.Standfirst, Text.Now.Standfirst), ("Body", Text.Then.Body, Text.Now.Body) }
            .Where(f => f.Item2 != f.Item3)
            .Select(f => (f.Item1, WordDiff.Between(f.Item2, f.Item3)));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is not { } assignment)
        {
            return NotFound();
        }

        var piece = (await drafting.RevisionAsync(id, assignment.LatestRevision, cancel))!.Content;
        if (await bases.TextAsync(id, piece.Basis, cancel) is not { } text)
        {
            return NotFound();
        }

        (Id, Text, PieceTitle, Title) = (id, text, Drafting.TitleOf(piece), Words["Editor.BasisTitle"]);
        return Page();
    }
}
