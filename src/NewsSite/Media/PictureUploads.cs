using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;

namespace NewsSite.Media;

/// <summary>What became of an upload.</summary>
/// <param name="Picture">The picture; null when it was refused.</param>
/// <param name="Refusal">Why it was refused.</param>
/// <param name="IsNew">False when the same file had come before; then the picture is the one of then.</param>
/// <param name="Frames">How many frames the file had; of more than one the first was kept.</param>
/// <param name="PeakMemory">The most memory its decoding and encoding took, in bytes.</param>
public sealed record PictureUpload(PictureFile? Picture, PictureRefusal? Refusal, bool IsNew = false, int Frames = 1, long PeakMemory = 0);

/// <summary>Takes pictures from the newsroom. What is taken is seen by the newsroom only, until an article that uses it is published.</summary>
public sealed class PictureUploads(NewsDbContext db, PictureStore store, PressRoom press)
{
    /// <summary>One picture at a time: decoding is what takes memory, and both cores work on one anyway.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Takes a file.</summary>
    /// <param name="content">The file; no more of it is read than is taken. Others wait meanwhile, so it should have arrived.</param>
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

        await Turn.WaitAsync(cancel);
        try
        {
            var bytes = await ReadAsync(content, cancel);
            if (bytes.Length is 0 or > PictureLimits.MaxBytes)
            {
                return new PictureUpload(null, bytes.Length == 0 ? new PictureRefusal(PictureFault.Empty) : new PictureRefusal(PictureFault.Bytes, bytes.Length, PictureLimits.MaxBytes));
            }

            if (await FindAsync(PictureStore.StemOf(bytes), cancel) is { } known)
            {
                return known.Kind is { } kind && PictureLabel.Check(kind, fileName, declaredType) is { } wrong ? new PictureUpload(null, wrong) : new PictureUpload(known, null);
            }

            var pressed = await press.PressAsync(fileName, declaredType, bytes);
            return pressed.Header is null
                ? new PictureUpload(null, pressed.Refusal, PeakMemory: pressed.PeakMemory)
                : await RecordAsync(store.KeepHidden(PictureStore.StemOf(bytes), pressed), pressed, fileName, account, now);
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<PictureUpload> RecordAsync(StoredPicture stored, Pressed pressed, string fileName, Account? account, DateTime now)
    {
        var picture = new PictureFile(stored, fileName, now);
        picture.Came(pressed.Header!, account);
        db.PictureFiles.Add(picture);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return new PictureUpload(picture, null, IsNew: true, pressed.Header!.Frames, pressed.PeakMemory);
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
