using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsSite.Text;

/// <summary>
/// Paragraphs of a comment. CommonMark takes a paragraph <c>[word]: text</c> for the definition of a link and prints nothing of it;
/// in a comment that loses what someone wrote, so here it stays a paragraph. Underlined headings are off for the same reason.
/// </summary>
internal sealed class CommentParagraphs : ParagraphBlockParser
{
    /// <summary>Makes the parser.</summary>
    public CommentParagraphs() => ParseSetextHeadings = false;

    /// <inheritdoc/>
    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph)
        {
            for (var i = 0; i < paragraph.Lines.Count; i++)
            {
                paragraph.Lines.Lines[i].Slice.TrimStart();
            }

            if (paragraph.Lines.Count > 0)
            {
                paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.TrimEnd();
            }
        }

        return true;
    }
}
