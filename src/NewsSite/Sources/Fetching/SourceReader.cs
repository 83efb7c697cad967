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
    /// <summary>Elements open within one another; articles have some dozens, and readers of markup call themselves for each.</summary>
    private const int MostDeep = 1_000;

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
        if (IsTooDeep(page.Html))
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

    /// <summary>Walks the tree without calling itself.</summary>
    private static bool IsTooDeep(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var depth = 0;
        for (INode? node = document.DocumentElement; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                if (++depth > MostDeep)
                {
                    return true;
                }

                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node?.NextSibling;
        }

        return false;
    }
}
