using System.Net;
using System.Text;

namespace NewsSite.Moderation.Checks;

/// <summary>What readers see of a rendered comment, and where its links lead. Reads only what the house's sanitizer wrote.</summary>
internal static class PrintedText
{
    private static readonly string[] Inline = ["a", "em", "strong", "code"];

    /// <summary>The text. Emphasis divides no word; paragraphs, lines and list items do.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] != '<')
            {
                text.Append(html[i]);
                continue;
            }

            var end = html.IndexOf('>', i);
            end = end < 0 ? html.Length : end;
            var tag = html.AsSpan(i + 1, Math.Max(0, end - i - 1)).TrimStart('/');
            var space = tag.IndexOf(' ');
            var name = space < 0 ? tag : tag[..space];
            var divides = true;
            foreach (var inline in Inline)
            {
                divides &= !name.SequenceEqual(inline);
            }

            text.Append(divides ? "\n" : "");
            i = end;
        }

        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    /// <summary>The addresses linked to, in their order.</summary>
    public static IReadOnlyList<string> Addresses(string html)
    {
        const string link = "<a ";
        const string href = "href=\"";
        var addresses = new List<string>();
        for (var at = html.IndexOf(link, StringComparison.Ordinal); at >= 0; at = html.IndexOf(link, at + 1, StringComparison.Ordinal))
        {
            var end = html.IndexOf('>', at);
            var tag = html[at..(end < 0 ? html.Length : end)];
            var from = tag.IndexOf(href, StringComparison.Ordinal);
            if (from >= 0)
            {
                from += href.Length;
                var to = tag.IndexOf('"', from);
                addresses.Add(WebUtility.HtmlDecode(tag[from..(to < 0 ? tag.Length : to)]));
            }
        }

        return addresses;
    }
}
