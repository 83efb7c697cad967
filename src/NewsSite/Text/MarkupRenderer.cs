using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsSite.Text;

/// <summary>Prints Markdown the way both articles and comments need it: links of the house, no images, no styles, no ids.</summary>
internal class MarkupRenderer : HtmlRenderer
{
    private readonly string? rel;
    private readonly bool sitePaths;
    private bool insideLink;

    /// <summary>Makes a printer.</summary>
    /// <param name="writer">Where the markup goes.</param>
    /// <param name="rel">What every link says of its target; null to say <c>noopener</c> of web pages only.</param>
    /// <param name="sitePaths">Whether paths of this site are linked.</param>
    public MarkupRenderer(StringWriter writer, string? rel, bool sitePaths)
        : base(writer)
    {
        this.rel = rel;
        this.sitePaths = sitePaths;
        EnableHtmlForBlock = true;
        MaximumNestingDepth = MarkupLimits.MaxDepth;
        ObjectRenderers.Replace<LinkInlineRenderer>(new LinkPrinter());
        ObjectRenderers.Replace<AutolinkInlineRenderer>(new AutolinkPrinter());
        ObjectRenderers.Replace<CodeBlockRenderer>(new CodeBlockPrinter());
    }

    /// <summary>True while the text of a link is printed: links do not nest in HTML, so the inner ones become plain text.</summary>
    public bool InsideLink => insideLink;

    /// <summary>When true, the word after the opening fence is printed too: in a comment nothing written may be lost.</summary>
    public bool KeepsFenceWords { get; init; }

    private void WriteLink(string? address, Action content)
    {
        var safe = insideLink ? null : LinkAddress.Safe(address, sitePaths);
        if (safe is null)
        {
            content();
            return;
        }

        Write("<a href=\"").WriteEscapeUrl(safe);
        Write("\"");
        if ((rel ?? (LinkAddress.IsWeb(safe) ? "noopener" : null)) is { } value)
        {
            Write(" rel=\"").Write(value).Write("\"");
        }

        Write(">");
        insideLink = true;
        content();
        insideLink = false;
        Write("</a>");
    }

    private static bool HasText(ContainerInline link) => link.Descendants().Any(i => i switch
    {
        LiteralInline literal => !literal.Content.AsSpan().IsWhiteSpace(),
        CodeInline or AutolinkInline or HtmlEntityInline or LinkInline { IsImage: true } => true,
        DelimiterInline => true,
        _ => false,
    });

    /// <summary>Links and images; an image becomes a link to its address. One without a text shows its address instead.</summary>
    private sealed class LinkPrinter : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link) => ((MarkupRenderer)renderer).WriteLink(link.Url, () =>
        {
            if (HasText(link))
            {
                renderer.WriteChildren(link);
            }
            else
            {
                renderer.WriteEscape(link.Url);
            }
        });
    }

    /// <summary>Addresses in angle brackets; the brackets stay when the address is refused, so that the text is what was written.</summary>
    private sealed class AutolinkPrinter : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            var house = (MarkupRenderer)renderer;
            var address = link.IsEmail ? "mailto:" + link.Url : link.Url;
            var text = LinkAddress.Safe(address, house.sitePaths) is null ? $"<{link.Url}>" : link.Url;
            house.WriteLink(address, () => renderer.WriteEscape(text));
        }
    }

    /// <summary>Code in a block that the keyboard can scroll.</summary>
    private sealed class CodeBlockPrinter : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            renderer.EnsureLine();
            renderer.Write("<pre tabindex=\"0\"><code>");
            if (((MarkupRenderer)renderer).KeepsFenceWords && block is FencedCodeBlock { Info: { Length: > 0 } info } fenced)
            {
                renderer.WriteEscape($"{info} {fenced.Arguments}".TrimEnd() + "\n");
            }

            renderer.WriteLeafRawLines(block, true, true);
            renderer.Write("</code></pre>");
            renderer.EnsureLine();
        }
    }
}
