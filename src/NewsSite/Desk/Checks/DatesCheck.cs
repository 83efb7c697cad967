namespace NewsSite.Desk.Checks;

/// <summary>Days, and months of a year, that one of the two texts has and the other has not, in whatever form.</summary>
internal static class DatesCheck
{
    /// <summary>What differs, from the top.</summary>
    public static IEnumerable<Finding> Find(TranslationPair pair)
    {
        var original = Dates(pair.Original);
        var body = Dates(pair.Body);
        var above = pair.Above.SelectMany(f => f.Dates).ToList();
        var (inOriginal, inBody) = (new DateSet([.. original.Select(d => d.Date), .. above]), new DateSet([.. body.Select(d => d.Date), .. above]));
        var added = body.Where(d => !inOriginal.Has(d.Date) && !IsNumber(d.Date, pair.Original, pair.Behind(d.Stretch))).ToList();
        foreach (var (stretch, date) in original.Where(d => !inBody.Has(d.Date) && !IsNumber(d.Date, pair.Body, pair.Around(d.Stretch))))
        {
            var (start, end) = pair.Aligned.OfOriginal(stretch);
            var instead = added.FindIndex(d => d.Stretch >= start && d.Stretch < end);
            if (instead >= 0)
            {
                yield return Finding.Advice("DateDiffers", "body", pair.Body.Stretches[added[instead].Stretch].Paragraph, TranslationPair.Quote(date.Text), TranslationPair.Quote(added[instead].Date.Text));
                added.RemoveAt(instead);
            }
            else if (end > start || !pair.Aligned.IsFound)
            {
                yield return Finding.Advice("DateMissing", "body", pair.ParagraphFor(stretch), TranslationPair.Quote(date.Text));
            }
        }

        foreach (var (stretch, date) in added.Where(d => pair.Aligned.OfBody(d.Stretch) is var (start, end) && end > start))
        {
            yield return Finding.Advice("DateAdded", "body", pair.Body.Stretches[stretch].Paragraph, TranslationPair.Quote(date.Text));
        }
    }

    private static List<(int Stretch, PrintedDate Date)> Dates(ComparedText text) => [.. text.Stretches.SelectMany((s, i) => s.FactsIn(text.Language).Dates.Select(d => (i, d)))];

    /// <summary>"12.07" without a year reads like a number; so does a year whose month the other text names only once.</summary>
    private static bool IsNumber(PrintedDate date, ComparedText other, IEnumerable<int> places)
    {
        var values = date.Days.Select(d => d.Day is { } day ? day + (d.Month / 100m) : (decimal)d.Year!.Value).ToList();
        return places.Any(i => other.Stretches[i].FactsIn(other.Language).Numbers.Any(n => n.Values.Intersect(values).Any()));
    }
}
