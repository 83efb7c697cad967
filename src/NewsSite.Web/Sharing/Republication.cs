using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Articles;
using NewsSite.Citing;
using NewsSite.Media;
using NewsSite.Sources;
using NewsSite.Text;
using NewsSite.Web.Feeds;
using NewsSite.Web.Pages;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Sharing;

/// <summary>A picture others may show with the piece.</summary>
/// <param name="File">The stem of its files.</param>
/// <param name="Credit">Who made it and on which terms it is shown; may be empty.</param>
public sealed record SharedPicture(string File, string Credit);

/// <summary>
/// A piece as others take it away: HTML, Markdown and text, each with who wrote it, who translated it, where it first appeared, where it is here and on which terms. Addresses are whole; only
/// pictures others may show are in it; nothing in it tells anybody that it was read.
/// </summary>
public sealed class Republication
{
    private readonly SitePage page;
    private readonly ArticleCard card;
    private readonly Words words;
    private readonly Dictionary<string, SharedPicture> pictures;
    private readonly string? caption;
    private readonly IReadOnlyList<TextRun> byline;
    private readonly IReadOnlyList<IReadOnlyList<TextRun>> notes;

    /// <summary>Makes it.</summary>
    /// <param name="page">The page that answers.</param>
    /// <param name="card">The piece.</param>
    /// <param name="citation">What it is made from.</param>
    /// <param name="terms">On which terms it may be republished.</param>
    /// <param name="pictures">The pictures others may show.</param>
    /// <param name="caption">What is said under the picture above it.</param>
    public Republication(SitePage page, ArticleCard card, Citation citation, Republishing terms, IEnumerable<SharedPicture> pictures, string? caption)
    {
        (this.page, this.card, this.caption) = (page, card, caption);
        words = Words.In(page.Site.ChromeFor(card.Language));
        this.pictures = pictures.ToDictionary(p => p.File);
        byline = TextRuns.Of(card.Byline, page.WholeLink, words);
        notes = [.. Notes(citation, terms)];
    }

    /// <summary>As HTML, without styles, scripts and names of classes.</summary>
    public string Html(SafeHtml body)
    {
        var parts = new List<string> { $"<h1>{FeedText.AsHtml(card.Headline)}</h1>" };
        if (card.Standfirst.Length > 0)
        {
            parts.Add($"<p><em>{FeedText.AsHtml(card.Standfirst)}</em></p>");
        }

        if (byline.Count > 0)
        {
            parts.Add($"<p>{TextRuns.Html(byline)}</p>");
        }

        if (Above is { } picture)
        {
            parts.Add($"<figure><img src=\"{FeedText.AsHtml(AddressOf(picture))}\" alt=\"{FeedText.AsHtml(card.PictureAlt ?? "")}\"><figcaption>{FeedText.AsHtml(Under(caption, picture))}</figcaption></figure>");
        }

        parts.Add(Cleaned(body));
        parts.Add("<hr>");
        parts.AddRange(notes.Select(note => $"<p>{TextRuns.Html(note)}</p>"));
        return $"<article lang=\"{card.Language}\" dir=\"{LanguageTag.Direction(card.Language)}\">\n{string.Join('\n', parts)}\n</article>\n";
    }

    /// <summary>As Markdown: what was typed, with whole addresses.</summary>
    public string Markdown(string body)
    {
        var parts = new List<string> { $"# {TextRuns.Escaped(card.Headline)}" };
        if (card.Standfirst.Length > 0)
        {
            parts.Add($"*{TextRuns.Escaped(card.Standfirst)}*");
        }

        if (byline.Count > 0)
        {
            parts.Add(TextRuns.Markdown(byline));
        }

        if (Above is { } picture)
        {
            parts.Add($"![{TextRuns.Escaped(card.PictureAlt ?? "")}](<{AddressOf(picture)}>)");
            parts.Add(TextRuns.Escaped(Under(caption, picture)));
        }

        parts.Add(RepublishedMarkdown.Of(body, page.BaseUrl, pictures.ContainsKey, file => pictures[file].Credit is { Length: > 0 } credit ? credit : null).TrimEnd('\n'));
        parts.Add("---");
        parts.AddRange(notes.Select(TextRuns.Markdown));
        return string.Join("\n\n", parts.Where(p => p.Length > 0)) + "\n";
    }

    /// <summary>As text, without pictures.</summary>
    public string Plain(SafeHtml body) => string.Join("\n\n", new[] { card.Headline, card.Standfirst, TextRuns.Plain(byline), ReadableText.Of(body).TrimEnd('\n'), "* * *" }
        .Concat(notes.Select(TextRuns.Plain)).Where(p => p.Length > 0)) + "\n";

    private SharedPicture? Above => card.PictureFile is { } file ? pictures.GetValueOrDefault(file) : null;

    private string AddressOf(SharedPicture picture) => page.BaseUrl + PictureSizes.JpegPath(picture.File);

    private static string Under(string? caption, SharedPicture picture) => string.Join(" ", new[] { caption, picture.Credit }.Where(t => !string.IsNullOrEmpty(t)));

    private IEnumerable<IReadOnlyList<TextRun>> Notes(Citation citation, Republishing terms)
    {
        if (citation.Original is { } original)
        {
            yield return TextRuns.Fill(words["Cite.Original"], Linked(PlainCitation.OriginalOf(original, words), original.Address));
        }

        TextRun[] where = [new TextRun(citation.Address, citation.Address)];
        yield return TextRuns.Fill(words[citation.Translators.Count > 0 ? "Republish.AtTranslated" : "Republish.At"], [new TextRun(citation.Publisher, page.BaseUrl + page.FrontPage(words.Language))], [new TextRun(words.Date(citation.Day))], where);
        if (terms.Licence is { } licence)
        {
            yield return TextRuns.Fill(words["Republish.Under"], [new TextRun(licence.Name)], [new TextRun(licence.Url, licence.Url)]);
        }
        else if (terms.Terms is { } said)
        {
            yield return TextRuns.Fill(words["Republish.Terms"], [new TextRun(said)]);
        }
    }

    /// <summary>A line with the address in it as a link.</summary>
    private static TextRun[] Linked(string line, string? address) => address is not null && line.EndsWith(address, StringComparison.Ordinal)
        ? [new TextRun(line[..^address.Length]), new TextRun(address, address)]
        : [new TextRun(line)];

    private string Cleaned(SafeHtml body)
    {
        var text = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{body}").Body!;
        foreach (var figure in text.QuerySelectorAll("figure").ToList())
        {
            if (figure.QuerySelector("img") is not { } image || PictureSizes.StemOf((image.GetAttribute("src") ?? "").Split('/')[^1]) is not { } file || !pictures.TryGetValue(file, out var picture))
            {
                figure.Remove();
                continue;
            }

            image.SetAttribute("src", AddressOf(picture));
            var under = figure.QuerySelector("figcaption") ?? figure.AppendElement(figure.Owner!.CreateElement("figcaption"));
            under.TextContent = Under(under.TextContent, picture);
        }

        foreach (var element in text.QuerySelectorAll("*"))
        {
            element.RemoveAttribute("class");
            element.RemoveAttribute("tabindex");
            // Notes stay links within the text.
            if (element.GetAttribute("href") is ['/', ..] path && !path.StartsWith("//", StringComparison.Ordinal))
            {
                element.SetAttribute("href", page.BaseUrl + path);
            }

            if (element.GetAttribute("role") == "region")
            {
                element.RemoveAttribute("role");
                element.RemoveAttribute("aria-label");
            }
        }

        return text.InnerHtml.Trim();
    }
}
