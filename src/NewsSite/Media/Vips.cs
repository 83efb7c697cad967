using NetVips;

namespace NewsSite.Media;

/// <summary>
/// Narrows libvips to what this site decodes. It would read dozens of kinds of file, SVG and Matlab among them; every one is a parser that strangers' bytes could reach.
/// </summary>
internal static class Vips
{
    private static readonly (string Loader, PictureKind Kind)[] Loaders =
    [
        ("VipsForeignLoadJpeg", PictureKind.Jpeg),
        ("VipsForeignLoadPng", PictureKind.Png),
        ("VipsForeignLoadWebp", PictureKind.WebP),
        ("VipsForeignLoadHeif", PictureKind.Avif),
        ("VipsForeignLoadNsgif", PictureKind.Gif),
    ];

    static Vips()
    {
        Operation.Block("VipsForeignLoad", true);
        foreach (var (loader, _) in Loaders)
        {
            Operation.Block(loader, false);
        }

        // What it finds wrong with a file is the refusal's business; it would otherwise write a line to standard error for every torn row of pixels.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        // Nobody asks for the same operation twice, and what it would remember is whole pictures.
        Cache.Max = 0;
    }

    /// <summary>Makes the rest unreachable, for the whole process and once.</summary>
    public static void Restrict()
    {
        // Calling this has run the constructor.
    }

    /// <summary>What a file is by its first bytes; null for what is not taken.</summary>
    public static PictureKind? KindOf(byte[] content)
    {
        Restrict();
        return Image.FindLoadBuffer(content) is { } found && Array.Find(Loaders, l => found.StartsWith(l.Loader, StringComparison.Ordinal)) is { Loader: not null } loader ? loader.Kind : null;
    }
}
