using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Media;

/// <summary>
/// What uses a picture: articles, above the text or within it, where Markdown names one of its files; and contributors, whose page readers always have. Whatever else comes to use
/// pictures is to be named here, for this decides what readers may see and what may be deleted.
/// </summary>
public static class PictureUses
{
    extension(IQueryable<Article> articles)
    {
        /// <summary>Those that use a picture.</summary>
        /// <param name="file">The stem of its files.</param>
        public IQueryable<Article> Using(string file)
        {
            var named = $"{PictureSizes.BasePath}/{file}-";
            return articles.Where(a => a.Picture!.File == file || a.BodyMarkdown.Contains(named));
        }
    }

    /// <summary>The contributors whose picture it is.</summary>
    /// <param name="db">The records.</param>
    /// <param name="file">The stem of its files.</param>
    public static IQueryable<Contributor> Pictured(NewsDbContext db, string file) => db.Contributors.Where(c => c.Picture!.File == file);

    /// <summary>True when anything uses a picture, published or not; a draft of a piece that may still appear too.</summary>
    public static async Task<bool> AnyAsync(NewsDbContext db, PictureFile picture, CancellationToken cancel) =>
        await db.Articles.Using(picture.File).AnyAsync(cancel) || await Pictured(db, picture.File).AnyAsync(cancel) || await AnyDraftAsync(db, picture, cancel);

    /// <summary>Drafts are stored as a whole, compressed: each is read, which deleting, rare as it is, may cost.</summary>
    private static async Task<bool> AnyDraftAsync(NewsDbContext db, PictureFile picture, CancellationToken cancel)
    {
        var drafts = db.ArticleRevisions.AsNoTracking()
            .Where(r => db.Assignments.Any(a => a.ArticleId == r.ArticleId && a.Stage != WorkStage.Spiked && a.Stage != WorkStage.Withdrawn && (r.Number == a.LatestRevision || r.Number == a.ScheduledRevision)))
            .AsAsyncEnumerable();
        await foreach (var draft in drafts.WithCancellation(cancel))
        {
            var content = draft.Content;
            if (content.Picture?.PictureId == picture.Id || content.Body.Contains($"{PictureSizes.BasePath}/{picture.File}-", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when readers see it somewhere at that time.</summary>
    public static async Task<bool> AnyPublishedAsync(NewsDbContext db, string file, DateTime now, CancellationToken cancel) =>
        await db.Articles.Published(now).Using(file).AnyAsync(cancel) || await Pictured(db, file).AnyAsync(cancel);
}
