using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Media;

/// <summary>What became of a change to a picture.</summary>
/// <param name="Fault">Why it was not taken; null when it was.</param>
/// <param name="Articles">The articles whose pages show what changed.</param>
public sealed record PictureChange(PictureDetailsFault? Fault, IReadOnlyList<int> Articles);

/// <summary>Changes what is said of a picture, and deletes pictures nothing uses.</summary>
public sealed class PictureEditing(NewsDbContext db, PictureStore store)
{
    /// <summary>Says who made it and on which terms it is shown. A name that is a contributor's becomes that contributor.</summary>
    /// <returns>What became of it; null when there is no such picture.</returns>
    public async Task<PictureChange?> DescribeAsync(int id, PictureDetails details, CancellationToken cancel = default)
    {
        if (await db.PictureFiles.Include(f => f.Contributor).SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } picture)
        {
            return null;
        }

        var maker = details.CreditName is { } name
            ? await db.Contributors.Where(c => c.Name == name || c.ScriptName == name).OrderBy(c => c.Id).FirstOrDefaultAsync(cancel)
            : null;
        if (picture.Describe(details, maker) is { } fault)
        {
            return new PictureChange(fault, []);
        }

        await db.SaveChangesAsync(cancel);
        return new PictureChange(null, await db.Articles.Using(picture.File).Select(a => a.Id).ToListAsync(cancel));
    }

    /// <summary>Deletes a picture and its files, unless something uses it.</summary>
    /// <returns>True when it is gone.</returns>
    public async Task<bool> DeleteAsync(int id, CancellationToken cancel = default)
    {
        if (await db.PictureFiles.SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } picture)
        {
            return true;
        }

        if (await PictureUses.AnyAsync(db, picture, cancel))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Uses that no article holds any more would keep the record alive.
        await db.Pictures.Where(p => p.StoredId == id && !db.Articles.Any(a => a.PictureId == p.Id)).ExecuteDeleteAsync(cancel);
        db.PictureFiles.Remove(picture);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        store.Delete(picture.File);
        return true;
    }
}
