using NewsSite.Credits;
using NewsSite.Text;

namespace NewsSite.Media;

/// <summary>A picture as one article uses it: the file, what it shows, who made it and on which terms.</summary>
public sealed class Picture
{
    /// <summary>Makes a picture of a stored file.</summary>
    /// <param name="file">The name <see cref="PictureStore"/> gave the file.</param>
    /// <param name="width">Width of the largest size, in pixels.</param>
    /// <param name="height">Height of the largest size, in pixels.</param>
    /// <param name="alt">What is seen, in the article's language; empty only for decoration.</param>
    public Picture(string file, int width, int height, string alt)
    {
        File = file;
        Width = width;
        Height = height;
        Alt = alt;
    }

    /// <summary>Uses a stored picture on an article. Credit and terms stay with the file, so that mending them there mends every use.</summary>
    /// <param name="stored">The picture.</param>
    /// <param name="alt">What is seen, in the article's language.</param>
    /// <param name="isDecorative">True when it adds nothing to the text, and those who do not see it miss nothing.</param>
    /// <returns>The use, or what is wrong with the text.</returns>
    public static (Picture? Picture, PictureAltFault? Fault) Use(PictureFile stored, string? alt, bool isDecorative)
    {
        var seen = TypedText.Line(alt ?? "");
        return (isDecorative, seen.Length) switch
        {
            (true, > 0) => (null, PictureAltFault.Both),
            (false, 0) => (null, PictureAltFault.Missing),
            (_, > PictureFile.MaxTextLength) => (null, PictureAltFault.TooLong),
            _ => (new Picture(stored.File, stored.Width, stored.Height, seen) { Stored = stored, FocusX = stored.FocusX, FocusY = stored.FocusY }, null),
        };
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The stem of its stored files; the sizes hang on it.</summary>
    public string File { get; set; }

    /// <summary>The record of the file, which credits it where this use does not.</summary>
    public int? StoredId { get; private set; }

    /// <summary>The record of the file, which credits it where this use does not.</summary>
    public PictureFile? Stored { get; set; }

    /// <summary>Width of the largest size, in pixels.</summary>
    public int Width { get; set; }

    /// <summary>Height of the largest size, in pixels.</summary>
    public int Height { get; set; }

    /// <summary>What is seen, in the article's language; empty only for decoration.</summary>
    public string Alt { get; set; }

    /// <summary>What the picture adds, in the article's language; may be missing. The credit is shown with or without it.</summary>
    public string? Caption { get; set; }

    /// <summary>Where the eye should fall when it is cropped: per cent from the left, 0 to 100.</summary>
    public int FocusX { get; set; } = 50;

    /// <summary>Where the eye should fall when it is cropped: per cent from the top, 0 to 100.</summary>
    public int FocusY { get; set; } = 50;

    /// <summary>Who made it; null where the file's own credit is to be printed.</summary>
    public int? ContributorId { get; private set; }

    /// <summary>Who made it.</summary>
    public Contributor? Contributor { get; set; }

    /// <summary>Photographer or illustrator.</summary>
    public CreditRole Role { get; set; } = CreditRole.Photographer;

    /// <summary>On which terms it is shown, as printed: <c>CC BY 4.0</c>.</summary>
    public string? Licence { get; set; }
}

/// <summary>What is wrong with what is said of a picture for those who do not see it.</summary>
public enum PictureAltFault
{
    /// <summary>Nothing is said, and the picture is not called decoration.</summary>
    Missing,

    /// <summary>It is called decoration, and something is said.</summary>
    Both,

    /// <summary>More than <see cref="PictureFile.MaxTextLength"/> characters are said.</summary>
    TooLong,
}
