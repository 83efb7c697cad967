using System.Globalization;
using Markdig;

namespace NewsSite.Text;

/// <summary>The way every text takes from Markdown to stored markup: read, print, sanitize, count.</summary>
internal static class MarkupPress
{
    /// <summary>Renders a text whose length has been checked.</summary>
    public static RenderedText Print(string markdown, MarkupLimits limits, MarkdownPipeline pipeline, MarkupSanitizer sanitizer, Func<StringWriter, MarkupRenderer> renderer)
    {
        if (!limits.Allow(markdown))
        {
            return RenderedText.Refused(MarkupRefusal.TooDeep);
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        try
        {
            renderer(writer).Render(Markdown.Parse(markdown, pipeline));
        }
        catch (ArgumentException)
        {
            // How Markdig says that MaximumNestingDepth was passed.
            return RenderedText.Refused(MarkupRefusal.TooDeep);
        }

        var html = sanitizer.Sanitize(writer.ToString());
        return VisibleText.Any(html)
            ? new RenderedText(SafeHtml.FromSanitizer(html), VisibleText.Words(html), null)
            : RenderedText.Refused(MarkupRefusal.Empty);
    }
}
