using Markdig;

namespace NewsSite.Text;

/// <summary>Renders a comment: paragraphs, line breaks, emphasis, links, quotes, lists and inline code, sanitized.</summary>
public static class CommentMarkup
{
    /// <summary>Raised when the same text would be printed differently, so that stored text can be rendered again.</summary>
    public const int Version = 1;

    /// <summary>Renders a comment.</summary>
    public static RenderedText Render(string markdown)
    {
        if (markdown.Length > Comments.Comment.MaxLength)
        {
            return RenderedText.Refused(MarkupRefusal.TooLong);
        }

        var pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
        var html = new Ganss.Xss.HtmlSanitizer().Sanitize(Markdown.ToHtml(markdown, pipeline));
        return new RenderedText(SafeHtml.FromSanitizer(html), markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, null);
    }
}
