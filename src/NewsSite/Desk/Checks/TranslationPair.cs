using NewsSite.Text;

namespace NewsSite.Desk.Checks;

/// <summary>An original, its translation, and which paragraph of the one became which of the other.</summary>
internal sealed class TranslationPair
{
    /// <summary>Texts quoted in a finding are no longer, in characters.</summary>
    private const int MaxQuote = 80;

    /// <summary>Makes a pair.</summary>
    public TranslationPair(ComparedText original, ComparedText body, ComparedText head, ComparedText title)
    {
        (Original, Body, Head, Title) = (original, body, head, title);
        Aligned = Alignment.Between(original, body);
    }

    /// <summary>The original.</summary>
    public ComparedText Original { get; }

    /// <summary>The translation's body.</summary>
    public ComparedText Body { get; }

    /// <summary>The translation's headline and standfirst.</summary>
    public ComparedText Head { get; }

    /// <summary>The original's title.</summary>
    public ComparedText Title { get; }

    /// <summary>What stands above either text and may answer for what the other has.</summary>
    public IEnumerable<StretchFacts> Above => Head.Stretches.Select(s => s.FactsIn(Head.Language)).Concat(Title.Stretches.Select(s => s.FactsIn(Title.Language)));

    /// <summary>Which became which.</summary>
    public Alignment Aligned { get; }

    /// <summary>The translation's stretches around what a stretch of the original became, one more on either side.</summary>
    public IEnumerable<int> Around(int original)
    {
        var (start, end) = Aligned.OfOriginal(original);
        return Range(start - 1, end + 1, Body.Stretches.Count);
    }

    /// <summary>The original's stretches around what a stretch of the translation comes from.</summary>
    public IEnumerable<int> Behind(int body)
    {
        var (start, end) = Aligned.OfBody(body);
        return Range(start - 1, end + 1, Original.Stretches.Count);
    }

    /// <summary>The paragraph of the translation to look at for a stretch of the original; null where there is none.</summary>
    public int? ParagraphFor(int original) => Body.Stretches.Count == 0 ? null : Body.Stretches[Math.Clamp(Aligned.OfOriginal(original).Start, 0, Body.Stretches.Count - 1)].Paragraph;

    /// <summary>A text as a finding quotes it: short, and apart from the direction of the sentence around it.</summary>
    public static string Quote(string text) => $"\u2068{Paragraphs.Cut(TypedText.Line(text), MaxQuote)}\u2069";

    private static IEnumerable<int> Range(int start, int end, int count)
    {
        for (var i = Math.Max(0, start); i < Math.Min(end, count); i++)
        {
            yield return i;
        }
    }
}
