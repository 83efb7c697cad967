using System.Globalization;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsSite.Media;

namespace NewsSite.Text;

/// <summary>Prints the body of an article: what <see cref="MarkupRenderer"/> prints, and its headings, tables, pull quotes and footnotes.</summary>
internal sealed class ArticleRenderer : MarkupRenderer
{
    private readonly FootnoteWords words;
    private readonly Stack<int> headings = new();
    private int tables;

    /// <summary>Makes a printer for one article.</summary>
    public ArticleRenderer(StringWriter writer, FootnoteWords words)
        : base(writer, null, sitePaths: true)
    {
        this.words = words;
        ObjectRenderers.Replace<HeadingRenderer>(new HeadingPrinter());
        ObjectRenderers.Replace<ParagraphRenderer>(new ParagraphPrinter());
        ObjectRenderers.Add(new TablePrinter());
        ObjectRenderers.Add(new ContainerPrinter());
        ObjectRenderers.Add(new FootnotesPrinter());
        ObjectRenderers.Insert(0, new FootnoteLinkPrinter());
    }

    /// <summary>
    /// The level to print a heading at. The page has the only h1, and a reader moving by headings should meet no gap, so the
    /// first is h2 and each deeper one is one below the one it stands under, whatever levels were typed.
    /// </summary>
    private int Outline(int level)
    {
        while (headings.TryPeek(out var above) && above >= level)
        {
            headings.Pop();
        }

        headings.Push(level);
        return Math.Min(6, headings.Count + 1);
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static bool IsTranslators(Footnote note) =>
        note.FirstOrDefault() is ParagraphBlock { Inline: { } inline }
        && FootnoteWords.IsTranslators(string.Concat(inline.Descendants<LiteralInline>().Take(8).Select(l => l.Content.ToString())));

    private sealed class HeadingPrinter : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            // A heading without words would be announced and say nothing.
            if (heading.Inline?.FirstChild is null)
            {
                return;
            }

            var tag = "h" + Number(((ArticleRenderer)renderer).Outline(heading.Level));
            renderer.EnsureLine();
            renderer.Write("<").Write(tag).Write(">").WriteLeafInline(heading).Write("</").Write(tag).Write(">");
            renderer.EnsureLine();
        }
    }

    /// <summary>A paragraph, or the figure it is. The page adds the sizes and the credit, which may change without the text.</summary>
    private sealed class ParagraphPrinter : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
        {
            if (((ArticleRenderer)renderer).ImplicitParagraph || ArticleFigure.Of(paragraph) is not { } figure)
            {
                base.Write(renderer, paragraph);
                return;
            }

            renderer.EnsureLine();
            renderer.Write("<figure><img src=\"").WriteEscapeUrl(PictureSizes.Path(figure.File, PictureSizes.Widths[0])).Write("\" alt=\"").WriteEscape(figure.Alt).Write("\">");
            if (figure.Caption is { } caption)
            {
                renderer.Write("<figcaption>").WriteEscape(caption).Write("</figcaption>");
            }

            renderer.WriteLine("</figure>");
        }
    }

    /// <summary>A table inside a region that the keyboard can scroll sideways; the regions are numbered so that their names differ.</summary>
    private sealed class TablePrinter : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            var article = (ArticleRenderer)renderer;
            renderer.EnsureLine();
            renderer.Write("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").WriteEscape(article.words.Table)
                .Write(" ").Write(Number(++article.tables)).WriteLine("\"><table>");
            var rows = table.OfType<TableRow>().ToList();
            WritePart(renderer, table, "thead", rows.Where(r => r.IsHeader));
            WritePart(renderer, table, "tbody", rows.Where(r => !r.IsHeader));
            renderer.WriteLine("</table></div>");
        }

        private static void WritePart(HtmlRenderer renderer, Table table, string part, IEnumerable<TableRow> rows)
        {
            var any = false;
            foreach (var row in rows)
            {
                renderer.WriteLine(any ? "<tr>" : $"<{part}><tr>");
                any = true;
                var column = 0;
                foreach (var cell in row.OfType<TableCell>())
                {
                    WriteCell(renderer, cell, row.IsHeader, Alignment(table, column++));
                }

                renderer.WriteLine("</tr>");
            }

            if (any)
            {
                renderer.WriteLine($"</{part}>");
            }
        }

        private static string Alignment(Table table, int column) =>
            (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
            {
                TableColumnAlign.Center => " class=\"align-center\"",
                TableColumnAlign.Right => " class=\"align-end\"",
                _ => "",
            };

        private static void WriteCell(HtmlRenderer renderer, TableCell cell, bool header, string alignment)
        {
            // An empty corner is no header of anything.
            var isHeader = header && cell.OfType<LeafBlock>().Any(b => b.Inline?.FirstChild is not null);
            renderer.Write(isHeader ? "<th scope=\"col\"" : "<td").Write(alignment).Write(">");
            var outside = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren(cell);
            renderer.ImplicitParagraph = outside;
            renderer.WriteLine(isHeader ? "</th>" : "</td>");
        }
    }

    /// <summary><c>::: pullquote</c> is an aside; of any other container only what it holds is printed.</summary>
    private sealed class ContainerPrinter : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer container)
        {
            var isQuote = container.Info is "pullquote";
            var outside = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = false;
            renderer.EnsureLine();
            renderer.Write(isQuote ? "<aside class=\"pullquote\">\n" : "");
            renderer.WriteChildren(container);
            renderer.EnsureLine();
            renderer.Write(isQuote ? "</aside>\n" : "");
            renderer.ImplicitParagraph = outside;
        }
    }

    private sealed class FootnotesPrinter : HtmlObjectRenderer<FootnoteGroup>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
        {
            renderer.EnsureLine();
            renderer.Write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"fn-label\">\n<h2 id=\"fn-label\">")
                .WriteEscape(((ArticleRenderer)renderer).words.Notes).WriteLine("</h2>");
            renderer.WriteLine("<ol>");
            foreach (var note in group.OfType<Footnote>())
            {
                renderer.Write("<li id=\"fn-").Write(Number(note.Order)).Write(IsTranslators(note) ? "\" class=\"translators-note\">" : "\">");
                renderer.WriteLine();
                renderer.ImplicitParagraph = false;
                renderer.WriteChildren(note);
                renderer.EnsureLine();
                renderer.WriteLine("</li>");
            }

            renderer.WriteLine("</ol>");
            renderer.WriteLine("</section>");
        }
    }

    /// <summary>The number in the text and the arrow back to it. Screen readers say what they are (WordPress's own links were announced as "1 link").</summary>
    private sealed class FootnoteLinkPrinter : HtmlObjectRenderer<FootnoteLink>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteLink link)
        {
            var article = (ArticleRenderer)renderer;
            var number = Number(link.Footnote.Order);
            var place = Number(link.Index);
            if (link.IsBackLink)
            {
                var nth = link.Footnote.Links.Count > 1 ? " (" + place + ")" : "";
                renderer.Write(" <a class=\"footnote-back\" href=\"#fnref-").Write(place).Write("\" role=\"doc-backlink\" aria-label=\"")
                    .WriteEscape($"{article.words.Back} {number}{nth}").Write("\">↩</a>");
                return;
            }

            if (article.InsideLink)
            {
                renderer.Write("<sup id=\"fnref-").Write(place).Write("\">").Write(number).Write("</sup>");
                return;
            }

            var translators = IsTranslators(link.Footnote);
            var name = translators ? article.words.TranslatorsNote : article.words.Note;
            renderer.Write("<sup class=\"footnote-ref\"><a id=\"fnref-").Write(place).Write("\" href=\"#fn-").Write(number)
                .Write(translators ? "\" class=\"translators-note" : "").Write("\" role=\"doc-noteref\" aria-label=\"")
                .WriteEscape($"{name} {number}").Write("\">").Write(number).Write("</a></sup>");
        }
    }
}
