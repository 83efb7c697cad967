using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>A revision beside another, word by word, and the button that takes it up again.</summary>
public sealed class RevisionModel(Drafting drafting, TimeProvider clock) : DeskPage
{
    /// <summary>The piece's key.</summary>
    public int Id { get; private set; }

    /// <summary>The language the piece is written in.</summary>
    public string Tongue { get; private set; } = "";

    /// <summary>The revision.</summary>
    public ArticleRevision Revision { get; private set; } = null!;

    /// <summary>The number of the one it is compared with.</summary>
    public int With { get; private set; }

    /// <summary>The fields that differ, word by word.</summary>
    public IReadOnlyList<(string Field, IReadOnlyList<DiffPiece> Pieces)> Changes { get; private set; } = [];

    /// <summary>True when this person may write in the piece.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>Shows it: one kept aside beside the latest, any other beside the one before it, or beside any other.</summary>
    public async Task<IActionResult> OnGetAsync(int id, int number, int? with, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is not { } assignment || await drafting.RevisionAsync(id, number, cancel) is not { } revision)
        {
            return NotFound();
        }

        With = with ?? (revision.Kind == RevisionKind.Aside ? assignment.LatestRevision : revision.BasedOn ?? number - 1);
        var other = await drafting.RevisionAsync(id, With, cancel);
        (Id, Revision, Tongue, Title) = (id, revision, assignment.Article.Language, Words.Format("Editor.RevisionTitle", Words.Number(number)));
        MayWrite = assignment.WhyNotWrite(Actor, Tongue, clock.GetUtcNow().UtcDateTime) is null;
        var (before, after) = (other?.Content ?? new ArticleContent(), revision.Content);
        Changes =
        [
            .. new[] { ("Headline", before.Headline, after.Headline), ("Standfirst", before.Standfirst, after.Standfirst), ("Body", before.Body, after.Body), ("Slug", before.Slug, after.Slug), ("SourceTitle", before.Source?.Title ?? "", after.Source?.Title ?? ""), ("SourceUrl", before.Source?.Url ?? "", after.Source?.Url ?? "") }
                .Where(f => f.Item2 != f.Item3)
                .Select(f => (f.Item1, WordDiff.Between(f.Item2, f.Item3))),
        ];
        return Page();
    }

    /// <summary>Takes it up again, as a new revision.</summary>
    public async Task<IActionResult> OnPostAsync(int id, int number, string? note, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is null)
        {
            return NotFound();
        }

        var outcome = await drafting.RestoreAsync(Actor, id, number, note, cancel);
        if (outcome is DraftOutcome.Refused refused)
        {
            return await OnGetAsync(id, number, null, cancel) is NotFoundResult nothing ? nothing : Refuse(refused.Why);
        }

        return Done($"/desk/articles/{id}", Words.Format("Editor.Restored", Words.Number(number)));
    }
}
