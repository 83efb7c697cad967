using NewsSite.Credits;

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

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The stem of its stored files; the sizes hang on it.</summary>
    public string File { get; set; }

    /// <summary>Width of the largest size, in pixels.</summary>
    public int Width { get; set; }

    /// <summary>Height of the largest size, in pixels.</summary>
    public int Height { get; set; }

    /// <summary>What is seen, in the article's language; empty only for decoration.</summary>
    public string Alt { get; set; }

    /// <summary>What the picture adds, in the article's language; may be missing. The credit is shown with or without it.</summary>
    public string? Caption { get; set; }

    /// <summary>Who made it.</summary>
    public int? ContributorId { get; private set; }

    /// <summary>Who made it.</summary>
    public Contributor? Contributor { get; set; }

    /// <summary>Photographer or illustrator.</summary>
    public CreditRole Role { get; set; } = CreditRole.Photographer;

    /// <summary>On which terms it is shown, as printed: <c>CC BY 4.0</c>.</summary>
    public string? Licence { get; set; }
}
