using System.Globalization;

namespace NewsSite.Desk.Checks;

/// <summary>Paragraphs of the original that nothing in the translation stands for. Short ones are left alone: they are captions, signatures and "read also".</summary>
internal static class ParagraphsCheck
{
    /// <summary>A paragraph with fewer letters is not missed.</summary>
    private const int LeastLetters = 70;

    /// <summary>What is missing, from the top.</summary>
    public static IEnumerable<Finding> Find(TranslationPair pair)
    {
        for (var i = 0; pair.Aligned.IsFound && i < pair.Original.Stretches.Count; i++)
        {
            var (start, end) = pair.Aligned.OfOriginal(i);
            var stretch = pair.Original.Stretches[i];
            if (start == end && stretch.Length >= LeastLetters && !IsStandfirst(pair, i, start))
            {
                int? before = start > 0 ? pair.Body.Stretches[start - 1].Paragraph : pair.ParagraphFor(i);
                yield return Finding.Advice("ParagraphMissing", "body", before, stretch.Paragraph.ToString(CultureInfo.InvariantCulture), TranslationPair.Quote(stretch.Text));
            }
        }
    }

    /// <summary>What stands under an original's title is translated into a field of its own.</summary>
    private static bool IsStandfirst(TranslationPair pair, int original, int at) =>
        original < 2 && at == 0 && pair.Head.Stretches.Any(h => h.Length * 2 > pair.Original.Stretches[original].Length && h.Length < pair.Original.Stretches[original].Length * 2);
}
