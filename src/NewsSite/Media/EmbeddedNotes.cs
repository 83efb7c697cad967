using NetVips;

namespace NewsSite.Media;

/// <summary>
/// What a picture's makers wrote into its file, in the order of trust of the IPTC's guidelines: XMP, then IPTC's own record, then EXIF. Where it was taken is never read.
/// </summary>
/// <param name="Creator">Who made it.</param>
/// <param name="CreditLine">Who wants to be named: an agency, most often.</param>
/// <param name="Copyright">Whose it is.</param>
/// <param name="Caption">What it shows and why.</param>
/// <param name="Alt">What is seen, for those who do not see it.</param>
/// <param name="Terms">On which terms it may be used, in words.</param>
/// <param name="Page">Where its terms or its maker are to be read; http or https.</param>
public sealed record EmbeddedNotes(string? Creator, string? CreditLine, string? Copyright, string? Caption, string? Alt, string? Terms, string? Page)
{
    /// <summary>Reads them from a picture's header; what cannot be understood is left out.</summary>
    internal static EmbeddedNotes Read(Image header)
    {
        var xmp = XmpNotes.Read(Blob(header, "xmp-data"));
        var iptc = IptcNotes.Read(Blob(header, "iptc-data"));
        return new EmbeddedNotes(
            xmp.Creator ?? iptc.Creator ?? Exif(header, "Artist"),
            xmp.CreditLine ?? iptc.CreditLine,
            xmp.Copyright ?? iptc.Copyright ?? Exif(header, "Copyright"),
            xmp.Caption ?? iptc.Caption ?? Exif(header, "ImageDescription"),
            xmp.Alt,
            xmp.Terms,
            xmp.Page);
    }

    private static byte[] Blob(Image header, string field) => header.Contains(field) && header.Get(field) is byte[] blob ? blob : [];

    /// <summary>A text field, which libvips gives as "Dana (Dana, ASCII, 5 components, 5 bytes)".</summary>
    private static string? Exif(Image header, string field)
    {
        if (!header.Contains($"exif-ifd0-{field}") || header.Get($"exif-ifd0-{field}") is not string given)
        {
            return null;
        }

        // The value stands twice and may hold brackets itself; where both are whole, the first is as long as the second.
        var first = (given.LastIndexOf(", ASCII, ", StringComparison.Ordinal) - 2) / 2;
        var end = first > 0 && given.AsSpan(first).StartsWith(" (") ? first : given.IndexOf(" (", StringComparison.Ordinal);
        return NoteText.Clean(end < 0 ? given : given[..end]);
    }
}
