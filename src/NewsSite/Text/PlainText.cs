using System.Net;
using System.Text;

namespace NewsSite.Text;

/// <summary>The words of printed markup, without it: what a search reads.</summary>
public static class PlainText
{
    private static readonly HashSet<string> WithinWords = ["a", "strong", "em", "code", "del", "b", "i", "bdi", "mark"];

    /// <summary>The text of sanitized markup. Elements within a line divide no word; where any other begins or ends, a line does.</summary>
    public static string Of(SafeHtml html)
    {
        var markup = html.ToString();
        var text = new StringBuilder(markup.Length);
        for (var i = 0; i < markup.Length;)
        {
            if (markup[i] != '<')
            {
                var next = markup.IndexOf('<', i);
                next = next < 0 ? markup.Length : next;
                text.Append(markup, i, next - i);
                i = next;
                continue;
            }

            var end = VisibleText.EndOfTag(markup, i);
            if (!WithinWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(NameOf(markup.AsSpan(i + 1, Math.Max(0, end - i - 1)))))
            {
                text.Append('\n');
            }

            i = end + 1;
        }

        var plain = text.ToString();
        return plain.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(plain) : plain;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        var end = name.IndexOfAny(' ', '/');
        return end < 0 ? name : name[..end];
    }
}
