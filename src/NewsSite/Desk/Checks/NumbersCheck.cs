namespace NewsSite.Desk.Checks;

/// <summary>
/// Numbers of the original that the translation does not have, and numbers the translation alone has. One is the same as another if either can be read so: with other
/// separators and digits, with "million" or all its noughts, in words, in Roman numerals. One and two are left alone; half the languages say them without saying them.
/// </summary>
internal static class NumbersCheck
{
    private const decimal LeastAsked = 2;

    /// <summary>What differs, from the top.</summary>
    public static IEnumerable<Finding> Find(TranslationPair pair)
    {
        var (original, body) = (new NumberShelf(pair.Original), new NumberShelf(pair.Body));
        var above = pair.Above.ToList();
        var added = Unanswered(body, original, i => pair.Behind(i), above).ToLookup(n => n.Stretch, n => n.Number);
        var used = new HashSet<PrintedNumber>(ReferenceEqualityComparer.Instance);
        foreach (var (stretch, number) in Unanswered(original, body, i => pair.Around(i), above))
        {
            var (start, end) = pair.Aligned.OfOriginal(stretch);
            var instead = Enumerable.Range(start, end - start).SelectMany(j => added[j].Select(n => (j, n))).FirstOrDefault(n => !used.Contains(n.n));
            if (instead.n is not null)
            {
                used.Add(instead.n);
                yield return Finding.Advice("NumberDiffers", "body", pair.Body.Stretches[instead.j].Paragraph, TranslationPair.Quote(number.Text), TranslationPair.Quote(instead.n.Text));
            }
            else if (end > start || !pair.Aligned.IsFound)
            {
                // Those of a paragraph that is missing altogether are missing with it.
                yield return Finding.Advice("NumberMissing", "body", pair.ParagraphFor(stretch), TranslationPair.Quote(number.Text));
            }
        }

        foreach (var (stretch, number) in added.SelectMany(g => g.Select(n => (g.Key, n))).Where(n => !used.Contains(n.n) && pair.Aligned.OfBody(n.Key) is var (start, end) && end > start))
        {
            yield return Finding.Advice("NumberAdded", "body", pair.Body.Stretches[stretch].Paragraph, TranslationPair.Quote(number.Text));
        }

        foreach (var finding in OfHead(pair, original))
        {
            yield return finding;
        }
    }

    /// <summary>What the headline and the standfirst count must stand somewhere in the original.</summary>
    private static IEnumerable<Finding> OfHead(TranslationPair pair, NumberShelf original)
    {
        var title = pair.Title.Stretches.Select(s => s.FactsIn(pair.Title.Language)).ToList();
        var everywhere = Enumerable.Range(0, original.Facts.Count).ToList();
        foreach (var (stretch, field) in pair.Head.Stretches.Zip(["headline", "standfirst"]))
        {
            foreach (var number in stretch.FactsIn(pair.Head.Language).Numbers.Where(n => n.Values.All(v => v > LeastAsked)))
            {
                if (!original.HasNear(everywhere, number) && !title.Exists(t => t.Numbers.Any(n => n.Values.Intersect(number.Values).Any()) || number.Values.Any(t.Soft.Contains)))
                {
                    yield return Finding.Advice("NumberAdded", field, null, TranslationPair.Quote(number.Text));
                }
            }
        }
    }

    /// <summary>The numbers of one text the other has nothing for: not near its place, and not as often in all.</summary>
    private static IEnumerable<(int Stretch, PrintedNumber Number)> Unanswered(NumberShelf asking, NumberShelf answering, Func<int, IEnumerable<int>> near, IReadOnlyList<StretchFacts> above)
    {
        for (var i = 0; i < asking.Facts.Count; i++)
        {
            var numbers = asking.Facts[i].Numbers;
            if (numbers.Count == 0)
            {
                continue;
            }

            var there = near(i).ToList();
            foreach (var number in numbers.Where(n => n.Values.All(v => v > LeastAsked)))
            {
                if (!answering.HasNear(there, number)
                    && !above.Any(h => h.Numbers.Any(n => n.Values.Intersect(number.Values).Any()) || number.Values.Any(h.Soft.Contains))
                    && number.Values.All(v => asking.Count(v) > answering.Count(v)))
                {
                    yield return (i, number);
                }
            }
        }
    }

    /// <summary>The numbers of a text, to look others up in.</summary>
    private sealed class NumberShelf
    {
        private readonly List<HashSet<decimal>> hard;
        private readonly Dictionary<decimal, int> counts = [];

        public NumberShelf(ComparedText text)
        {
            Facts = [.. text.Stretches.Select(s => s.FactsIn(text.Language))];
            hard = [.. Facts.Select(f => f.Numbers.SelectMany(n => n.Values).ToHashSet())];
            foreach (var value in Facts.SelectMany(f => f.Numbers.SelectMany(n => n.Values.Distinct()).Concat(f.Dates.SelectMany(d => d.Parts).Distinct())))
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        public List<StretchFacts> Facts { get; }

        public int Count(decimal value) => counts.GetValueOrDefault(value);

        public bool HasNear(List<int> places, PrintedNumber number) => places.Exists(i =>
            number.Values.Any(v => hard[i].Contains(v) || NumberWords.MakeUp(Facts[i].Soft, v) || IsDecade(v, i)));

        /// <summary>"In the 1990s" is «у 90-х».</summary>
        private bool IsDecade(decimal value, int i) =>
            value % 10 == 0 && (value is >= 1000 and < 2100 ? Holds(i, value % 100) : value is >= 20 and < 100 && (Holds(i, 1900 + value) || Holds(i, 1800 + value) || Holds(i, 2000 + value)));

        private bool Holds(int i, decimal value) => hard[i].Contains(value) || Facts[i].Soft.Contains(value);
    }
}
