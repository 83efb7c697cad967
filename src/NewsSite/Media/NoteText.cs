using NewsSite.Text;

namespace NewsSite.Media;

/// <summary>Texts found in files: anybody's, of any length.</summary>
internal static class NoteText
{
    /// <summary>The longest text taken, in characters; the rest is cut off.</summary>
    public const int MaxLength = 500;

    /// <summary>One line without control characters, or null when nothing is left.</summary>
    public static string? Clean(string? found)
    {
        var line = TypedText.Line(found is { Length: > 20_000 } ? found[..20_000] : found ?? "");
        if (line.Length > MaxLength)
        {
            line = line[..(char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength)].TrimEnd();
        }

        return line.Length == 0 ? null : line;
    }

    /// <summary>A web address that may be linked, or null.</summary>
    public static string? Address(string? found) =>
        found?.Trim() is { Length: > 0 and <= 500 } address && LinkAddress.IsWeb(address) ? LinkAddress.Safe(address, sitePaths: false) : null;
}
