using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Text;

/// <summary>
/// The text of a printed article for people to read without markup: paragraphs apart, lists and notes with their marks, rows of tables a line each. Pictures are left out, and
/// links keep their words.
/// </summary>
public static class ReadableText
{
    private static readonly HashSet<string> Blocks = ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table", "thead", "tbody", "tr", "div", "aside", "section", "figure", "hr"];

    /// <summary>The text of sanitized markup.</summary>
    public static string Of(SafeHtml html)
    {
        var paragraphs = new List<string>();
        // The depth is the renderer's, which is limited.
        Read(new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}").Body!, "", paragraphs);
        return string.Join("\n\n", paragraphs) + "\n";
    }

    private static void Read(IElement block, string before, List<string> paragraphs)
    {
        var line = new StringBuilder();
        foreach (var node in block.ChildNodes)
        {
            if (node is not IElement element || !Blocks.Contains(element.LocalName))
            {
                Inline(node, line);
                continue;
            }

            End();
            switch (element.LocalName)
            {
                case "figure":
                    break;
                case "hr":
                    paragraphs.Add($"{before}* * *");
                    break;
                case "ul" or "ol":
                    List(element, before, paragraphs);
                    break;
                case "blockquote":
                    Read(element, $"{before}> ", paragraphs);
                    break;
                case "pre":
                    paragraphs.Add(before + element.TextContent.TrimEnd('\n').Replace("\n", $"\n{before}", StringComparison.Ordinal));
                    break;
                case "table":
                    paragraphs.Add(string.Join('\n', element.QuerySelectorAll("tr").Select(row => before + string.Join(" | ", row.Children.Select(cell => Line(cell))))));
                    break;
                default:
                    Read(element, before, paragraphs);
                    break;
            }
        }

        End();

        void End()
        {
            var lines = line.ToString().Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
            line.Clear();
            if (lines.Exists(l => l.Length > 0))
            {
                paragraphs.Add(string.Join('\n', lines.Select(l => before + l)));
            }
        }
    }

    private static void List(IElement list, string before, List<string> paragraphs)
    {
        var isNotes = list.ParentElement?.ClassList.Contains("footnotes") ?? false;
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = new List<string>();
        foreach (var item in list.Children.Where(c => c.LocalName == "li"))
        {
            var inside = new List<string>();
            Read(item, "", inside);
            var mark = isNotes ? $"[{number}] " : list.LocalName == "ol" ? $"{number}. " : "• ";
            number++;
            items.Add(mark + string.Join('\n', inside).Replace("\n", "\n  ", StringComparison.Ordinal));
        }

        paragraphs.Add(string.Join('\n', items.SelectMany(i => i.Split('\n')).Select(l => before + l)));
    }

    private static string Line(IElement cell)
    {
        var line = new StringBuilder();
        Inline(cell, line);
        return TypedText.Line(line.ToString());
    }

    private static void Inline(INode node, StringBuilder line)
    {
        switch (node)
        {
            case IText text:
                // A line break in the source is a space.
                line.Append(text.Data.ReplaceLineEndings(" "));
                break;
            case IElement { LocalName: "br" }:
                line.Append('\n');
                break;
            case IElement element when element.ClassList.Contains("footnote-back"):
                break;
            case IElement element when element.ClassList.Contains("footnote-ref"):
                line.Append('[').Append(element.TextContent).Append(']');
                break;
            default:
                foreach (var child in node.ChildNodes)
                {
                    Inline(child, line);
                }

                break;
        }
    }
}
