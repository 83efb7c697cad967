using System.Text.RegularExpressions;
using NewsSite.Text;

namespace NewsSite.Desk.Checks;

/// <summary>A stretch of a text that is compared with a stretch of another: a paragraph, or an entry of a list.</summary>
/// <param name="Paragraph">The paragraph it stands in, from 1.</param>
/// <param name="Text">Its words, without signs of markup and without addresses.</param>
/// <param name="Links">The addresses it leads to, as written.</param>
public sealed record Stretch(int Paragraph, string Text, IReadOnlyList<string> Links)
{
    private StretchFacts? facts;

    /// <summary>How many letters and digits it has.</summary>
    public int Length { get; } = Text.Count(char.IsLetterOrDigit);

    /// <summary>The dates, times and numbers in it; read once.</summary>
    internal StretchFacts FactsIn(string language) => facts ??= StretchFacts.Read(Text, language);
}

/// <summary>An original or its translation, cut up for comparing.</summary>
/// <param name="Language">The language it is written in; <c>und</c> where nobody knows.</param>
/// <param name="Stretches">What is compared, from the top.</param>
public sealed partial record ComparedText(string Language, IReadOnlyList<Stretch> Stretches)
{
    /// <summary>The lines of a text wrapped by hand are no longer than this, in characters.</summary>
    private const int WrappedLine = 100;

    /// <summary>All its words.</summary>
    public IEnumerable<string> Texts => Stretches.Select(s => s.Text);

    /// <summary>
    /// The body of a piece: Markdown, paragraphs between empty lines. What the translator adds of their own stays out: notes, pictures, and quotes pulled out
    /// of the text, which say the same a second time.
    /// </summary>
    public static ComparedText OfBody(string markdown, string language)
    {
        var stretches = new List<Stretch>();
        var isOwn = false;
        foreach (var (paragraph, i) in Paragraphs.Of(markdown).Select((p, i) => (p, i)))
        {
            if (ArticleFigure.Of(paragraph) is not null)
            {
                continue;
            }

            var kept = new List<string>();
            foreach (var line in paragraph.Split('\n'))
            {
                var isFence = line.TrimStart().StartsWith(":::", StringComparison.Ordinal);
                if (!isFence && !isOwn && !IsTranslatorsNote(line))
                {
                    kept.Add(line);
                }

                isOwn = isFence ? line.Trim().Trim(':').Trim().Length > 0 : isOwn;
            }

            // Each entry of a list is a paragraph in most originals.
            stretches.AddRange((kept.Count > 1 && kept.TrueForAll(l => Entry().IsMatch(l)) ? kept : [string.Join('\n', kept)]).Select(text => Cut(i + 1, text)).Where(s => s.Text.Length > 0 || s.Links.Count > 0));
        }

        return new ComparedText(language, stretches);
    }

    /// <summary>An original as it is kept at the desk: paragraphs are lines, unless the lines were wrapped by hand and empty ones stand between the paragraphs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language.</param>
    /// <param name="title">Its title, which stands in a field of its own and is no paragraph.</param>
    public static ComparedText OfOriginal(string text, string language, string? title = null)
    {
        var paragraphs = Paragraphs.Of(text);
        var isWrapped = paragraphs.Any(p => p.Count(c => c == '\n') > 1) && paragraphs.All(p => p.Split('\n').All(l => l.Length <= WrappedLine)) && paragraphs.Count > 1;
        var cut = isWrapped ? paragraphs : [.. paragraphs.SelectMany(p => p.Split('\n'))];
        return new ComparedText(language, [.. cut.Where(p => title is null || TypedText.Line(p) != TypedText.Line(title)).Select((p, i) => Cut(i + 1, p)).Where(s => s.Text.Length > 0 || s.Links.Count > 0)]);
    }

    private static Stretch Cut(int paragraph, string text)
    {
        var links = new List<string>();
        text = Reference().Replace(text, " ");
        text = Definition().Replace(text, m => Take(m.Groups[1].Value, ""));
        text = Link().Replace(text, m => Take(m.Groups[2].Value, m.Groups[1].Value));
        text = Address().Replace(text, m => Take(m.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '»', '”', '"', '\''), " "));
        text = Mark().Replace(text, "");
        return new Stretch(paragraph, text.Replace("*", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Trim(), links);

        string Take(string address, string instead)
        {
            links.Add(address);
            return instead;
        }
    }

    private static bool IsTranslatorsNote(string line) => Note().Match(line) is { Success: true } note && FootnoteWords.IsTranslators(line[note.Length..]);

    [GeneratedRegex(@"^\s*(?:[-*+•–—]|\d{1,3}[.)])\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*\[\^[^\]\n]{1,40}\]:\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Note();

    /// <summary>The number of a note, in Markdown or as sites print it.</summary>
    [GeneratedRegex(@"\[\^[^\]\n]{1,40}\]:?|\[\d{1,3}\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^ {0,3}\[[^\]\n]+\]:\s*<?(\S+?)>?(?:\s.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Definition();

    /// <summary>Addresses may hold brackets in pairs, as those of encyclopedias do.</summary>
    [GeneratedRegex(@"!?\[([^\[\]\n]*)\]\(<?([^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*)>?(?:\s+[""'][^""\n]*[""'])?\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>\[\]]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    /// <summary>Signs at the beginning of a line: headings, quotes, lists.</summary>
    [GeneratedRegex(@"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•][ \t]+|\d{1,3}[.)][ \t]+)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Mark();
}
