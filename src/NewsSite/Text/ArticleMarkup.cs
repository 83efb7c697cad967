using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;

namespace NewsSite.Text;

/// <summary>
/// Renders the body of an article: CommonMark 0.31 with pipe tables, footnotes, <c>::: pullquote</c> blocks and the site's own pictures as figures
/// (<see cref="ArticleFigure"/>), sanitized. HTML is printed as it is typed, other images become links, and a footnote nobody refers to is left out.
/// </summary>
public static class ArticleMarkup
{
    /// <summary>Raised when the same text would be printed differently, so that stored text can be rendered again.</summary>
    public const int Version = 3;

    /// <summary>The longest body, in characters.</summary>
    public const int MaxLength = 100_000;

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private static readonly MarkupSanitizer Sanitizer = new(
        ["p", "br", "strong", "em", "blockquote", "ul", "ol", "li", "code", "pre", "a", "h2", "h3", "h4", "h5", "h6", "hr", "sup",
            "table", "thead", "tbody", "tr", "th", "td", "div", "aside", "section", "figure", "figcaption", "img"],
        ["href", "rel", "start", "class", "id", "role", "tabindex", "scope", "aria-label", "aria-labelledby", "src", "alt"],
        ["pullquote", "table-scroll", "footnotes", "footnote-ref", "footnote-back", "translators-note", "align-center", "align-end"]);

    /// <summary>Renders a body in that language; English, Ukrainian and Arabic have their own words for its footnotes, other languages the English.</summary>
    public static RenderedText Render(string markdown, string language)
    {
        if (markdown.Length > MaxLength)
        {
            return RenderedText.Refused(MarkupRefusal.TooLong);
        }

        return MarkupPress.Print(markdown, MarkupLimits.Article, Pipeline, Sanitizer, writer => new ArticleRenderer(writer, FootnoteWords.For(language)));
    }

    /// <summary>Makes a reader of the house's Markdown.</summary>
    /// <param name="precise">Whether it notes where in the text each address stands.</param>
    internal static MarkdownPipeline BuildPipeline(bool precise = false)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MarkupLimits.MaxDepth, PreciseSourceLocation = precise }.DisableHtml().UsePipeTables().UseFootnotes();

        // Only the blocks: the extension would also take ::text:: in a line for a container.
        builder.BlockParsers.InsertBefore<ThematicBreakParser>(new CustomContainerParser());
        return builder.Build();
    }
}
