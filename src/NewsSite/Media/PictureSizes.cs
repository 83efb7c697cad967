using System.Globalization;

namespace NewsSite.Media;

/// <summary>The sizes a picture is kept in, and where each is served. Names carry a fingerprint of the picture, so a file never changes under its address.</summary>
public static class PictureSizes
{
    /// <summary>The widths kept, in pixels; those wider than the original are left out.</summary>
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1600];

    /// <summary>Where pictures are served.</summary>
    public const string BasePath = "/media";

    /// <summary>The name of one size's file.</summary>
    public static string FileName(string file, int width) => string.Create(CultureInfo.InvariantCulture, $"{file}-{width}.webp");

    /// <summary>The address of one size.</summary>
    public static string Path(string file, int width) => $"{BasePath}/{FileName(file, width)}";

    /// <summary>The value of a <c>srcset</c> attribute for a picture of that width.</summary>
    public static string SourceSet(string file, int originalWidth) => string.Join(", ", Kept(originalWidth)
        .Select(w => string.Create(CultureInfo.InvariantCulture, $"{Path(file, w)} {w}w")));

    /// <summary>The widths kept of an original of that width: never wider, and at least the smallest.</summary>
    public static IEnumerable<int> Kept(int originalWidth) => Widths.Where((w, i) => i == 0 || w <= originalWidth);
}
