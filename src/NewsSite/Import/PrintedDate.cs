using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Import;

/// <summary>Reads dates as English pages print them.</summary>
internal static partial class PrintedDate
{
    private static readonly string[] Days =
        ["MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d", "dd.MM.yyyy", "d.M.yyyy", "MMMM d yyyy", "dddd, MMMM d, yyyy", "dddd, d MMMM yyyy"];

    private static readonly string[] Times = ["", " H:mm", " h:mm tt", ", H:mm", ", h:mm tt"];

    /// <summary>A day alone on its line; null when the line is anything else.</summary>
    public static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(Prefix().Replace(Ordinal().Replace(text.Trim(), "$1"), ""), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day with a time, as under a comment's name; taken as UTC.</summary>
    public static DateTime? ReadTime(string text)
    {
        var plain = Ordinal().Replace(At().Replace(text.Trim(), " "), "$1").Replace("a.m.", "AM", StringComparison.OrdinalIgnoreCase).Replace("p.m.", "PM", StringComparison.OrdinalIgnoreCase);
        return DateTime.TryParseExact(
            plain, [.. Days.SelectMany(d => Times.Select(t => d + t))], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time
            : null;
    }

    [GeneratedRegex(@"\s*,?\s+at\s+|\s+[|–-]\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex At();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?:Published|Posted)(?:\s+on)?\s*:?\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();
}
