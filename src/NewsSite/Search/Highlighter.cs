using System.Text.RegularExpressions;

namespace NewsSite.Search;

/// <summary>A piece of a text; marked where it is one of the words asked for.</summary>
public readonly record struct HighlightedPart(string Text, bool IsFound);

/// <summary>Marks what was asked for in a text, and cuts the passage out that says most of it.</summary>
public sealed partial class Highlighter(SearchQuery query)
{
    /// <summary>How long a passage is, in characters, give or take a word.</summary>
    public const int PassageLength = 240;

    /// <summary>So many characters come before the first word found.</summary>
    private const int Lead = 60;

    /// <summary>A sentence that begins within so many characters is begun with.</summary>
    private const int SentenceReach = 90;

    private readonly HashSet<char> initials = [.. query.Wanted.SelectMany(t => (char[])[t.Words[0].Folded[0], t.Words[0].Stem[0]])];

    private readonly record struct Find(int Start, int Length, int Term);

    /// <summary>The whole text with its finds marked.</summary>
    public IReadOnlyList<HighlightedPart> Whole(string text) => Mark(text, 0, text.Length, FindIn(text));

    /// <summary>The passage that has the most of what was asked for; the beginning of the text where it has none.</summary>
    public IReadOnlyList<HighlightedPart> Passage(string text)
    {
        var finds = FindIn(text);
        var (start, end) = finds.Count == 0 ? (0, Math.Min(text.Length, PassageLength)) : Around(text, finds);
        start = WordStart(text, start);
        end = WordEnd(text, Math.Max(end, start));
        List<HighlightedPart> parts = [.. Mark(text, start, end, finds)];
        if (start > 0)
        {
            parts.Insert(0, new("… ", false));
        }

        if (end < text.TrimEnd().Length)
        {
            parts.Add(new(" …", false));
        }

        return parts;
    }

    /// <summary>True where every word asked for is among the words of a name.</summary>
    public bool IsNamed(IEnumerable<string> names) => names.Any(name =>
    {
        var words = SearchWords.Of(name);
        return query.Wanted.Count > 0 && query.Wanted.All(t => Enumerable.Range(0, words.Count).Any(at => t.IsAt(words, at)));
    });

    private List<Find> FindIn(string text)
    {
        var finds = new List<Find>();
        if (query.Wanted.Count == 0)
        {
            return finds;
        }

        var words = SearchWords.Of(text);
        for (var at = 0; at < words.Count; at++)
        {
            // Stems differ from their words at the end, but for Arabic ones; so most words need none.
            if (words[at].Folded[0] is < '\u0620' or > '\u06D3' && !initials.Contains(words[at].Folded[0]))
            {
                continue;
            }

            for (var term = 0; term < query.Wanted.Count; term++)
            {
                if (query.Wanted[term].IsAt(words, at))
                {
                    var last = words[at + query.Wanted[term].Words.Count - 1];
                    finds.Add(new Find(words[at].Start, last.Start + last.Length - words[at].Start, term));
                    at += query.Wanted[term].Words.Count - 1;
                    break;
                }
            }
        }

        return finds;
    }

    private static (int Start, int End) Around(string text, List<Find> finds)
    {
        var (best, most) = (0, 0);
        for (var i = 0; i < finds.Count; i++)
        {
            var end = finds[i].Start + PassageLength - Lead;
            var here = finds.Skip(i).TakeWhile(f => f.Start + f.Length <= end).ToList();
            var score = (here.Select(f => f.Term).Distinct().Count() * 100) + Math.Min(here.Count, 9);
            if (score > most)
            {
                (best, most) = (i, score);
            }

            if (finds.Count > 200 && i > 200)
            {
                break;
            }
        }

        var first = finds[best].Start;
        var start = Math.Max(0, first - Lead);
        var sentence = text.AsSpan(Math.Max(0, first - SentenceReach), first - Math.Max(0, first - SentenceReach)).LastIndexOfAny('.', '\n', '؟');
        start = sentence >= 0 ? Math.Max(0, first - SentenceReach) + sentence + 1 : start;
        return (start, Math.Min(text.Length, start + PassageLength));
    }

    private static int WordStart(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || (at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not '.')))
        {
            at++;
        }

        return at == text.Length ? 0 : at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && at % PassageLength != PassageLength - 1)
        {
            at++;
        }

        return at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static List<HighlightedPart> Mark(string text, int start, int end, List<Find> finds)
    {
        var parts = new List<HighlightedPart>();
        var at = start;
        foreach (var find in finds.Where(f => f.Start >= start && f.Start + f.Length <= end))
        {
            if (find.Start > at)
            {
                parts.Add(new(Spaced(text[at..find.Start]), false));
            }

            parts.Add(new(Spaced(text.Substring(find.Start, find.Length)), true));
            at = find.Start + find.Length;
        }

        if (end > at)
        {
            parts.Add(new(Spaced(text[at..end]), false));
        }

        return parts;
    }

    /// <summary>A passage is one line, whatever it was cut from.</summary>
    private static string Spaced(string text) => Spaces().Replace(text, " ");

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
