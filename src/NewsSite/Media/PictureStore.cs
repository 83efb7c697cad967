using System.Globalization;
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

    private const int Effort = 2;

    private static readonly string[] Loaders = ["VipsForeignLoadWebp", "VipsForeignLoadJpeg", "VipsForeignLoadPng"];

    /// <summary>Keeps a picture: JPEG, PNG or WebP by its content, whatever its name says. A picture already kept is not encoded again.</summary>
    /// <param name="name">What the files are to be called; a fingerprint of the content is added.</param>
    /// <param name="content">The file.</param>
    /// <returns>The picture, or the refusal as a sentence.</returns>
    public (StoredPicture? Picture, string? Refusal) Keep(string name, byte[] content)
    {
        if (content.Length > MaxBytes)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"The file has {content.Length:N0} bytes; at most {MaxBytes:N0} are taken."));
        }

        var loader = content.Length == 0 ? null : Image.FindLoadBuffer(content);
        if (loader is null || !Loaders.Any(l => loader.StartsWith(l, StringComparison.Ordinal)))
        {
            return (null, "This is not a JPEG, PNG or WebP picture.");
        }

        try
        {
            // Only the header is read here; pixels are decoded when a size is written.
            using var header = Image.NewFromBuffer(content, access: Enums.Access.Sequential);
            var pixels = (long)header.Width * header.Height;
            if (pixels > MaxPixels)
            {
                return (null, string.Create(CultureInfo.InvariantCulture, $"The picture has {pixels:N0} pixels; at most {MaxPixels:N0} are taken."));
            }

            // Orientations from 5 lie on their side; the sizes are written upright.
            var (width, height) = OrientationOf(header) >= 5 ? (header.Height, header.Width) : (header.Width, header.Height);
            return (Encode(name.Length == 0 ? "picture" : name, content, width, height), null);
        }
        catch (VipsException)
        {
            return (null, "The picture cannot be read; it may be damaged.");
        }
    }

    private static int OrientationOf(Image header) => header.Contains("orientation") ? (int)header.Get("orientation") : 1;

    private StoredPicture Encode(string name, byte[] content, int width, int height)
    {
        Directory.CreateDirectory(directory);
        var missing = new List<int>();
        var file = $"{name}-{Convert.ToHexStringLower(SHA256.HashData(content))[..10]}";
        foreach (var size in PictureSizes.Kept(width))
        {
            if (!File.Exists(PathOf(file, size)))
            {
                missing.Add(size);
            }
        }

        if (missing.Count > 0)
        {
            // Shrinking fills what is missing of a damaged picture with black and says nothing, so all of it is read once, unshrunk.
            using var whole = Image.NewFromBuffer(content, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
            whole.Avg();
        }

        missing.ForEach(size => Write(PathOf(file, size), content, Math.Min(size, width)));

        var largest = Math.Min(width, PictureSizes.Kept(width).Max());
        return new StoredPicture(file, largest, Math.Max(1, (int)Math.Round(height * (largest / (double)width))));
    }

    private string PathOf(string file, int size) => Path.Combine(directory, PictureSizes.FileName(file, size));

    private static void Write(string path, byte[] content, int width)
    {
        // Profiles are stripped with the rest, so colours are brought to sRGB first.
        using var picture = Image.ThumbnailBuffer(content, width, height: 100_000, size: Enums.Size.Down, outputProfile: "srgb");
        // Written beside and moved into place, so that nobody is served half a file.
        var temporary = $"{path}.{Guid.NewGuid():N}.webp";
        try
        {
            picture.Webpsave(temporary, q: Quality, effort: Effort, keep: Enums.ForeignKeep.None);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            // Gone already when it was moved; left behind when the pixels turned out damaged.
            File.Delete(temporary);
        }
    }
}
