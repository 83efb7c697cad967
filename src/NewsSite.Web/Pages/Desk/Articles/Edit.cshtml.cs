using Microsoft.AspNetCore.Mvc;
using NewsSite.Credits;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>The editor: one screen with the text in the middle and all that belongs to it beside. A plain form; its script saves while one types.</summary>
public sealed class EditModel(Drafting drafting, NewNamesDesk names, EditorDesk desk) : DeskPage
{
    /// <summary>The desk's side of the piece.</summary>
    public Assignment Assignment { get; private set; } = null!;

    /// <summary>The piece's key.</summary>
    public int Id => Assignment.ArticleId;

    /// <summary>The language the piece is written in.</summary>
    public string Tongue => Assignment.Article.Language;

    /// <summary>The revision on the page.</summary>
    public int Base { get; private set; }

    /// <summary>The content on the page.</summary>
    public ArticleContent Piece { get; private set; } = new();

    /// <summary>The original's text on the page.</summary>
    public string Original { get; private set; } = "";

    /// <summary>What the lists offer.</summary>
    public EditorChoices Choices { get; private set; } = null!;

    /// <summary>The text of ours it is translated from.</summary>
    public BasisView Basis { get; private set; } = BasisView.None;

    /// <summary>What the checks say.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Texts kept aside.</summary>
    public IReadOnlyList<AsideView> Asides { get; private set; } = [];

    /// <summary>The text this page's own was kept aside for: what the piece is now.</summary>
    public DraftOutcome.Aside? Clash { get; private set; }

    /// <summary>True when this person may write in it.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>True when they may have its original fetched.</summary>
    public bool MayFetch => MayWrite && desk.MayFetch;

    /// <summary>Where this person may move it.</summary>
    public IReadOnlyList<WorkStage> Ways { get; private set; } = [];

    /// <summary>The rows of the credits: those there are, one for each role an opinion piece has, and room for more.</summary>
    public IReadOnlyList<ContentCredit> CreditRows =>
    [
        .. Piece.Credits,
        .. new[] { CreditRole.Author, CreditRole.Translator, CreditRole.Editor }.Where(role => Piece.Credits.All(c => c.Role != role)).Select(role => new ContentCredit(role, null)),
        new ContentCredit(CreditRole.Author, null),
    ];

    /// <summary>Shows the piece as it was last saved.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is not { } assignment)
        {
            return NotFound();
        }

        Assignment = assignment;
        var latest = (await drafting.RevisionAsync(id, assignment.LatestRevision, cancel))!;
        (Base, Piece) = (latest.Number, latest.Content);
        return await ShowAsync(null, cancel);
    }

    /// <summary>Saves what is on the page.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] EditorForm typed, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is not { } assignment)
        {
            return NotFound();
        }

        Assignment = assignment;
        (Base, Piece) = (typed.Base, typed.ToContent());
        if (assignment.WhyNotWrite(Actor, Tongue, names.Now) is { } barred)
        {
            await ShowAsync(typed.Original, cancel);
            return Refuse(barred);
        }

        Piece = await names.ResolveAsync(Piece, Actor, cancel);
        var outcome = await drafting.SaveAsync(Actor, new DraftSave
        {
            ArticleId = id, Base = typed.Base, Content = Piece, Original = typed.Original?.ReplaceLineEndings("\n"), Kind = RevisionKind.Saved, Session = Session(typed.Session), Note = typed.Note, Settles = typed.Settles,
        }, cancel);
        switch (outcome)
        {
            case DraftOutcome.Kept when typed.Then is "publish" or "fetch":
                return new SeeOtherResult(Link($"/desk/articles/{id}/{typed.Then}"));
            case DraftOutcome.Kept:
                return Done($"/desk/articles/{id}", Words["Editor.Saved"]);
            case DraftOutcome.Aside clash:
                Clash = clash;
                await ShowAsync(typed.Original, cancel);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                await ShowAsync(typed.Original, cancel);
                return Refuse(((DraftOutcome.Refused)outcome).Why);
        }
    }

    /// <summary>A key the page's script made; null for anything else.</summary>
    internal static string? Session(string? typed) => typed is { Length: > 0 and <= 32 } && typed.All(char.IsAsciiLetterOrDigit) ? typed : null;

    private async Task<IActionResult> ShowAsync(string? original, CancellationToken cancel)
    {
        Title = Drafting.TitleOf(Piece);
        Choices = await desk.ChoicesAsync(Piece, Tongue, cancel);
        Basis = await desk.BasisAsync(Actor, Id, Piece.Basis, cancel);
        Original = original ?? Choices.Original ?? "";
        Findings = await desk.FindingsAsync(Id, Piece, Tongue, BaseUrl, cancel);
        Asides = await desk.AsidesAsync(Id, cancel);
        MayWrite = Assignment.WhyNotWrite(Actor, Tongue, names.Now) is null;
        Ways = Assignment.WaysFor(Actor, Tongue, names.Now);
        return Page();
    }
}
