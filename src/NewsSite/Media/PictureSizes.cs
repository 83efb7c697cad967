using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Media;

/// <summary>
/// The sizes a picture is kept in, and where each is served: WebP and AVIF in every width, and one JPEG for cards and feeds. Names carry a fingerprint of the
/// picture, so a file never changes under its address.
/// </summary>
public static partial class PictureSizes
{
    /// <summary>The widths kept, in pixels; those wider than the original are left out.</summary>
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1600];

    /// <summary>The width of the JPEG, in pixels; less where the original is narrower.</summary>
    public const int JpegWidth = 1200;

    /// <summary>Where pictures of published articles are served.</summary>
    public const string BasePath = "/media";

    /// <summary>Where the newsroom sees those that are not published, under the same names.</summary>
    public const string DeskPath = "/desk/pictures/file";

    /// <summary>The media types of what is kept, by the ends of the names.</summary>
    public static readonly IReadOnlyDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".jpg"] = "image/jpeg",
    };

    /// <summary>The name of one size's WebP file.</summary>
    public static string FileName(string file, int width) => FileName(file, width, "webp");

    /// <summary>The name of one size's file of a kind: <c>webp</c>, <c>avif</c> or <c>jpg</c>.</summary>
    public static string FileName(string file, int width, string kind) => string.Create(CultureInfo.InvariantCulture, $"{file}-{width}.{kind}");

    /// <summary>The name of the JPEG.</summary>
    public static string JpegName(string file) => FileName(file, JpegWidth, "jpg");

    /// <summary>The address of one size's WebP file.</summary>
    public static string Path(string file, int width) => $"{BasePath}/{FileName(file, width)}";

    /// <summary>The address of the JPEG, for programs that know nothing newer.</summary>
    public static string JpegPath(string file) => $"{BasePath}/{JpegName(file)}";

    /// <summary>The value of a <c>srcset</c> attribute for a picture of that width.</summary>
    /// <param name="file">The stem of its files.</param>
    /// <param name="originalWidth">Its width, in pixels.</param>
    /// <param name="kind"><c>webp</c> or <c>avif</c>.</param>
    /// <param name="basePath">Where it is served.</param>
    public static string SourceSet(string file, int originalWidth, string kind = "webp", string basePath = BasePath) => string.Join(", ", Kept(originalWidth)
        .Select(w => string.Create(CultureInfo.InvariantCulture, $"{basePath}/{FileName(file, w, kind)} {w}w")));

    /// <summary>The widths kept of an original of that width: never wider, and at least the smallest.</summary>
    public static IEnumerable<int> Kept(int originalWidth) => Widths.Where((w, i) => i == 0 || w <= originalWidth);

    /// <summary>The width to offer those who choose none: the middle one, where it is kept.</summary>
    public static int Usual(int originalWidth) => Kept(originalWidth).Last(w => w <= Widths[1]);

    /// <summary>All names a picture of that width is kept under.</summary>
    public static IEnumerable<string> Names(string file, int originalWidth) =>
        Kept(originalWidth).SelectMany(w => new[] { FileName(file, w), FileName(file, w, "avif") }).Append(JpegName(file));

    /// <summary>The stem of a file kept here; null for any other name, and for every path.</summary>
    public static string? StemOf(string name) => KeptName().Match(name) is { Success: true } match ? match.Groups["stem"].Value : null;

    /// <summary>The stems of the pictures whose files a text names.</summary>
    public static IEnumerable<string> NamedIn(string markdown) => NamedFile().Matches(markdown).Select(m => m.Groups["stem"].Value).Distinct();

    [GeneratedRegex("/media/(?<stem>[a-z0-9-]{1,120})-[0-9]{3,4}\\.(?:webp|avif|jpg)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedFile();

    [GeneratedRegex("^(?<stem>[a-z0-9-]{1,120})-[0-9]{3,4}\\.(?:webp|avif|jpg)\\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeptName();
}
