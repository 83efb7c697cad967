using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;

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

    /// <summary>True when anything uses a picture, published or not.</summary>
    public static async Task<bool> AnyAsync(NewsDbContext db, string file, CancellationToken cancel) =>
        await db.Articles.Using(file).AnyAsync(cancel) || await Pictured(db, file).AnyAsync(cancel);

    /// <summary>True when readers see it somewhere at that time.</summary>
    public static async Task<bool> AnyPublishedAsync(NewsDbContext db, string file, DateTime now, CancellationToken cancel) =>
        await db.Articles.Published(now).Using(file).AnyAsync(cancel) || await Pictured(db, file).AnyAsync(cancel);
}
