using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>What the form for publishing sends.</summary>
public sealed record PublishForm
{
    /// <summary>The revision that was looked at.</summary>
    public int Revision { get; init; }

    /// <summary>Other language versions to appear with it.</summary>
    public int[] With { get; init; } = [];

    /// <summary>"now" or "later".</summary>
    public string? When { get; init; }

    /// <summary>The time typed, in the site's time zone.</summary>
    public string? At { get; init; }

    /// <summary>True when the text says something else than before.</summary>
    public bool Substantive { get; init; }

    /// <summary>What the public note is.</summary>
    public CorrectionKind? Kind { get; init; }

    /// <summary>The public note.</summary>
    public string? Note { get; init; }
}

/// <summary>Shows a revision to readers, now or at a time, with its language versions where that is wished.</summary>
public sealed class PublishModel(Drafting drafting, Publishing publishing, EditorDesk desk) : DeskPage
{
    /// <summary>The desk's side of the piece.</summary>
    public Assignment Assignment { get; private set; } = null!;

    /// <summary>What is to be published.</summary>
    public ArticleContent Piece { get; private set; } = new();

    /// <summary>What was typed.</summary>
    public PublishForm Typed { get; private set; } = new();

    /// <summary>What the checks say.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The other language versions at the desk that are not out yet.</summary>
    public IReadOnlyList<VersionView> OtherVersions { get; private set; } = [];

    /// <summary>True when readers have a version of it.</summary>
    public bool IsOut => Assignment.Stage == WorkStage.Published;

    /// <summary>Shows what would be published.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is not { } assignment || !Actor.MayPublish)
        {
            return NotFound();
        }

        Assignment = assignment;
        return await ShowAsync(new PublishForm { Revision = assignment.LatestRevision, When = "now", Substantive = true }, cancel);
    }

    /// <summary>Publishes it, or gives it a time.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] PublishForm typed, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is not { } assignment || !Actor.MayPublish)
        {
            return NotFound();
        }

        Assignment = assignment;
        if (await ShowAsync(typed, cancel) is NotFoundResult nothing)
        {
            return nothing;
        }

        var pieces = OtherVersions.Where(v => typed.With.Contains(v.Id)).Select(v => (v.Id, v.Latest)).Prepend((id, typed.Revision)).ToList();
        if (typed.When == "later")
        {
            if (TypedTime.Instant(typed.At, Site.Zone) is not { } at)
            {
                return Refuse(DeskRefusal.TimePast);
            }

            var scheduled = await publishing.ScheduleAsync(Actor, pieces, at, cancel);
            return scheduled.Why is { } no ? Refused(no, scheduled) : Done($"/desk/articles/{id}", Words.Format("Editor.Scheduled", Words.ShortTime(LocalTime(at))));
        }

        var kind = typed.Kind is { } k && Enum.IsDefined(k) ? k : (CorrectionKind?)null;
        if (kind is not null && typed.Note?.Trim() is not { Length: > 0 and <= Correction.MaxLength })
        {
            return Refuse(DeskRefusal.NoteMissing);
        }

        var outcome = await publishing.PublishAsync(Actor, pieces, IsOut ? new PublishedChange(typed.Substantive, kind, typed.Note) : null, cancel);
        return outcome.Why is { } why ? Refused(why, outcome) : Done($"/desk/articles/{id}", Words["Editor.Published"]);
    }

    private IActionResult Refused(DeskRefusal why, PublishOutcome outcome)
    {
        Findings = outcome.Findings.Count > 0 ? outcome.Findings : Findings;
        return Refuse(why);
    }

    private async Task<IActionResult> ShowAsync(PublishForm typed, CancellationToken cancel)
    {
        (Typed, Title) = (typed, Words["Editor.PublishTitle"]);
        if (await drafting.RevisionAsync(Assignment.ArticleId, typed.Revision, cancel) is not { } revision)
        {
            return NotFound();
        }

        Piece = revision.Content;
        Findings = await desk.FindingsAsync(Assignment.ArticleId, Piece, Assignment.Article.Language, BaseUrl, cancel);
        OtherVersions = await desk.VersionsAsync(Assignment.Article.WorkId, Assignment.ArticleId, cancel);
        return Page();
    }
}

/// <summary>Another language version at the desk.</summary>
public sealed record VersionView(int Id, string Language, string Headline, int Latest);
