using Markdig;

namespace NewsSite.Text;

/// <summary>Renders the body of an article: CommonMark with tables, footnotes and pull quotes, sanitized.</summary>
public static class ArticleMarkup
{
    /// <summary>Raised when the same text would be printed differently, so that stored text can be rendered again.</summary>
    public const int Version = 1;

    /// <summary>The longest body, in characters.</summary>
    public const int MaxLength = 100_000;

    /// <summary>Renders a body in that language.</summary>
    public static RenderedText Render(string markdown, string language)
    {
        if (markdown.Length > MaxLength)
        {
            return RenderedText.Refused(MarkupRefusal.TooLong);
        }

        var pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseFootnotes().UseCustomContainers().Build();
        var html = new Ganss.Xss.HtmlSanitizer().Sanitize(Markdown.ToHtml(markdown, pipeline));
        return new RenderedText(SafeHtml.FromSanitizer(html), markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, null);
    }
}
