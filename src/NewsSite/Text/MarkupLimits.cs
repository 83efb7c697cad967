namespace NewsSite.Text;

/// <summary>
/// How much structure a text may have. Markdig takes time that grows with the square of some counts (measured at 100,000 characters:
/// 50,000 empty list items 6 s, 17,000 link openers 4 s, 16,000 references to a footnote 8 s, a table of 300 million cells no end), so these are counted first, in one pass.
/// </summary>
/// <param name="Brackets">The most opening square brackets: links, images, references and footnotes all begin with one.</param>
/// <param name="Lines">The most lines.</param>
/// <param name="Emphasis">The most stars, underscores and backticks.</param>
/// <param name="NoteReferences">The most <c>[^</c>.</param>
/// <param name="Pipes">The most vertical bars.</param>
/// <param name="Cells">The most cells in tables, reckoned as the bars of the fullest line on every line with a bar: Markdig fills short rows up.</param>
internal sealed record MarkupLimits(int Lines, int Emphasis, int Brackets, int NoteReferences, int Pipes, int Cells)
{
    /// <summary>How deep quotes, lists, emphasis and brackets may stand in one another; a reader loses count long before.</summary>
    public const int MaxDepth = 64;

    /// <summary>What a body of an article may have.</summary>
    public static readonly MarkupLimits Article = new(5_000, 10_000, 2_500, 1_000, 2_500, 20_000);

    /// <summary>What a comment may have. It has neither notes nor tables, so bars are text.</summary>
    public static readonly MarkupLimits Comment = new(500, 1_000, 1_000, 1_000, int.MaxValue, int.MaxValue);

    /// <summary>True when the text keeps to the limits; takes time in proportion to its length.</summary>
    public bool Allow(string markdown)
    {
        int lines = 0, emphasis = 0, brackets = 0, notes = 0, pipes = 0, pipeLines = 0, fullest = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var bars = line.Count('|');
            pipes += bars;
            pipeLines += bars > 0 ? 1 : 0;
            fullest = Math.Max(fullest, bars);
            lines++;
            emphasis += line.Count('*') + line.Count('_') + line.Count('`');
            brackets += line.Count('[');
            notes += line.Count("[^");
            if (Depth(line) > MaxDepth)
            {
                return false;
            }
        }

        return lines <= Lines && emphasis <= Emphasis && brackets <= Brackets && notes <= NoteReferences && pipes <= Pipes && (long)(fullest + 1) * pipeLines <= Cells;
    }

    /// <summary>The quotes and list items one line opens: the markers it begins with.</summary>
    private static int Depth(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is ' ' or '\t')
            {
                continue;
            }

            var marker = i;
            while (marker < line.Length && char.IsAsciiDigit(line[marker]))
            {
                marker++;
            }

            var isQuote = line[i] == '>';
            var isItem = (marker > i ? marker < line.Length && line[marker] is '.' or ')' : line[i] is '-' or '+' or '*')
                && (marker + 1 >= line.Length || line[marker + 1] is ' ' or '\t');
            if (!isQuote && !isItem)
            {
                break;
            }

            i = isQuote ? i : marker;
            depth++;
        }

        return depth;
    }
}
