namespace NewsSite.Media;

/// <summary>A licence pictures often come under. Any other may be typed as it is to be printed.</summary>
/// <param name="Spdx">Its identifier in the SPDX list.</param>
/// <param name="Name">As printed: <c>CC BY 4.0</c>.</param>
/// <param name="Url">Where it can be read.</param>
public sealed record PictureLicence(string Spdx, string Name, string Url)
{
    /// <summary>The licences offered.</summary>
    public static readonly IReadOnlyList<PictureLicence> Offered =
    [
        Commons("by", "4.0"), Commons("by-sa", "4.0"), Commons("by-nd", "4.0"), Commons("by-nc", "4.0"), Commons("by-nc-sa", "4.0"), Commons("by-nc-nd", "4.0"),
        Commons("by", "3.0"), Commons("by-sa", "3.0"), Commons("by", "2.0"), Commons("by-sa", "2.0"),
        new("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        new("CC-PDDC", "Public domain", "https://creativecommons.org/publicdomain/mark/1.0/"),
    ];

    /// <summary>The licence of that name, identifier or address; null for any other text.</summary>
    public static PictureLicence? Of(string? text) => text is null ? null : Offered.FirstOrDefault(l =>
        l.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || l.Spdx.Equals(text, StringComparison.OrdinalIgnoreCase) || Bare(text).StartsWith(Bare(l.Url), StringComparison.OrdinalIgnoreCase));

    private static PictureLicence Commons(string kind, string version) =>
        new($"CC-{kind.ToUpperInvariant()}-{version}", $"CC {kind.ToUpperInvariant()} {version}", $"https://creativecommons.org/licenses/{kind}/{version}/");

    /// <summary>An address without its scheme, which files write either way, and without a last slash.</summary>
    private static string Bare(string url) => url[(url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..].TrimEnd('/');
}
