namespace NewsSite.Media;

/// <summary>
/// What is taken of an upload, all of it known before a pixel is decoded. One picture at a time is decoded, and within these limits the press takes at most about 350 MB.
/// </summary>
public static class PictureLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>The longest animation, in frames; the first is kept.</summary>
    public const int MaxFrames = 200;

    /// <summary>The largest picture that is decoded a strip at a time: a JPEG or PNG that is written top to bottom.</summary>
    public const long MaxPixels = 40_000_000;

    /// <summary>The largest picture that must be held whole: WebP, GIF, and a JPEG or PNG written in passes.</summary>
    public const long MaxPixelsWhole = 20_000_000;

    /// <summary>The largest AVIF, which takes 15 bytes a pixel; enough for the 12 megapixels of a telephone.</summary>
    public const long MaxPixelsAvif = 13_000_000;

    /// <summary>The largest AVIF of more than 8 bits, which takes 24 bytes a pixel.</summary>
    public const long MaxPixelsDeepAvif = 8_400_000;

    /// <summary>The most pixels taken of such a picture.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="inPasses">True when it is progressive or interlaced.</param>
    /// <param name="isDeep">True for more than 8 bits a channel.</param>
    public static long PixelsOf(PictureKind kind, bool inPasses, bool isDeep) => kind switch
    {
        PictureKind.Jpeg or PictureKind.Png when !inPasses => MaxPixels,
        PictureKind.Avif => isDeep ? MaxPixelsDeepAvif : MaxPixelsAvif,
        _ => MaxPixelsWhole,
    };
}
