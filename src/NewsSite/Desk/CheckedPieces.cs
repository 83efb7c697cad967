using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>Reads what the checks look at besides the piece itself.</summary>
public static class CheckedPieces
{
    /// <summary>A piece as the checks want it.</summary>
    public static async Task<CheckedPiece> OfAsync(NewsDbContext db, string language, ArticleContent content, CancellationToken cancel = default) => new()
    {
        Content = content,
        Language = language,
        Original = content.OriginalId is { } id ? await db.OriginalTexts.Where(o => o.Id == id).Select(o => o.Text).SingleOrDefaultAsync(cancel) : null,
        PictureHasCredit = content.Picture is not { } picture || await db.PictureFiles.AnyAsync(f => f.Id == picture.PictureId
            && (f.ContributorId != null || f.CreditName != null || f.Organisation != null || db.Pictures.Any(p => p.StoredId == f.Id && p.ContributorId != null)), cancel),
    };
}
