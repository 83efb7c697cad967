using NetVips;

namespace NewsSite.Media;

/// <summary>What a file says of itself before anything of it is decoded.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Width">Width as it is seen, in pixels.</param>
/// <param name="Height">Height as it is seen, in pixels.</param>
/// <param name="Frames">1, or more for an animation.</param>
/// <param name="Notes">What its makers wrote into it.</param>
public sealed record PictureHeader(PictureKind Kind, int Width, int Height, int Frames, EmbeddedNotes Notes)
{
    /// <summary>Reads the header of a file and holds it against <see cref="PictureLimits"/>.</summary>
    /// <returns>The header, or the refusal.</returns>
    public static (PictureHeader? Header, PictureRefusal? Refusal) Read(byte[] content)
    {
        Vips.Restrict();
        if (content.Length == 0)
        {
            return (null, new PictureRefusal(PictureFault.Empty));
        }

        if (content.Length > PictureLimits.MaxBytes)
        {
            return (null, new PictureRefusal(PictureFault.Bytes, content.Length, PictureLimits.MaxBytes));
        }

        if (Vips.KindOf(content) is not { } kind)
        {
            return (null, new PictureRefusal(PictureFault.Kind));
        }

        if (TwofoldFile.Is(content))
        {
            return (null, new PictureRefusal(PictureFault.Twofold));
        }

        try
        {
            using var header = Image.NewFromBuffer(content, access: Enums.Access.Sequential);
            return Check(kind, header);
        }
        catch (VipsException)
        {
            return (null, new PictureRefusal(PictureFault.Damaged));
        }
    }

    private static (PictureHeader? Header, PictureRefusal? Refusal) Check(PictureKind kind, Image header)
    {
        // A HEIF file may hold a picture of another coding; the build has no decoder for those, and would say so only when pixels are asked for.
        if (kind == PictureKind.Avif && (!header.Contains("heif-compression") || !Equals(header.Get("heif-compression"), "av1")))
        {
            return (null, new PictureRefusal(PictureFault.Kind));
        }

        var frames = header.Contains("n-pages") ? (int)header.Get("n-pages") : 1;
        if (frames > PictureLimits.MaxFrames)
        {
            return (null, new PictureRefusal(PictureFault.Frames, frames, PictureLimits.MaxFrames));
        }

        var pixels = (long)header.Width * header.Height;
        var allowed = PictureLimits.PixelsOf(kind, header.Contains("interlaced") && (int)header.Get("interlaced") != 0, header.Format != Enums.BandFormat.Uchar);
        if (pixels > allowed)
        {
            return (null, new PictureRefusal(PictureFault.Pixels, pixels, allowed));
        }

        // Orientations from 5 lie on their side; what is kept stands upright.
        var (width, height) = header.Contains("orientation") && (int)header.Get("orientation") >= 5 ? (header.Height, header.Width) : (header.Width, header.Height);
        return (new PictureHeader(kind, width, height, frames, EmbeddedNotes.Read(header)), null);
    }
}
