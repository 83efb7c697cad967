using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk.Checks;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>Reads what the checks look at besides the piece itself.</summary>
public static class CheckedPieces
{
    /// <summary>A piece as the checks that stop want it.</summary>
    public static async Task<CheckedPiece> OfAsync(NewsDbContext db, string language, ArticleContent content, CancellationToken cancel = default) => new()
    {
        Content = content,
        Language = language,
        PictureHasCredit = content.Picture is not { } picture || await Credited(db).AnyAsync(f => f.Id == picture.PictureId, cancel),
        FigureCredits = await CreditsOfAsync(db, [.. ArticleFigure.In(content.Body).Select(f => f.Figure.File).Distinct()], cancel),
    };

    /// <summary>The same with all that advice is made from.</summary>
    /// <param name="db">The records.</param>
    /// <param name="articleId">The piece.</param>
    /// <param name="language">The language it is written in.</param>
    /// <param name="content">What it says.</param>
    /// <param name="site">The site's own address.</param>
    /// <param name="now">What is published at that time, readers have.</param>
    /// <param name="cancel">Ends the asking.</param>
    public static async Task<CheckedPiece> WithAdviceAsync(NewsDbContext db, int articleId, string language, ArticleContent content, string site, DateTime now, CancellationToken cancel = default)
    {
        var original = content.OriginalId is { } id ? await db.OriginalTexts.Where(o => o.Id == id).Select(o => o.Text).SingleOrDefaultAsync(cancel) : null;
        var basis = await new TranslationBases(db).TextAsync(articleId, content.Basis, cancel);
        return await OfAsync(db, language, content, cancel) with
        {
            Original = original,
            Basis = basis,
            KnownNames = basis is null && string.IsNullOrWhiteSpace(original) ? [] : await NamesAsync(db, cancel),
            BrokenLinks = await new SiteLinks(db, site, now).BrokenAsync(content.Body, language, cancel),
        };
    }

    private static IQueryable<PictureFile> Credited(NewsDbContext db) => db.PictureFiles
        .Where(f => f.ContributorId != null || f.CreditName != null || f.Organisation != null || db.Pictures.Any(p => p.StoredId == f.Id && p.ContributorId != null));

    private static async Task<IReadOnlyDictionary<string, bool>> CreditsOfAsync(NewsDbContext db, IReadOnlyList<string> files, CancellationToken cancel) => files.Count == 0
        ? new Dictionary<string, bool>()
        : await db.PictureFiles.Where(f => files.Contains(f.File)).Select(f => new { f.File, HasCredit = Credited(db).Any(c => c.Id == f.Id) }).ToDictionaryAsync(f => f.File, f => f.HasCredit, cancel);

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> NamesAsync(NewsDbContext db, CancellationToken cancel)
    {
        var people = await db.Contributors.AsNoTracking().Select(c => new { c.Name, c.ScriptName, c.Names, c.Aliases }).ToListAsync(cancel);
        var outlets = await db.Publications.AsNoTracking().Select(p => new { p.Name, p.ScriptName, p.Names, p.Aliases }).ToListAsync(cancel);
        return [.. people.Concat(outlets).Select(n => Credits.NameFinder.Distinct([n.Name, n.ScriptName, .. n.Names.Texts.Values, .. n.Aliases]))];
    }
}
