using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>A text of ours another version was translated from.</summary>
public sealed record BasisText
{
    /// <summary>The piece and its revision.</summary>
    public required ContentBasis Basis { get; init; }

    /// <summary>The language it is in.</summary>
    public required string Language { get; init; }

    /// <summary>What it said then.</summary>
    public required ArticleContent Then { get; init; }

    /// <summary>When it was saved; UTC.</summary>
    public required DateTime SavedAt { get; init; }

    /// <summary>The revision one would translate from now: the one readers have, or the latest of a draft.</summary>
    public required int Current { get; init; }

    /// <summary>What that says.</summary>
    public required ArticleContent Now { get; init; }

    /// <summary>True where headline, standfirst or text have changed since.</summary>
    public bool HasChanged => (Then.Headline, Then.Standfirst, Then.Body) != (Now.Headline, Now.Standfirst, Now.Body);
}

/// <summary>A version one may translate from, as it is now.</summary>
/// <param name="Basis">The piece, and the revision one would translate from now.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Headline">Its headline.</param>
public sealed record BasisChoice(ContentBasis Basis, string Language, string Headline);

/// <summary>
/// Reads from which texts of ours a version was, or may be, translated. Only versions of the same work count, whatever a form says: a draft of another work is not
/// shown by naming it.
/// </summary>
public sealed class TranslationBases(NewsDbContext db)
{
    /// <summary>The text a version was translated from; null for none, or where there is no such revision of a version of its work.</summary>
    public async Task<BasisText?> TextAsync(int articleId, ContentBasis? basis, CancellationToken cancel = default)
    {
        if (basis is null || basis.ArticleId == articleId || await SiblingsOf(articleId).Where(a => a.ArticleId == basis.ArticleId)
            .Select(a => new { a.Article.Language, Current = a.PublishedRevision ?? a.LatestRevision }).SingleOrDefaultAsync(cancel) is not { } version)
        {
            return null;
        }

        var revisions = await db.ArticleRevisions.AsNoTracking()
            .Where(r => r.ArticleId == basis.ArticleId && (r.Number == basis.Revision || r.Number == version.Current)).ToListAsync(cancel);
        if (revisions.SingleOrDefault(r => r.Number == basis.Revision) is not { } revision)
        {
            return null;
        }

        return new BasisText
        {
            Basis = basis, Language = version.Language, Then = revision.Content, SavedAt = revision.SavedAt, Current = version.Current, Now = revisions.Single(r => r.Number == version.Current).Content,
        };
    }

    /// <summary>True where somebody may say that a piece is translated from a text: one readers have or had, or a draft they may see.</summary>
    public async Task<bool> MayUseAsync(DeskActor actor, int articleId, ContentBasis basis, CancellationToken cancel = default) =>
        await SiblingsOf(articleId).Where(a => a.ArticleId == basis.ArticleId).Select(a => a.Article.Language).SingleOrDefaultAsync(cancel) is { } language
        && await db.ArticleRevisions.AnyAsync(r => r.ArticleId == basis.ArticleId && r.Number == basis.Revision && (r.PublishedAt != null || actor.MaySee(language)), cancel);

    /// <summary>The versions somebody may translate a piece from: those readers have, and drafts they may see.</summary>
    public async Task<IReadOnlyList<BasisChoice>> ChoicesAsync(DeskActor actor, int articleId, CancellationToken cancel = default) =>
    [
        .. (await SiblingsOf(articleId).OrderBy(a => a.Article.Language).ThenBy(a => a.ArticleId)
            .Select(a => new { a.ArticleId, a.Article.Language, a.Article.Headline, a.PublishedRevision, a.LatestRevision }).ToListAsync(cancel))
            .Where(a => a.PublishedRevision is not null || actor.MaySee(a.Language))
            .Select(a => new BasisChoice(new ContentBasis(a.ArticleId, a.PublishedRevision ?? a.LatestRevision), a.Language, a.Headline)),
    ];

    /// <summary>What a new version begins from: what readers have of a piece, or the latest draft where this person may see it. Null where there is nothing for them.</summary>
    public async Task<ArticleRevision?> BeginningAsync(DeskActor actor, Assignment assignment, CancellationToken cancel = default)
    {
        var number = assignment.PublishedRevision ?? (actor.MaySee(assignment.Article.Language) ? assignment.LatestRevision : null);
        return number is null ? null : await db.ArticleRevisions.AsNoTracking().SingleAsync(r => r.ArticleId == assignment.ArticleId && r.Number == number, cancel);
    }

    /// <summary>The published piece an address of this site leads to; null for any other address.</summary>
    /// <param name="typed">The address, with or without the site's own.</param>
    /// <param name="site">The site's own address.</param>
    /// <param name="now">What is published at that time, readers have.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<int?> FindAsync(string typed, string site, DateTime now, CancellationToken cancel = default)
    {
        if (!Uri.TryCreate(new Uri(site), typed.Trim(), out var address) || address.Authority != new Uri(site).Authority
            || address.AbsolutePath.Trim('/').Split('/') is not [var year, var month, var day, var slug] || ArticleAddress.Parse(year, month, day, slug) is not { } known)
        {
            return null;
        }

        var path = known.ToString();
        return await db.Articles.Published(now).At(known).Select(a => (int?)a.Id).SingleOrDefaultAsync(cancel)
            ?? await db.Redirects.Where(r => r.Path == path).Join(db.Articles.Published(now), r => r.ArticleId, a => a.Id, (_, a) => (int?)a.Id).SingleOrDefaultAsync(cancel);
    }

    private IQueryable<Assignment> SiblingsOf(int articleId) => db.Assignments.AsNoTracking()
        .Where(a => a.ArticleId != articleId && db.Articles.Any(self => self.Id == articleId && self.WorkId == a.Article.WorkId));
}
