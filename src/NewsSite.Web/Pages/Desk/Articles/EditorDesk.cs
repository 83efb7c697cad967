using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>What the editor's lists offer.</summary>
public sealed record EditorChoices
{
    /// <summary>The sections, in order.</summary>
    public required IReadOnlyList<(int Id, LocalizedText Name)> Sections { get; init; }

    /// <summary>The topics, by name.</summary>
    public required IReadOnlyList<(int Id, LocalizedText Name)> Topics { get; init; }

    /// <summary>The series, by name.</summary>
    public required IReadOnlyList<(int Id, LocalizedText Name)> Series { get; init; }

    /// <summary>The names of credited people, by key.</summary>
    public required IReadOnlyDictionary<int, string> People { get; init; }

    /// <summary>The outlet's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The latest pictures, and the piece's own.</summary>
    public required IReadOnlyList<PictureChoice> Pictures { get; init; }

    /// <summary>The original's text.</summary>
    public string? Original { get; init; }
}

/// <summary>Reads what the editor shows besides the piece itself.</summary>
public sealed class EditorDesk(NewsDbContext db, TranslationBases bases, DeskSettings settings, TimeProvider clock)
{
    /// <summary>So many pictures are offered; the others are found on the pictures' own page.</summary>
    private const int PicturesOffered = 40;

    /// <summary>True where an operator lets the desk fetch originals.</summary>
    public bool MayFetch => settings.FetchSources;

    /// <summary>The choices and names for a piece in that language.</summary>
    public async Task<EditorChoices> ChoicesAsync(ArticleContent content, string language, CancellationToken cancel)
    {
        var ids = content.Credits.Select(c => c.ContributorId).OfType<int>().ToList();
        var people = await db.Contributors.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Names }).ToListAsync(cancel);
        var outlet = content.Source?.PublicationId is { } id ? await db.Publications.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.Name, p.Names }).SingleOrDefaultAsync(cancel) : null;
        var picture = content.Picture?.PictureId ?? 0;
        var sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).Select(s => new { s.Id, s.Name }).ToListAsync(cancel);
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Slug).Select(t => new { t.Id, t.Name }).ToListAsync(cancel);
        var series = await db.Series.AsNoTracking().OrderBy(s => s.Slug).Select(s => new { s.Id, s.Name }).ToListAsync(cancel);
        return new EditorChoices
        {
            Sections = [.. sections.Select(s => (s.Id, s.Name))],
            Topics = [.. topics.Select(t => (t.Id, t.Name))],
            Series = [.. series.Select(s => (s.Id, s.Name))],
            Pictures = await db.PictureFiles.AsNoTracking().OrderByDescending(f => f.Id == picture).ThenByDescending(f => f.Id).Take(PicturesOffered)
                .Select(f => new PictureChoice(f.Id, f.File, f.Width, f.Height, f.Name, f.Contributor!.Name ?? f.CreditName ?? f.Organisation, f.Alt)).ToListAsync(cancel),
            People = people.ToDictionary(p => p.Id, p => p.Names.Exactly(language) ?? p.Name),
            Outlet = outlet is null ? content.Source?.PublicationName : outlet.Names.Exactly(language) ?? outlet.Name,
            Original = content.OriginalId is { } original ? await db.OriginalTexts.Where(o => o.Id == original).Select(o => o.Text).SingleOrDefaultAsync(cancel) : null,
        };
    }

    /// <summary>What the checks say of a piece.</summary>
    /// <param name="articleId">The piece.</param>
    /// <param name="content">What it says.</param>
    /// <param name="language">The language it is written in.</param>
    /// <param name="site">The site's own address.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(int articleId, ArticleContent content, string language, string site, CancellationToken cancel) =>
        PublishingChecks.Find(await CheckedPieces.WithAdviceAsync(db, articleId, language, content, site, clock.GetUtcNow().UtcDateTime, cancel));

    /// <summary>The text of ours a piece is translated from, and those it could be.</summary>
    public async Task<BasisView> BasisAsync(DeskActor actor, int articleId, ContentBasis? basis, CancellationToken cancel) =>
        new(await bases.TextAsync(articleId, basis, cancel), await bases.ChoicesAsync(actor, articleId, cancel));

    /// <summary>Other language versions of a work that readers do not have yet.</summary>
    public async Task<IReadOnlyList<VersionView>> VersionsAsync(int workId, int but, CancellationToken cancel) => await db.Assignments.AsNoTracking()
        .Where(a => a.Article.WorkId == workId && a.ArticleId != but && (a.Stage == WorkStage.Ready || a.Stage == WorkStage.InEdit || a.Stage == WorkStage.Scheduled))
        .OrderBy(a => a.Article.Language)
        .Select(a => new VersionView(a.ArticleId, a.Article.Language, a.Article.Headline, a.LatestRevision))
        .ToListAsync(cancel);

    /// <summary>Texts kept aside that nobody has decided about.</summary>
    public async Task<IReadOnlyList<AsideView>> AsidesAsync(int articleId, CancellationToken cancel) => await db.ArticleRevisions.AsNoTracking()
        .Where(r => r.ArticleId == articleId && r.Kind == RevisionKind.Aside && r.SettledAt == null)
        .OrderBy(r => r.Number)
        .Select(r => new AsideView(r.Number, db.Accounts.Where(a => a.Id == r.AccountId).Select(a => a.DisplayName).FirstOrDefault(), r.SavedAt))
        .ToListAsync(cancel);
}

/// <summary>A picture to choose.</summary>
public sealed record PictureChoice(int Id, string File, int Width, int Height, string Name, string? Credit, string? Alt);

/// <summary>A text kept aside.</summary>
public sealed record AsideView(int Number, string? By, DateTime At);
