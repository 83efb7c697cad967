using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace NewsSite.Text;

/// <summary>Prints a comment: what <see cref="MarkupRenderer"/> prints, with every line break kept and headings as bold lines.</summary>
internal sealed class CommentRenderer : MarkupRenderer
{
    /// <summary>Makes a printer for one comment.</summary>
    public CommentRenderer(StringWriter writer)
        : base(writer, "ugc nofollow noopener", sitePaths: false)
    {
        KeepsFenceWords = true;
        ObjectRenderers.Replace<LineBreakInlineRenderer>(new LineBreakInlineRenderer { RenderAsHardlineBreak = true });
        ObjectRenderers.Replace<HeadingRenderer>(new HeadingPrinter());
        ObjectRenderers.Replace<ThematicBreakRenderer>(new RulePrinter());
    }

    private sealed class HeadingPrinter : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            if (heading.Inline?.FirstChild is null)
            {
                return;
            }

            renderer.EnsureLine();
            renderer.Write("<p><strong>").WriteLeafInline(heading).Write("</strong></p>");
            renderer.EnsureLine();
        }
    }

    private sealed class RulePrinter : HtmlObjectRenderer<ThematicBreakBlock>
    {
        protected override void Write(HtmlRenderer renderer, ThematicBreakBlock rule)
        {
            renderer.EnsureLine();
            renderer.Write("<p>").WriteEscape(new string(rule.ThematicChar, rule.ThematicCharCount)).Write("</p>");
            renderer.EnsureLine();
        }
    }
}
