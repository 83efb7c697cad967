using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Import;

/// <summary>Writes plain text as Markdown that prints exactly that text.</summary>
internal static partial class PlainTextMarkdown
{
    /// <summary>Escapes a line: what Markdown would read as markup stands as itself; web addresses are left alone, so that they may become links.</summary>
    public static string Line(string line)
    {
        var trimmed = line.Trim();
        var escaped = new StringBuilder(trimmed.Length + 8);
        var address = AddressAtStart();
        for (var i = 0; i < trimmed.Length; i++)
        {
            var c = trimmed[i];
            if (c == 'h' && (i == 0 || !char.IsLetterOrDigit(trimmed[i - 1])) && address.Match(trimmed, i, trimmed.Length - i) is { Success: true } match)
            {
                escaped.Append(match.Value);
                i += match.Length - 1;
                continue;
            }

            var isEntity = c == '&' && i + 1 < trimmed.Length && (char.IsAsciiLetterOrDigit(trimmed[i + 1]) || trimmed[i + 1] == '#');
            var isContainer = c == ':' && i + 1 < trimmed.Length && trimmed[i + 1] == ':';
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '^' or '$' or '{' or '}' || isEntity || isContainer)
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return BlockStart().Replace(escaped.ToString(), m => m.Groups["number"].Success ? $"{m.Groups["number"].Value}\\{m.Groups["mark"].Value}" : $"\\{m.Value}", 1);
    }

    [GeneratedRegex(@"\Ghttps?://[^\s<>\[\]*`]+", RegexOptions.CultureInvariant)]
    private static partial Regex AddressAtStart();

    [GeneratedRegex(@"^(?:[#+=:-]|(?<number>\d{1,9})(?<mark>[.)]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockStart();
}
