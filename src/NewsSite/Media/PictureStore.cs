using System.Security.Cryptography;
using NetVips;

namespace NewsSite.Media;

/// <summary>A picture as it is kept.</summary>
/// <param name="File">The stem of its files.</param>
/// <param name="Width">Width of the largest size, in pixels.</param>
/// <param name="Height">Height of the largest size, in pixels.</param>
public sealed record StoredPicture(string File, int Width, int Height);

/// <summary>
/// Keeps pictures, each encoded anew in the sizes of <see cref="PictureSizes"/> without what cameras write into files. What readers may see lies in one directory, which
/// is served as it stands; what they may not yet see lies in another, which is not served. Several servers may share both.
/// </summary>
/// <param name="directory">Where published pictures lie; made when it is missing.</param>
/// <param name="hidden">Where the others lie, on the same file system; made when it is missing.</param>
public sealed class PictureStore(string directory, string hidden)
{
    /// <summary>The digits of the fingerprint in the names of uploaded pictures.</summary>
    private const int FingerprintLength = 32;

    /// <summary>The stem of the files an uploaded picture is kept in.</summary>
    public static string StemOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..FingerprintLength];

    /// <summary>Keeps one of our own pictures where readers see it, decoding it here. One already kept is not encoded again.</summary>
    /// <param name="name">What the files are to be called; a fingerprint of the content is added.</param>
    /// <param name="content">The file: of any kind of <see cref="PictureKind"/> by its content, whatever its name says.</param>
    /// <returns>The picture, or the refusal.</returns>
    public (StoredPicture? Picture, PictureRefusal? Refusal) Keep(string name, byte[] content)
    {
        var (header, refusal) = PictureHeader.Read(content);
        if (header is null)
        {
            return (null, refusal);
        }

        var stem = $"{(name.Length == 0 ? "picture" : name)}-{Convert.ToHexStringLower(SHA256.HashData(content))[..10]}";
        try
        {
            // All in memory, some hundred kilobytes, before anything is written: a picture that fails half way leaves nothing behind.
            if (PictureSizes.Names(stem, header.Width).Where(file => Find(file) is null).ToHashSet() is { Count: > 0 } missing)
            {
                Write(directory, PicturePress.Press(content, header.Width, missing, stem, PressPace.Quick));
            }

            return (Describe(stem, header), null);
        }
        catch (VipsException)
        {
            return (null, new PictureRefusal(PictureFault.Damaged));
        }
    }

    /// <summary>Keeps what the press made of an uploaded picture where nobody sees it but the newsroom; files kept or published before are left alone.</summary>
    /// <param name="stem">The stem of its files: <see cref="StemOf(byte[])"/>.</param>
    /// <param name="pressed">What the press made; whole, or nothing of it is kept.</param>
    public StoredPicture KeepHidden(string stem, Pressed pressed)
    {
        var names = PictureSizes.Names(stem, pressed.Header!.Width).ToHashSet();
        if (!names.SetEquals(pressed.Files.Select(f => f.Name)))
        {
            throw new InvalidOperationException("The press made other files than a picture is kept in.");
        }

        Write(hidden, [.. pressed.Files.Where(f => Find(f.Name) is null)]);
        return Describe(stem, pressed.Header);
    }

    /// <summary>Moves a picture to where readers see it. Doing it again, or on two servers at once, changes nothing more.</summary>
    public void Release(string file) => Move(file, hidden, directory);

    /// <summary>Moves a picture back to where only the newsroom sees it. What browsers keep of it they keep.</summary>
    public void Retract(string file) => Move(file, directory, hidden);

    /// <summary>True when it lies where readers do not see it, wholly or in part.</summary>
    public bool IsHidden(string file) => FilesOf(hidden, file).Any();

    /// <summary>Deletes every file of a picture.</summary>
    public void Delete(string file)
    {
        foreach (var path in FilesOf(hidden, file).Concat(FilesOf(directory, file)))
        {
            File.Delete(path);
        }
    }

    /// <summary>The full path of a file kept here, published or not; null when there is none of that name.</summary>
    public string? Find(string name)
    {
        if (PictureSizes.StemOf(name) is null)
        {
            return null;
        }

        // It may be moved while we look, so the first place is looked at twice.
        return Array.Find([Path.Combine(hidden, name), Path.Combine(directory, name), Path.Combine(hidden, name)], File.Exists);
    }

    private static StoredPicture Describe(string stem, PictureHeader header)
    {
        var largest = Math.Min(header.Width, PictureSizes.Kept(header.Width).Max());
        return new StoredPicture(stem, largest, Math.Max(1, (int)Math.Round(header.Height * (largest / (double)header.Width))));
    }

    private static void Write(string into, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        Directory.CreateDirectory(into);
        var written = new List<string>();
        try
        {
            foreach (var (name, content) in files)
            {
                // Written beside and moved into place, so that nobody is served half a file.
                var (path, temporary) = (Path.Combine(into, name), Path.Combine(into, $"{name}.{Guid.NewGuid():N}.part"));
                written.Add(temporary);
                using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
                {
                    file.Write(content);
                    file.Flush(flushToDisk: true);
                }

                File.Move(temporary, path, overwrite: true);
                written[^1] = path;
            }
        }
        catch
        {
            // A full disk, most likely: what was written of the picture is of no use without the rest.
            written.ForEach(File.Delete);
            throw;
        }
    }

    private static void Move(string file, string from, string to)
    {
        foreach (var path in FilesOf(from, file))
        {
            Directory.CreateDirectory(to);
            try
            {
                File.Move(path, Path.Combine(to, Path.GetFileName(path)), overwrite: true);
            }
            catch (FileNotFoundException)
            {
                // Another server was faster; the file is where it should be.
            }
        }
    }

    /// <summary>The files of a stem that lie in a directory; asked for by name, for the directory may hold very many.</summary>
    private static IEnumerable<string> FilesOf(string place, string file) =>
        PictureSizes.Names(file, PictureSizes.Widths.Max()).Select(name => Path.Combine(place, name)).Where(File.Exists);
}
