using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;

namespace NewsSite.Media;

/// <summary>What became of an upload.</summary>
/// <param name="Picture">The picture; null when it was refused.</param>
/// <param name="Refusal">Why it was refused.</param>
/// <param name="IsNew">False when the same file had come before; then the picture is the one of then.</param>
/// <param name="Frames">How many frames the file had; of more than one the first was kept.</param>
public sealed record PictureUpload(PictureFile? Picture, PictureRefusal? Refusal, bool IsNew = false, int Frames = 1);

/// <summary>Takes pictures from the newsroom. What is taken is seen by the newsroom only, until an article that uses it is published.</summary>
public sealed class PictureUploads(NewsDbContext db, PictureStore store)
{
    /// <summary>One picture at a time: decoding is what takes memory, and both cores work on one anyway.</summary>
    private static readonly SemaphoreSlim Press = new(1);

    /// <summary>Takes a file.</summary>
    /// <param name="content">The file; no more of it is read than is taken.</param>
    /// <param name="fileName">What it is called; kept for finding it again, never used for a path.</param>
    /// <param name="declaredType">The media type it was sent as, if any.</param>
    /// <param name="account">Who brings it.</param>
    /// <param name="now">When; UTC.</param>
    /// <param name="cancel">Ends the reading and the waiting, not the storing.</param>
    public async Task<PictureUpload> TakeAsync(Stream content, string fileName, string? declaredType, Account? account, DateTime now, CancellationToken cancel = default)
    {
        if (PictureLabel.CheckName(fileName) is { } badName)
        {
            return new PictureUpload(null, badName);
        }

        await Press.WaitAsync(cancel);
        try
        {
            var bytes = await ReadAsync(content, cancel);
            var (header, refusal) = PictureHeader.Read(bytes);
            if ((refusal ?? PictureLabel.Check(header!.Kind, fileName, declaredType)) is { } refused)
            {
                return new PictureUpload(null, refused);
            }

            if (await FindAsync(PictureStore.StemOf(bytes), cancel) is { } known)
            {
                return new PictureUpload(known, null);
            }

            var (stored, damage) = await Task.Run(() => store.KeepHidden(bytes, header!), CancellationToken.None);
            return stored is null ? new PictureUpload(null, damage) : await RecordAsync(stored, header!, fileName, account, now);
        }
        finally
        {
            Press.Release();
        }
    }

    private async Task<PictureUpload> RecordAsync(StoredPicture stored, PictureHeader header, string fileName, Account? account, DateTime now)
    {
        var picture = new PictureFile(stored, fileName, now);
        picture.Came(header, account);
        db.PictureFiles.Add(picture);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return new PictureUpload(picture, null, IsNew: true, header.Frames);
        }
        catch (DbUpdateException)
        {
            db.Entry(picture).State = EntityState.Detached;
            // Another server took the same file while we encoded it; otherwise the database is at fault, and the files are nobody's.
            if (await FindAsync(stored.File, CancellationToken.None) is { } known)
            {
                return new PictureUpload(known, null);
            }

            store.Delete(stored.File);
            throw;
        }
    }

    private Task<PictureFile?> FindAsync(string stem, CancellationToken cancel) => db.PictureFiles.SingleOrDefaultAsync(f => f.File == stem, cancel);

    /// <summary>Reads to the end, or one byte further than is taken.</summary>
    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        while (buffer.Length <= PictureLimits.MaxBytes && await content.ReadAsync(chunk, cancel) is > 0 and var read)
        {
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
