using System.Text;
using System.Text.RegularExpressions;
using Ganss.Xss;

namespace NewsSite.Text;

/// <summary>The last gate before a text is stored: only the listed tags and attributes pass, whatever the printer did.</summary>
internal sealed partial class MarkupSanitizer
{
    private readonly HtmlSanitizer sanitizer;

    /// <summary>Makes a gate. The lists are complete: nothing else passes, no style, no data attribute, no comment.</summary>
    /// <param name="tags">Elements allowed; of any other the text stays.</param>
    /// <param name="attributes">Attributes allowed, on any element.</param>
    /// <param name="classes">Class names allowed.</param>
    public MarkupSanitizer(IEnumerable<string> tags, IEnumerable<string> attributes, IEnumerable<string> classes)
    {
        sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = true,
        };
        sanitizer.AllowedClasses.UnionWith(classes);
        sanitizer.FilterUrl += (_, e) =>
        {
            var isOurs = e.Tag is AngleSharp.Html.Dom.IHtmlImageElement ? PictureAddress().IsMatch(e.OriginalUrl) : LinkAddress.Safe(e.OriginalUrl, sitePaths: true) is not null || FootnoteAddress().IsMatch(e.OriginalUrl);
            e.SanitizedUrl = isOurs ? e.OriginalUrl : null;
        };
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Dom.IElement { Id: { } id } element && !FootnoteId().IsMatch(id))
            {
                element.RemoveAttribute("id");
            }
        };
    }

    /// <summary>Lets through what is allowed.</summary>
    public string Sanitize(string html) => sanitizer.Sanitize(WithoutForbiddenCharacters(html));

    /// <summary>Characters no HTML document may hold (controls, noncharacters, half a pair) become U+FFFD, a form feed a space.</summary>
    private static string WithoutForbiddenCharacters(string html)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < html.Length; i++)
        {
            var c = html[i];
            if (char.IsHighSurrogate(c) && i + 1 < html.Length && char.IsLowSurrogate(html[i + 1]))
            {
                var isNoncharacter = (char.ConvertToUtf32(c, html[i + 1]) & 0xFFFE) == 0xFFFE;
                if (isNoncharacter)
                {
                    clean ??= new StringBuilder(html);
                    clean[i] = clean[i + 1] = '\uFFFD';
                }

                i++;
            }
            else if ((char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || char.IsSurrogate(c) || c is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF')
            {
                clean ??= new StringBuilder(html);
                clean[i] = c == '\f' ? ' ' : '\uFFFD';
            }
        }

        return clean?.ToString() ?? html;
    }

    /// <summary>Pictures of this site and no others: one from elsewhere would tell that server who reads what.</summary>
    [GeneratedRegex("^/media/[a-z0-9-]{1,120}-[0-9]{3,4}\\.(webp|avif|jpg)\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PictureAddress();

    [GeneratedRegex("^#fn(ref)?-[0-9]{1,6}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FootnoteAddress();

    [GeneratedRegex("^fn(ref)?-([0-9]{1,6}|label)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FootnoteId();
}
