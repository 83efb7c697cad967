using NetVips;

namespace NewsSite.Media;

/// <summary>How much is spent on AVIF, whose files shrink with patience.</summary>
public enum PressPace
{
    /// <summary>Some tenths of a second for a picture: for what somebody uploads.</summary>
    Careful,

    /// <summary>A fifth of that, for files a sixth larger: for a whole publication at once.</summary>
    Quick,
}

/// <summary>Decodes a picture once and encodes it anew in every size. Nothing of the file itself goes into what comes out: no note, no place, no second meaning.</summary>
internal static class PicturePress
{
    private const int WebpQuality = 80;

    private const int WebpEffort = 2;

    private const int AvifQuality = 50;

    private const int JpegQuality = 82;

    /// <summary>Decodes the whole file, in the order it is written, and encodes the files asked for.</summary>
    /// <param name="content">The file; its header was held against the limits.</param>
    /// <param name="width">Width as it is seen, in pixels.</param>
    /// <param name="wanted">Which names are wanted, of those the stem has.</param>
    /// <param name="stem">The stem of the names.</param>
    /// <param name="pace">How much is spent on AVIF.</param>
    /// <returns>The files, by their names.</returns>
    /// <exception cref="VipsException">It cannot be read to its end.</exception>
    public static IReadOnlyList<(string Name, byte[] Content)> Press(byte[] content, int width, IReadOnlySet<string> wanted, string stem, PressPace pace)
    {
        using var whole = Image.NewFromBuffer(content, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        // Profiles are stripped with the rest, so colours are brought to sRGB first. Copied, for the file can be read through only once.
        using var resized = whole.ThumbnailImage(Math.Min(width, PictureSizes.Kept(width).Max()), height: 100_000, size: Enums.Size.Down, outputProfile: "srgb");
        using var largest = resized.CopyMemory();
        var files = new List<(string, byte[])>();
        foreach (var size in PictureSizes.Kept(width))
        {
            var (webp, avif) = (PictureSizes.FileName(stem, size), PictureSizes.FileName(stem, size, "avif"));
            if (wanted.Contains(webp) || wanted.Contains(avif))
            {
                using var picture = Shrink(largest, size);
                Add(webp, () => picture.WebpsaveBuffer(q: WebpQuality, effort: WebpEffort, keep: Enums.ForeignKeep.None));
                Add(avif, () => picture.HeifsaveBuffer(q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: pace == PressPace.Quick ? 0 : 2, bitdepth: 8, keep: Enums.ForeignKeep.None));
            }
        }

        if (wanted.Contains(PictureSizes.JpegName(stem)))
        {
            using var picture = Shrink(largest, PictureSizes.JpegWidth);
            // JPEG has no transparency; what shines through is paper.
            using var flat = picture.HasAlpha() ? picture.Flatten(background: [255]) : picture.Copy();
            Add(PictureSizes.JpegName(stem), () => flat.JpegsaveBuffer(q: JpegQuality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None));
        }

        return files;

        void Add(string name, Func<byte[]> encode)
        {
            if (wanted.Contains(name))
            {
                files.Add((name, encode()));
            }
        }
    }

    private static Image Shrink(Image picture, int width)
    {
        using var smaller = picture.ThumbnailImage(Math.Min(width, picture.Width), height: 100_000, size: Enums.Size.Down);
        return smaller.CopyMemory();
    }
}
