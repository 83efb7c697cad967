namespace NewsSite.Desk.Checks;

/// <summary>A day, or a month of a year, as far as a text names it. "3/4/2014" may be either of two days; it is the same as another that may be one of them.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Days">What it may be; without a day for a whole month, without a year where none is printed.</param>
internal sealed record PrintedDate(string Text, int Start, IReadOnlyList<(int? Day, int Month, int? Year)> Days)
{
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase) { "of", "the", "de", "del", "st", "nd", "rd", "th", "го", "е", "er", "року", "ro", "من", "شهر", ",", "،", ".", "-", "го.", "/" };
    private static readonly HashSet<string> Joins = new(StringComparer.OrdinalIgnoreCase) { "-", "–", "—", "and", "і", "й", "та", "и", "i", "und", "et", "до", "to", "do", "bis", "إلى", "و" };

    /// <summary>The numbers in it.</summary>
    public IEnumerable<decimal> Parts => Days.SelectMany(d => new decimal?[] { d.Day, d.Year, d.Month, d.Day + (d.Month / 100m) }).OfType<decimal>();

    /// <summary>Reads the dates, and takes their digits out of the text and of the tokens, so that nobody counts them a second time.</summary>
    public static IReadOnlyList<PrintedDate> Read(string text, char[] digits, List<Token> tokens, string language)
    {
        var dates = new List<PrintedDate>();
        MonthNames.Join(tokens, language);
        var taken = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (taken[i])
            {
                continue;
            }

            if (tokens[i].IsNumber)
            {
                Numeric(i);
            }
            else if (tokens[i].IsWord && MonthNames.Of(tokens[i].Text, language) is { } month)
            {
                Written(i, month);
            }
        }

        foreach (var token in tokens.Where((t, i) => taken[i] && t.IsNumber))
        {
            Array.Fill(digits, '\u0002', token.Start, token.Text.Length);
        }

        return dates;

        void Numeric(int i)
        {
            if (i + 4 >= tokens.Count || tokens[i + 1].Text is not ("." or "/" or "-") || tokens[i + 3].Text != tokens[i + 1].Text || !IsTight(i, i + 4))
            {
                return;
            }

            var (a, b, c) = (tokens[i], tokens[i + 2], tokens[i + 4]);
            var days = new List<(int?, int, int?)>();
            if (a.Text.Length == 4 && IsDay(c.Number) && IsMonth(b.Number))
            {
                days.Add((c.Number, b.Number, a.Number));
            }
            else if (c.Text.Length is 2 or 4 && a.Text.Length <= 2 && b.Text.Length <= 2)
            {
                var year = c.Text.Length == 4 ? c.Number : c.Number + (c.Number < 50 ? 2000 : 1900);
                if (IsDay(a.Number) && IsMonth(b.Number))
                {
                    days.Add((a.Number, b.Number, year));
                }

                if (tokens[i + 1].Text == "/" && IsDay(b.Number) && IsMonth(a.Number))
                {
                    days.Add((b.Number, a.Number, year));
                }
            }

            if (days.Count > 0)
            {
                Add(i, i + 4, days);
                (taken[i], taken[i + 2], taken[i + 4]) = (true, true, true);
            }
        }

        void Written(int i, int month)
        {
            int? day = null, other = null, year = null;
            var (first, last) = (i, i);
            var before = Before(i - 1);
            if (before >= 0 && !taken[before] && IsDay(tokens[before].Number) && tokens[before].Text.Length <= 2)
            {
                (day, first, taken[before]) = (tokens[before].Number, before, true);
                if (before >= 2 && Joins.Contains(tokens[before - 1].Text) && Before(before - 2) is >= 0 and var also && !taken[also] && IsDay(tokens[also].Number) && tokens[also].Text.Length <= 2)
                {
                    (other, first, taken[also]) = (tokens[also].Number, also, true);
                }
            }

            // The Levant and Egypt name months differently; papers print both names.
            var next = i + 1;
            if (next + 1 < tokens.Count && tokens[next].Text is "/" or "(" && MonthNames.Of(tokens[next + 1].Text, language) == month)
            {
                next += 2;
                last = next - 1;
                taken[last] = true;
            }

            next = After(next);
            if (day is null && next < tokens.Count && IsDay(tokens[next].Number) && tokens[next].Text.Length <= 2 && next - last <= 3)
            {
                (day, last, taken[next]) = (tokens[next].Number, next, true);
                if (next + 2 < tokens.Count && Joins.Contains(tokens[next + 1].Text) && IsDay(tokens[next + 2].Number) && tokens[next + 2].Text.Length <= 2 && !(next + 3 < tokens.Count && MonthNames.Of(tokens[next + 3].Text, language) is not null))
                {
                    (other, last, taken[next + 2]) = (tokens[next + 2].Number, next + 2, true);
                    next += 2;
                }

                next = After(next + 1);
            }

            if (next < tokens.Count && !taken[next] && tokens[next].Text.Length == 4 && tokens[next].Number is > 1000 and < 2200 && next - last <= 3)
            {
                (year, last, taken[next]) = (tokens[next].Number, next, true);
            }

            if (day is null && year is null)
            {
                return;
            }

            Add(first, last, [(day, month, year)]);
            if (other is not null)
            {
                dates.Add(dates[^1] with { Days = [(other, month, year)] });
            }
        }

        int Before(int i)
        {
            for (var steps = 0; steps < 3 && i >= 0 && Fillers.Contains(tokens[i].Text); steps++)
            {
                i--;
            }

            return i;
        }

        int After(int i)
        {
            for (var steps = 0; steps < 3 && i < tokens.Count && Fillers.Contains(tokens[i].Text); steps++)
            {
                i++;
            }

            return i;
        }

        bool IsTight(int from, int to) => Enumerable.Range(from, to - from).All(k => tokens[k].Start + tokens[k].Text.Length == tokens[k + 1].Start);

        void Add(int from, int to, IReadOnlyList<(int?, int, int?)> days) =>
            dates.Add(new PrintedDate(text[tokens[from].Start..(tokens[to].Start + tokens[to].Text.Length)], tokens[from].Start, days));
    }

    private static bool IsDay(int number) => number is >= 1 and <= 31;

    private static bool IsMonth(int number) => number is >= 1 and <= 12;
}

/// <summary>Dates one can look others up in.</summary>
internal sealed class DateSet
{
    private readonly HashSet<(int? Day, int Month, int? Year)> exact = [];
    private readonly HashSet<(int, int)> daysOfAnyYear = [];
    private readonly HashSet<(int, int)> monthsWithDays = [];

    /// <summary>Makes a set of them.</summary>
    public DateSet(IEnumerable<PrintedDate> dates)
    {
        foreach (var (day, month, year) in dates.SelectMany(d => d.Days))
        {
            exact.Add((day, month, year));
            if (day is { } d)
            {
                daysOfAnyYear.Add((d, month));
            }

            if (year is { } y)
            {
                monthsWithDays.Add((month, y));
            }
        }
    }

    /// <summary>True when one of the set may be that date: what one leaves open, the other may say.</summary>
    public bool Has(PrintedDate date) => date.Days.Any(d =>
        exact.Contains(d)
        || (d.Day is { } day && (d.Year is null ? daysOfAnyYear.Contains((day, d.Month)) : exact.Contains((day, d.Month, null))))
        || (d.Year is { } year && (d.Day is null ? monthsWithDays.Contains((d.Month, year)) : exact.Contains((null, d.Month, year)))));
}
