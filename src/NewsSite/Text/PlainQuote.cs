using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Text;

/// <summary>
/// A comment's words as plain text for a mail, in which no mail program finds a link: an address is replaced by a word, and what looks like a host name is broken
/// by a mark nobody sees. Who reads the mail trusts it as ours; links of others are for the site, where they are marked.
/// </summary>
public static partial class PlainQuote
{
    // Where a quote begins and ends until the spaces around are known; of the private use area, and taken out of what readers wrote.
    private const char Opening = '\uE000';
    private const char Closing = '\uE001';

    /// <summary>The text of sanitized markup.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="link">What stands for an address: "[link]".</param>
    /// <param name="maxLength">So many characters at most; longer text ends with an ellipsis.</param>
    public static string Of(SafeHtml html, string link, int maxLength)
    {
        var text = new StringBuilder();
        var markup = html.ToString().Replace($"{Opening}", "", StringComparison.Ordinal).Replace($"{Closing}", "", StringComparison.Ordinal);
        var asTyped = 0;
        for (var i = 0; i < markup.Length;)
        {
            if (markup[i] != '<')
            {
                var next = markup.IndexOf('<', i);
                next = next < 0 ? markup.Length : next;
                // Between elements a line break is a space; in code it is itself.
                text.Append(WebUtility.HtmlDecode(asTyped > 0 ? markup[i..next] : markup[i..next].Replace('\n', ' ')));
                i = next;
                continue;
            }

            var end = markup.IndexOf('>', i);
            end = end < 0 ? markup.Length - 1 : end;
            var tag = markup.AsSpan(i + 1, end - i - 1);
            asTyped += tag.StartsWith("pre") ? 1 : tag.StartsWith("/pre") ? -1 : 0;
            Break(text, tag);
            i = end + 1;
        }

        var tidy = ManyBreaks().Replace(SpacedBreak().Replace(text.ToString(), "\n"), "\n\n");
        var plain = Disarm(Quoted().Replace(Unquoted().Replace(tidy, " »"), "« ").Trim(), link);
        return plain.Length <= maxLength ? plain : string.Concat(plain.AsSpan(0, char.IsHighSurrogate(plain[maxLength - 2]) ? maxLength - 2 : maxLength - 1), "…");
    }

    /// <summary>Text in which no mail program finds a link: a name, a headline.</summary>
    public static string Disarm(string text, string link) => HostName().Replace(Address().Replace(text, link), ".\u2060$1");

    private static void Break(StringBuilder text, ReadOnlySpan<char> tag)
    {
        var name = tag[..(tag.IndexOf(' ') is var space and >= 0 ? space : tag.Length)];
        text.Append(name switch
        {
            "br" => "\n",
            "p" or "/p" or "ul" or "/ul" or "ol" or "/ol" or "pre" or "/pre" => "\n\n",
            "blockquote" => "\n\n\uE000",
            "/blockquote" => "\uE001\n\n",
            "li" => "\n– ",
            _ => "",
        });
    }

    // Anything with a scheme, mail addresses among them, and anything that begins as the web's host names do.
    [GeneratedRegex(@"\b(?:[a-z][a-z0-9+.-]{1,20}://|mailto:|tel:|www\.)[^\s<>""]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\.(\p{L}{2})", RegexOptions.NonBacktracking)]
    private static partial Regex HostName();

    [GeneratedRegex(@"[ \t]*\n ?", RegexOptions.NonBacktracking)]
    private static partial Regex SpacedBreak();

    [GeneratedRegex(@"\n\s*\n\s*", RegexOptions.NonBacktracking)]
    private static partial Regex ManyBreaks();

    [GeneratedRegex(@"\uE000\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s*\uE001", RegexOptions.NonBacktracking)]
    private static partial Regex Unquoted();
}
