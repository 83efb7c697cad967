using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Sources.Fetching;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>A page that shows what was found at an original's address beside what the piece has.</summary>
public abstract class FetchPage(Drafting drafting, EditorDesk editor, FetchDesk desk) : DeskPage
{
    /// <summary>The desk's side of the piece.</summary>
    public Assignment Assignment { get; private set; } = null!;

    /// <summary>The piece as it was last saved.</summary>
    public ArticleContent Piece { get; private set; } = new();

    /// <summary>The original's text it has.</summary>
    public string Original { get; private set; } = "";

    /// <summary>The names of the authors it has.</summary>
    public IReadOnlyList<string> Authors { get; private set; } = [];

    /// <summary>The address.</summary>
    public string Address { get; protected set; } = "";

    /// <summary>What was found; null before.</summary>
    public FetchedForm? Found { get; protected set; }

    /// <summary>Why nothing was found.</summary>
    public FetchRefusal? Why { get; protected set; }

    /// <summary>The drafts.</summary>
    protected Drafting Drafting => drafting;

    /// <summary>What fetches and takes over.</summary>
    protected FetchDesk Desk => desk;

    /// <summary>Reads the piece.</summary>
    /// <returns>What to answer instead; null when there is nothing against it.</returns>
    protected async Task<IActionResult?> LoadAsync(int id, CancellationToken cancel)
    {
        if (!desk.IsOn || await drafting.OpenAsync(Actor, id, cancel) is not { } assignment)
        {
            return NotFound();
        }

        Title = Words["FetchTitle"];
        Assignment = assignment;
        Piece = (await drafting.RevisionAsync(id, assignment.LatestRevision, cancel))!.Content;
        var choices = await editor.ChoicesAsync(Piece, assignment.Article.Language, cancel);
        Original = choices.Original ?? "";
        Authors = [.. Piece.Credits.Where(c => c.Role == Credits.CreditRole.Author).Select(c => c.ContributorId is { } who ? choices.People.GetValueOrDefault(who) ?? "" : c.Name ?? "")];
        Address = Piece.Source?.Url ?? "";
        return assignment.WhyNotWrite(Actor, assignment.Article.Language, desk.Now) is { } why ? Refuse(why) : null;
    }
}
