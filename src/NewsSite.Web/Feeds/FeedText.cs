using System.Text;
using AngleSharp.Html.Parser;
using NewsSite.Text;

namespace NewsSite.Web.Feeds;

/// <summary>Makes texts fit to be read outside the site.</summary>
internal static class FeedText
{
    private static readonly string[] Addresses = ["href", "src", "cite"];

    /// <summary>Takes out what XML has no room for, however it came into the record. A single such character would make the whole feed unreadable.</summary>
    public static string Clean(string text) => TypedText.Clean(text).Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal);

    /// <summary>The same for a text of one line.</summary>
    public static string Line(string text) => TypedText.Line(Clean(text));

    /// <summary>Plain text as HTML. Letters stay themselves; only what HTML gives a meaning is written otherwise.</summary>
    public static string AsHtml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Makes the addresses in a text whole, for in a feed reader they would lead nowhere.</summary>
    /// <param name="html">The text.</param>
    /// <param name="site">The site's address, without a trailing slash.</param>
    /// <param name="page">The address of the page the text stands on.</param>
    public static string WithWholeAddresses(SafeHtml html, string site, Uri page)
    {
        var text = html.ToString();
        if (!text.Contains("=\"/", StringComparison.Ordinal) && !text.Contains("=\"#", StringComparison.Ordinal))
        {
            return text;
        }

        var body = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{text}").Body!;
        foreach (var element in body.QuerySelectorAll("[href], [src], [srcset], [cite]"))
        {
            foreach (var name in Addresses)
            {
                if (element.GetAttribute(name) is { } address)
                {
                    element.SetAttribute(name, Whole(address));
                }
            }

            if (element.GetAttribute("srcset") is { } set)
            {
                element.SetAttribute("srcset", string.Join(", ", set.Split(',', StringSplitOptions.TrimEntries).Select(Whole)));
            }
        }

        return body.InnerHtml;

        string Whole(string address) =>
            address.StartsWith('#') ? page.AbsoluteUri + address
            : address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) ? site + address
            : address;
    }

    /// <summary>Puts a text into an element that says its language and which way it runs.</summary>
    public static string InLanguage(string language, string html) => new StringBuilder()
        .Append("<div lang=\"").Append(language).Append("\" dir=\"").Append(LanguageTag.Direction(language)).Append("\">").Append(html).Append("</div>").ToString();
}
