using System.Security.Cryptography;
using NetVips;

namespace NewsSite.Media;

/// <summary>A picture as it is kept.</summary>
/// <param name="File">The stem of its files.</param>
/// <param name="Width">Width of the largest size, in pixels.</param>
/// <param name="Height">Height of the largest size, in pixels.</param>
public sealed record StoredPicture(string File, int Width, int Height);

/// <summary>Keeps pictures in the media directory, each re-encoded as WebP in the sizes of <see cref="PictureSizes"/>, without what cameras write into files.</summary>
/// <param name="directory">The media directory; made when it is missing.</param>
public sealed class PictureStore(string directory)
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>The largest picture taken, in pixels.</summary>
    public const long MaxPixels = 40_000_000;

    private const int Quality = 80;

    private static readonly string[] Loaders = ["VipsForeignLoadWebp", "VipsForeignLoadJpeg", "VipsForeignLoadPng"];

    /// <summary>Keeps a picture: JPEG, PNG or WebP by its content, whatever its name says. A picture already kept is not encoded again.</summary>
    /// <param name="name">What the files are to be called; a fingerprint of the content is added.</param>
    /// <param name="content">The file.</param>
    /// <returns>The picture, or the refusal as a sentence.</returns>
    public (StoredPicture? Picture, string? Refusal) Keep(string name, byte[] content)
    {
        if (content.Length > MaxBytes)
        {
            return (null, $"The file has {content.Length:N0} bytes; at most {MaxBytes:N0} are taken.");
        }

        var loader = Image.FindLoadBuffer(content);
        if (loader is null || !Loaders.Any(l => loader.StartsWith(l, StringComparison.Ordinal)))
        {
            return (null, "This is not a JPEG, PNG or WebP picture.");
        }

        try
        {
            return (Encode(name, content), null);
        }
        catch (VipsException)
        {
            return (null, "The picture cannot be read; it may be damaged.");
        }
        catch (PictureTooLargeException tooLarge)
        {
            return (null, tooLarge.Message);
        }
    }

    private StoredPicture Encode(string name, byte[] content)
    {
        // Only the header is read here; pixels are decoded when a size is written.
        using var header = Image.NewFromBuffer(content, access: Enums.Access.Sequential);
        if ((long)header.Width * header.Height > MaxPixels)
        {
            throw new PictureTooLargeException($"The picture has {(long)header.Width * header.Height:N0} pixels; at most {MaxPixels:N0} are taken.");
        }

        Directory.CreateDirectory(directory);
        var file = $"{name}-{Convert.ToHexStringLower(SHA256.HashData(content))[..10]}";
        var (width, height) = (header.Width, header.Height);
        foreach (var size in PictureSizes.Kept(width))
        {
            var path = Path.Combine(directory, PictureSizes.FileName(file, size));
            if (File.Exists(path))
            {
                continue;
            }

            using var picture = Image.ThumbnailBuffer(content, Math.Min(size, width), height: 100_000, size: Enums.Size.Down);
            // Written beside and moved into place, so that nobody is served half a file.
            var temporary = $"{path}.{Guid.NewGuid():N}.webp";
            picture.Webpsave(temporary, q: Quality, keep: Enums.ForeignKeep.None);
            File.Move(temporary, path, overwrite: true);
        }

        var largest = Math.Min(width, PictureSizes.Kept(width).Max());
        return new StoredPicture(file, largest, (int)Math.Round(height * (largest / (double)width)));
    }

    private sealed class PictureTooLargeException(string message) : Exception(message);
}
