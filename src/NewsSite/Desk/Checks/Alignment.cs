namespace NewsSite.Desk.Checks;

/// <summary>
/// Which stretch of the original became which of the translation. Found by length and by what both hold in common (numbers, dates, addresses, names), as Gale and Church
/// (1993) align texts: the cheapest way through both, where stretches may be joined, divided, left out or added.
/// </summary>
internal sealed class Alignment
{
    /// <summary>Texts of more pairs of stretches are only laid side by side; so many would take too long, and are no articles.</summary>
    private const int MostPairs = 250_000;

    /// <summary>So many stretches the two may be out of step, and twice as many more as one has more than the other.</summary>
    private const int Band = 25;

    /// <summary>Stretches of one side that may become one, or one that may become as many.</summary>
    private const int MostJoined = 4;

    /// <summary>What leaving out or adding a stretch costs, and what each joining does: a paragraph half as long again as it should be costs about the same as one left out.</summary>
    private const double Alone = 5;
    private const double Joint = 2.5;

    /// <summary>What something in common is worth, and what something without a counterpart costs; each at most so often.</summary>
    private const double Common = 2;
    private const double Uncommon = 0.7;
    private const int MostCommon = 3;

    /// <summary>What something nowhere in the other text costs, at most so often: it is more likely missing than translated beyond recognition.</summary>
    private const double Unknown = 0.5;
    private const int MostUnknown = 4;

    private readonly (int Start, int End)[] ofOriginal;
    private readonly (int Start, int End)[] ofBody;

    private Alignment(int originals, int bodies) => (ofOriginal, ofBody) = (new (int, int)[originals], new (int, int)[bodies]);

    /// <summary>True when it was looked for and not merely assumed.</summary>
    public bool IsFound { get; private init; }

    /// <summary>The stretches of the translation that a stretch of the original became; empty at its place where it is missing.</summary>
    public (int Start, int End) OfOriginal(int i) => ofOriginal[i];

    /// <summary>The stretches of the original that a stretch of the translation comes from.</summary>
    public (int Start, int End) OfBody(int i) => ofBody[i];

    /// <summary>Finds it.</summary>
    public static Alignment Between(ComparedText original, ComparedText body)
    {
        var (a, b) = (original.Stretches, body.Stretches);
        if (a.Count == 0 || b.Count == 0 || (long)a.Count * b.Count > MostPairs)
        {
            return SideBySide(a.Count, b.Count);
        }

        var shared = Shared(original, body);
        var usual = LengthCheck.Usual(original.Language, body.Language);
        // A text shorter than usual is more likely to lack something than to be terse all through.
        var ratio = Math.Clamp(Ratio(a.Sum(s => s.Length), b.Sum(s => s.Length)), usual, 1.15 * usual);
        var first = Walk(a, b, shared, ratio);
        // The first ratio is the languages' own; the second is that of the stretches that met one to one.
        var ratios = Enumerable.Range(0, a.Count).Where(i => first.ofOriginal[i] is var (start, end) && end == start + 1 && first.ofBody[start] == (i, i + 1) && a[i].Length > 80)
            .Select(i => Ratio(a[i].Length, b[first.ofOriginal[i].Start].Length)).Order().ToList();
        return ratios.Count < 2 ? first : Walk(a, b, shared, ratios[ratios.Count / 2]);
    }

    private static double Ratio(double original, double body) => Math.Clamp(body / Math.Max(1, original), 0.2, 5);

    private static Alignment SideBySide(int originals, int bodies)
    {
        var alignment = new Alignment(originals, bodies);
        for (var i = 0; i < originals; i++)
        {
            var start = (int)((long)i * bodies / originals);
            alignment.ofOriginal[i] = (start, Math.Min(bodies, start + 1));
        }

        for (var i = 0; i < bodies; i++)
        {
            var start = (int)((long)i * originals / bodies);
            alignment.ofBody[i] = (start, Math.Min(originals, start + 1));
        }

        return alignment;
    }

    private static Alignment Walk(IReadOnlyList<Stretch> a, IReadOnlyList<Stretch> b, SharedThings shared, double ratio)
    {
        var (lengthA, lengthB) = (Sums(a.Select(s => s.Length * ratio)), Sums(b.Select(s => (double)s.Length)));
        var band = Band + (2 * Math.Abs(a.Count - b.Count));
        var cost = new double[a.Count + 1, b.Count + 1];
        var step = new (byte A, byte B)[a.Count + 1, b.Count + 1];
        for (var i = 0; i <= a.Count; i++)
        {
            for (var j = 0; j <= b.Count; j++)
            {
                // An article is translated from its beginning to its end: the two are never far apart.
                if (Math.Abs(((double)i * b.Count / a.Count) - j) > band)
                {
                    cost[i, j] = double.MaxValue;
                    continue;
                }

                var best = i == 0 && j == 0 ? 0 : double.MaxValue;
                for (var m = 0; m <= Math.Min(MostJoined, i); m++)
                {
                    for (var n = 0; n <= Math.Min(m > 1 ? (m == 2 ? 2 : 1) : MostJoined, j); n++)
                    {
                        if ((m == 0) != (n == 0) ? m + n != 1 : m + n == 0)
                        {
                            continue;
                        }

                        var here = cost[i - m, j - n] + (m == 0 || n == 0 ? Alone : Misfit(lengthA[i] - lengthA[i - m], lengthB[j] - lengthB[j - n]) + (Joint * (m + n - 2)));
                        // What is in common is only counted where it could still make this the best way.
                        if (m > 0 && n > 0 && here - (Common * MostCommon) < best)
                        {
                            here += shared.Cost(i - m, i, j - n, j);
                        }

                        if (here < best)
                        {
                            (best, step[i, j]) = (here, ((byte)m, (byte)n));
                        }
                    }
                }

                cost[i, j] = best;
            }
        }

        var alignment = new Alignment(a.Count, b.Count) { IsFound = true };
        for (var (i, j) = (a.Count, b.Count); i > 0 || j > 0;)
        {
            var (m, n) = step[i, j];
            Array.Fill(alignment.ofOriginal, (j - n, j), i - m, m);
            Array.Fill(alignment.ofBody, (i - m, i), j - n, n);
            (i, j) = (i - m, j - n);
        }

        return alignment;
    }

    /// <summary>Half the square of how many standard deviations apart the lengths are; a translated paragraph is seldom more than a sixth longer or shorter than usual.</summary>
    private static double Misfit(double expected, double length)
    {
        var deviation = (length - expected) / ((0.13 * Math.Max(expected, length)) + 12);
        return Math.Min(30, deviation * deviation / 2);
    }

    private static double[] Sums(IEnumerable<double> lengths)
    {
        var sums = new List<double> { 0 };
        foreach (var length in lengths)
        {
            sums.Add(sums[^1] + length);
        }

        return [.. sums];
    }

    private static SharedThings Shared(ComparedText original, ComparedText body) => new([.. original.Stretches.Select(s => Things(s, original.Language))], [.. body.Stretches.Select(s => Things(s, body.Language))]);

    private static HashSet<string> Things(Stretch stretch, string language)
    {
        var facts = stretch.FactsIn(language);
        var things = new HashSet<string>(facts.Numbers.Where(n => n.Values[0] is >= 10).Select(n => n.Values[0].ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)));
        things.UnionWith(facts.Dates.SelectMany(d => d.Days).Where(d => d.Year is > 0).Select(d => d.Year!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        things.UnionWith(stretch.Links.Select(LinksCheck.Plain));
        things.UnionWith(Capitalised.WordsIn(stretch.Text).Where(w => w.Length >= 5).Select(w => NameSounds.Of(w)).Where(s => s.Length >= 3).Select(s => s[..Math.Min(4, s.Length)]));
        return things;
    }

    /// <summary>What stretches have in common. Things that are everywhere tell nothing apart.</summary>
    private sealed class SharedThings
    {
        private const int TooCommon = 6;
        private readonly int[,] pairs;
        private readonly int[] ofA;
        private readonly int[] ofB;
        private readonly int[] unknown;

        public SharedThings(HashSet<string>[] a, HashSet<string>[] b)
        {
            var holders = b.SelectMany((things, j) => things.Select(t => (t, j))).ToLookup(p => p.t, p => p.j);
            pairs = new int[a.Length, b.Length];
            (ofA, ofB) = (new int[a.Length], new int[b.Length]);
            var counts = a.SelectMany(things => things).CountBy(t => t).ToDictionary();
            unknown = [.. a.Select(things => things.Count(t => !holders.Contains(t)))];
            for (var i = 0; i < a.Length; i++)
            {
                foreach (var thing in a[i].Where(t => counts[t] <= TooCommon && holders[t].Count() <= TooCommon && holders.Contains(t)))
                {
                    ofA[i]++;
                    foreach (var j in holders[thing])
                    {
                        pairs[i, j]++;
                    }
                }
            }

            for (var j = 0; j < b.Length; j++)
            {
                ofB[j] = b[j].Count(t => counts.GetValueOrDefault(t) is > 0 and <= TooCommon && holders[t].Count() <= TooCommon);
            }
        }

        public double Cost(int a, int endA, int b, int endB)
        {
            var (common, ofThese, ofThose, nowhere) = (0, 0, 0, 0);
            for (var i = a; i < endA; i++)
            {
                nowhere += unknown[i];
                ofThese += ofA[i];
                for (var j = b; j < endB; j++)
                {
                    common += pairs[i, j];
                }
            }

            for (var j = b; j < endB; j++)
            {
                ofThose += ofB[j];
            }

            // Two that share a name with the same third have one counterpart between them.
            common = Math.Min(common, Math.Min(ofThese, ofThose));
            var wanted = ofThese + ofThose;

            return (Uncommon * Math.Min(MostCommon * 2, Math.Max(0, wanted - (2 * common)))) - (Common * Math.Min(MostCommon, common)) + (Unknown * Math.Min(MostUnknown, nowhere));
        }
    }
}
