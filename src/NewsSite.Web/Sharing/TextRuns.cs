using System.Text;
using System.Text.RegularExpressions;
using NewsSite.Credits;
using NewsSite.Web.Feeds;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Sharing;

/// <summary>A stretch of a line, and where it leads.</summary>
/// <param name="Text">The words.</param>
/// <param name="Address">A whole address; null for none.</param>
public sealed record TextRun(string Text, string? Address = null);

/// <summary>
/// Lines that are to be read on other sites, in whichever form: who wrote, translated and first published a piece is put together once, as runs, and written as HTML, Markdown or text.
/// </summary>
public static partial class TextRuns
{
    /// <summary>Fills the blanks of a phrase with runs.</summary>
    public static IReadOnlyList<TextRun> Fill(string phrase, params IReadOnlyList<TextRun>[] blanks)
    {
        var runs = new List<TextRun>();
        var from = 0;
        foreach (Match blank in Blank().Matches(phrase))
        {
            Say(phrase[from..blank.Index]);
            runs.AddRange(blanks[blank.Groups[1].ValueSpan[0] - '0']);
            from = blank.Index + blank.Length;
        }

        Say(phrase[from..]);
        return runs;

        void Say(string text)
        {
            if (text.Length > 0)
            {
                runs.Add(new TextRun(text));
            }
        }
    }

    /// <summary>The line of who made a piece and where it first appeared, with whole addresses.</summary>
    /// <param name="byline">What stands in it.</param>
    /// <param name="address">The whole address of a path of this site.</param>
    /// <param name="words">The words of the article's language.</param>
    public static IReadOnlyList<TextRun> Of(Byline byline, Func<string, string> address, Words words) =>
        [.. Parts(byline, address, words).SelectMany((part, i) => i == 0 ? part : part.Prepend(new TextRun(" · ")))];

    /// <summary>The same part by part: who wrote it, who asked, who translated it, where it first appeared. Those nobody knows are left out.</summary>
    /// <param name="byline">What stands in it.</param>
    /// <param name="address">The whole address of a path of this site.</param>
    /// <param name="words">The words of the article's language.</param>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Parts(Byline byline, Func<string, string> address, Words words)
    {
        var parts = new List<IReadOnlyList<TextRun>>();
        if (byline.Authors.Count > 0)
        {
            parts.Add(Fill(words["By"], Linked(byline.Authors, "contributors")));
        }

        if (byline.Interviewers.Count > 0)
        {
            parts.Add(Fill(words["InterviewBy"], Linked(byline.Interviewers, "contributors")));
        }

        if (byline.Translators.Count > 0)
        {
            parts.Add(byline.TranslatedFrom is { } from
                ? Fill(words["Translated"], Linked(byline.Translators, "contributors"), [new TextRun(words.FromLanguage(from))])
                : Fill(words["TranslatedPlain"], Linked(byline.Translators, "contributors")));
        }

        if (byline.FirstPublishedBy is { } outlet)
        {
            parts.Add(byline.FirstPublishedOn is { } day
                ? Fill(words["FirstPublishedByOn"], Linked([outlet], "sources"), [new TextRun(words.ShortDate(day))])
                : Fill(words["FirstPublishedBy"], Linked([outlet], "sources")));
        }

        return parts;

        IReadOnlyList<TextRun> Linked(IReadOnlyList<BylineName> names, string folder) =>
            [.. names.SelectMany((name, i) => (TextRun[])[.. Between(i, names.Count, words), new TextRun(name.Name, address($"/{folder}/{name.Slug}"))])];
    }

    /// <summary>Names in a row, as the language joins them.</summary>
    public static string Names(IReadOnlyList<string> names, Words words) =>
        string.Concat(names.SelectMany((name, i) => Between(i, names.Count, words).Select(r => r.Text).Append(name)));

    /// <summary>As HTML.</summary>
    public static string Html(IEnumerable<TextRun> runs) =>
        string.Concat(runs.Select(r => r.Address is { } to ? $"<a href=\"{FeedText.AsHtml(to)}\">{FeedText.AsHtml(r.Text)}</a>" : FeedText.AsHtml(r.Text)));

    /// <summary>As Markdown.</summary>
    public static string Markdown(IEnumerable<TextRun> runs) => string.Concat(runs.Select(r => r.Address is not { } to ? Escaped(r.Text) : r.Text == to ? $"<{to}>" : $"[{Escaped(r.Text)}](<{to}>)"));

    /// <summary>As text: addresses stand where they are the words themselves.</summary>
    public static string Plain(IEnumerable<TextRun> runs) => string.Concat(runs.Select(r => r.Text));

    /// <summary>Text in which Markdown finds no mark.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static IEnumerable<TextRun> Between(int at, int count, Words words) =>
        at == 0 ? [] : [new TextRun(at == count - 1 ? $" {words["And"]} " : words.Language == "ar" ? "، " : ", ")];

    [GeneratedRegex(@"\{([0-9])\}")]
    private static partial Regex Blank();
}
