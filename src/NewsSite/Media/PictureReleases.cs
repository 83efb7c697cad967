using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Media;

/// <summary>
/// Keeps what readers may see of pictures in step with what is published. The database decides; where a file lies is what became of it. So every call may be made again,
/// and by several servers at once.
/// </summary>
public sealed class PictureReleases(NewsDbContext db, PictureStore store)
{
    /// <summary>Releases a picture that readers ask for, if something they see uses it.</summary>
    /// <param name="file">The stem of its files.</param>
    /// <param name="now">When; UTC.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task ReleaseIfPublishedAsync(string file, DateTime now, CancellationToken cancel = default)
    {
        if (store.IsHidden(file) && await PictureUses.AnyPublishedAsync(db, file, now, cancel))
        {
            store.Release(file);
        }
    }

    /// <summary>
    /// Brings an article's pictures to where they belong at that time: to readers when something they see uses them, else back to the newsroom. To be called after an
    /// article was published, changed or withdrawn, once that is committed; a picture that was forgotten is released when the first reader asks for it.
    /// </summary>
    /// <param name="articleId">The article.</param>
    /// <param name="now">When; UTC.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task SettleAsync(int articleId, DateTime now, CancellationToken cancel = default)
    {
        var used = await db.Articles.Where(a => a.Id == articleId).Select(a => new { a.Picture!.File, a.BodyMarkdown }).SingleAsync(cancel);
        await SettleAsync(PictureSizes.NamedIn(used.BodyMarkdown).Append(used.File).OfType<string>(), now, cancel);
    }

    /// <summary>Does the same for pictures an article no longer uses.</summary>
    public async Task SettleAsync(IEnumerable<string> files, DateTime now, CancellationToken cancel = default)
    {
        foreach (var file in files.Distinct().ToList())
        {
            if (await PictureUses.AnyPublishedAsync(db, file, now, cancel))
            {
                store.Release(file);
            }
            else if (await db.PictureFiles.AnyAsync(f => f.File == file, cancel))
            {
                store.Retract(file);
            }
        }
    }
}
