using Markdig;
using Markdig.Parsers;

namespace NewsSite.Text;

/// <summary>
/// Renders a comment: paragraphs, line breaks, emphasis, links, quotes, lists and code, sanitized. What a comment does not have is
/// printed as typed (tables, rules, HTML, link definitions) or as the nearest thing it has (a heading is a bold line, an image a link).
/// </summary>
public static class CommentMarkup
{
    /// <summary>Raised when the same text would be printed differently, so that stored text can be rendered again.</summary>
    public const int Version = 2;

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private static readonly MarkupSanitizer Sanitizer = new(
        ["p", "br", "strong", "em", "blockquote", "ul", "ol", "li", "code", "pre", "a"],
        ["href", "rel", "start", "tabindex"],
        []);

    /// <summary>Renders a comment.</summary>
    public static RenderedText Render(string markdown)
    {
        if (markdown.Length > Comments.Comment.MaxLength)
        {
            return RenderedText.Refused(MarkupRefusal.TooLong);
        }

        return MarkupPress.Print(markdown, MarkupLimits.Comment, Pipeline, Sanitizer, writer => new CommentRenderer(writer));
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MarkupLimits.MaxDepth }.DisableHtml().UseAutoLinks();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new CommentParagraphs());
        return builder.Build();
    }
}
