using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using NewsSite.Credits;

namespace NewsSite.Web.Pages.Shared;

/// <summary>Prints a byline in the language of its article: "By … · Translated from Polish by … · First published by …".</summary>
public static class BylineHtml
{
    // As pages do it: letters of every script stay themselves.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The parts of the line, each with its links. Language names and verbs are the page's words; names stand in <c>bdi</c> so that a name in another script does not turn its neighbours.</summary>
    /// <param name="byline">What stands in it.</param>
    /// <param name="page">The page it is printed on.</param>
    /// <param name="language">The language of the article.</param>
    /// <param name="site">What links begin with where the line is read elsewhere; nothing on pages.</param>
    public static IReadOnlyList<IHtmlContent> Parts(Byline byline, SitePage page, string language, string site = "")
    {
        var words = Resources.Words.In(page.Site.ChromeFor(language));
        var parts = new List<IHtmlContent>();
        Add(byline.Authors, "By");
        Add(byline.Interviewers, "InterviewBy");
        if (byline.Translators.Count > 0)
        {
            parts.Add(byline.TranslatedFrom is { } original
                ? Fill(words["Translated"], Names(byline.Translators, "contributors"), Encode(words.FromLanguage(original)))
                : Fill(words["TranslatedPlain"], Names(byline.Translators, "contributors")));
        }

        if (byline.FirstPublishedBy is { } outlet)
        {
            parts.Add(byline.FirstPublishedOn is { } day
                ? Fill(words["FirstPublishedByOn"], Names([outlet], "sources"), $"<time datetime=\"{day:yyyy-MM-dd}\">{Encode(words.ShortDate(day))}</time>")
                : Fill(words["FirstPublishedBy"], Names([outlet], "sources")));
        }

        return parts;

        void Add(IReadOnlyList<BylineName> names, string phrase)
        {
            if (names.Count > 0)
            {
                parts.Add(Fill(words[phrase], Names(names, "contributors")));
            }
        }

        string Names(IReadOnlyList<BylineName> names, string folder)
        {
            var links = names.Select(n => $"<a href=\"{Encode(site + page.Link($"/{folder}/{n.Slug}"))}\"><bdi>{Encode(n.Name)}</bdi></a>").ToList();
            return links.Count == 1
                ? links[0]
                : $"{string.Join(words.Language == "ar" ? "، " : ", ", links.Take(links.Count - 1))} {Encode(words["And"])} {links[^1]}";
        }
    }

    private static HtmlString Fill(string phrase, params object[] blanks) =>
        new(string.Format(System.Globalization.CultureInfo.InvariantCulture, Encode(phrase), blanks));

    private static string Encode(string text) => Encoder.Encode(text);
}
