using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsSite.Media;

namespace NewsSite.Text;

/// <summary>Makes the Markdown of an article fit to stand on another site: its addresses whole, and only the pictures others may show. Everything else stays as it was typed.</summary>
public static class RepublishedMarkdown
{
    private static readonly MarkdownPipeline Pipeline = ArticleMarkup.BuildPipeline(precise: true);

    /// <summary>Makes it so.</summary>
    /// <param name="markdown">The article's text; one that <see cref="ArticleMarkup"/> took.</param>
    /// <param name="site">The site's address, without a trailing slash.</param>
    /// <param name="mayShow">Whether others may show the picture with that stem.</param>
    /// <param name="credit">What is said of who made that picture, in a line of its own; null for nothing.</param>
    public static string Of(string markdown, string site, Func<string, bool> mayShow, Func<string, string?> credit)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var edits = new List<(int Start, int Length, string Text)>();
        foreach (var node in document.Descendants())
        {
            if (node is ParagraphBlock paragraph && ArticleFigure.Of(paragraph) is { } figure)
            {
                edits.Add(mayShow(figure.File) ? (paragraph.Span.Start, paragraph.Span.Length, Shown(figure, site, credit(figure.File))) : (paragraph.Span.Start, WithLinesBelow(paragraph.Span), ""));
            }
            else if (node is LinkInline { Reference: null } link && IsPath(link.Url) && !IsWithinFigure(link))
            {
                Prefix(link.UrlSpan);
            }
            else if (node is LinkReferenceDefinition definition && IsPath(definition.Url))
            {
                Prefix(definition.UrlSpan);
            }
        }

        var text = new StringBuilder(markdown);
        foreach (var (start, length, replacement) in edits.OrderByDescending(e => e.Start))
        {
            text.Remove(start, length).Insert(start, replacement);
        }

        return text.ToString().Trim('\n') + "\n";

        // Where a picture was, the text is to close up.
        int WithLinesBelow(SourceSpan span)
        {
            var end = span.End + 1;
            while (end < markdown.Length && markdown[end] is '\n' or '\r')
            {
                end++;
            }

            return end - span.Start;
        }

        void Prefix(SourceSpan address)
        {
            if (!address.IsEmpty && address.Start < markdown.Length)
            {
                // An address in angle brackets begins behind the bracket.
                edits.Add((markdown[address.Start] == '<' ? address.Start + 1 : address.Start, 0, site));
            }
        }
    }

    private static bool IsPath(string? url) => url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal);

    private static bool IsWithinFigure(LinkInline link) => link is { IsImage: true, Parent.ParentBlock: ParagraphBlock paragraph } && ArticleFigure.Of(paragraph) is not null;

    private static string Shown(ArticleFigure figure, string site, string? credit)
    {
        var caption = string.Join(" ", new[] { figure.Caption, credit }.OfType<string>());
        return $"![{figure.Alt.Replace("]", "\\]", StringComparison.Ordinal)}]({site}{PictureSizes.JpegPath(figure.File)}{(caption.Length == 0 ? "" : $" \"{caption.Replace("\"", "\\\"", StringComparison.Ordinal)}\"")})";
    }
}
