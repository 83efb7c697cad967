using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Media;

/// <summary>
/// Which articles use a picture: above the text, or within it, where Markdown names one of its files. Whatever else comes to use pictures is to be named here, for this
/// decides what readers may see and what may be deleted.
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

    /// <summary>True when anything uses a picture, published or not.</summary>
    public static Task<bool> AnyAsync(NewsDbContext db, string file, CancellationToken cancel) => db.Articles.Using(file).AnyAsync(cancel);
}
