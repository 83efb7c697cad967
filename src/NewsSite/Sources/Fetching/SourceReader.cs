using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Sources.Fetching;

/// <summary>Tells an article from the page around it (SmartReader, after Mozilla's Readability) and writes it down as an original is kept at the desk.</summary>
internal static class SourceReader
{
    /// <summary>Pages of articles have some thousands of elements.</summary>
    private const int MostElements = 30_000;

    /// <summary>The thread's stack, with room for the deepest page.</summary>
    private const int Stack = 64 * 1024 * 1024;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase) { "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dt", "dd", "td", "th", "figcaption", "div", "section", "article", "br", "hr", "tr", "ul", "ol" };

    /// <summary>Reads a page, on a thread of its own: it may take long, and nobody can end it.</summary>
    public static Task<FetchOutcome> ReadAsync(FetchedPage page)
    {
        var done = new TaskCompletionSource<FetchOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(
            () =>
            {
                try
                {
                    done.SetResult(Read(page));
                }
                catch (Exception)
                {
                    // The library reads what strangers wrote; whatever it stumbles over, nothing was found.
                    done.SetResult(new FetchOutcome(null, FetchRefusal.NothingFound));
                }
            },
            Stack) { IsBackground = true, Name = "Reading an original" }.Start();
        return done.Task;
    }

    private static FetchOutcome Read(FetchedPage page)
    {
        if (HasTooMany(page.Html))
        {
            return new FetchOutcome(null, FetchRefusal.NothingFound);
        }

        using var reader = new SmartReader.Reader(page.Address.ToString(), page.Html);
        var article = reader.GetArticle();
        var text = article.IsReadable || article.Length > 0 ? TextOf(article.Content ?? "") : "";
        if (text.Length == 0)
        {
            return new FetchOutcome(null, FetchRefusal.NothingFound);
        }

        return new FetchOutcome(
            new FoundSource(page.Address)
            {
                Title = Line(article.Title, ArticleContent.MaxLineLength),
                Author = Line(string.IsNullOrWhiteSpace(article.Author) ? article.Byline : article.Author, Contributor.MaxNameLength),
                PublishedOn = article.PublicationDate is { Year: > 1 } day ? DateOnly.FromDateTime(day) : null,
                Language = LanguageTag.Canonical(article.Language?.Replace('_', '-')),
                Text = text.Length <= ArticleContent.MaxTextLength ? text : text[..ArticleContent.MaxTextLength],
            },
            null);
    }

    private static string TextOf(string html)
    {
        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html).Body, text);
        return string.Join('\n', TypedText.Clean(text.ToString()).Split('\n').Select(TypedText.Line).Where(l => l.Length > 0));
    }

    private static void Write(INode? node, StringBuilder text)
    {
        foreach (var child in node?.ChildNodes ?? Enumerable.Empty<INode>())
        {
            switch (child)
            {
                case IText words:
                    text.Append(words.Data.ReplaceLineEndings(" "));
                    break;
                case IElement { LocalName: "a" } link when LinkAddress.Safe(link.GetAttribute("href"), sitePaths: false) is { } address && LinkAddress.IsWeb(address) && TypedText.Line(link.TextContent) is { Length: > 0 } said:
                    text.Append('[').Append(said).Append("](").Append(address).Append(')');
                    break;
                case IElement { LocalName: "script" or "style" or "noscript" or "svg" or "button" or "form" }:
                    break;
                case IElement element:
                    var isBlock = Blocks.Contains(element.LocalName);
                    text.Append(isBlock ? "\n" : "");
                    Write(element, text);
                    text.Append(isBlock ? "\n" : "");
                    break;
            }
        }
    }

    private static string? Line(string? found, int most) => TypedText.Line(found ?? "") is { Length: > 0 } line ? line[..Math.Min(line.Length, most)] : null;

    /// <summary>
    /// Counts what may begin an element, before any reader of markup sees it: theirs look through all that is open for each further element, and 200,000 open ones
    /// would take minutes. How deep a page goes cannot be counted so simply; ends that end nothing would deceive whoever tried. The parser itself stops at 512.
    /// </summary>
    private static bool HasTooMany(ReadOnlySpan<char> html)
    {
        var elements = 0;
        for (var at = html.IndexOf('<'); at >= 0 && elements <= MostElements; at = html.IndexOf('<'))
        {
            html = html[(at + 1)..];
            elements += !html.IsEmpty && char.IsAsciiLetter(html[0]) ? 1 : 0;
        }

        return elements > MostElements;
    }
}
