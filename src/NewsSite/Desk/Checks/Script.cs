namespace NewsSite.Desk.Checks;

/// <summary>Which of the large scripts a text is in.</summary>
internal static class Script
{
    /// <summary>Fewer letters tell nothing.</summary>
    private const int LeastLetters = 20;

    private static readonly Dictionary<string, char> Languages = new()
    {
        ["uk"] = 'С', ["ru"] = 'С', ["be"] = 'С', ["bg"] = 'С', ["mk"] = 'С', ["ar"] = 'ع', ["fa"] = 'ع', ["ur"] = 'ع', ["he"] = 'א', ["yi"] = 'א', ["el"] = 'Ω', ["ja"] = '字', ["zh"] = '字', ["ko"] = '한', ["ka"] = 'ა', ["hy"] = 'Ա',
        ["en"] = 'A', ["pl"] = 'A', ["de"] = 'A', ["fr"] = 'A', ["es"] = 'A', ["it"] = 'A', ["pt"] = 'A', ["cs"] = 'A', ["sk"] = 'A', ["lt"] = 'A', ["lv"] = 'A', ["ro"] = 'A', ["tr"] = 'A', ["nl"] = 'A',
    };

    /// <summary>The script a language is written in, as one of its letters; null for one that is not known here, or has more than one.</summary>
    public static char? ForLanguage(string language) => Languages.TryGetValue(language.Split('-')[0], out var script) ? script : null;

    /// <summary>The script most letters are of, as one of its letters; null where there are hardly any letters, or none has most.</summary>
    public static char? Of(IEnumerable<string> texts)
    {
        var counts = new Dictionary<char, int>();
        foreach (var script in texts.SelectMany(t => t).Where(char.IsLetter).Select(OfLetter))
        {
            counts[script] = counts.GetValueOrDefault(script) + 1;
        }

        var all = counts.Values.Sum();
        if (all < LeastLetters)
        {
            return null;
        }

        var most = counts.MaxBy(c => c.Value);
        return most.Value * 3 < all * 2 ? null : most.Key;
    }

    private static char OfLetter(char c) => c switch
    {
        < '\u0370' or (>= '\u1E00' and <= '\u1EFF') => 'A',
        <= '\u03FF' or (>= '\u1F00' and <= '\u1FFF') => 'Ω',
        <= '\u052F' => 'С',
        >= '\u0530' and <= '\u058F' => 'Ա',
        >= '\u0590' and <= '\u05FF' or (>= '\uFB1D' and <= '\uFB4F') => 'א',
        >= '\u0600' and <= '\u077F' or (>= '\u08A0' and <= '\u08FF') or (>= '\uFB50' and <= '\uFEFC') => 'ع',
        >= '\u10A0' and <= '\u10FF' => 'ა',
        >= '\u3040' and <= '\u9FFF' => '字',
        >= '\uAC00' and <= '\uD7AF' => '한',
        _ => '?',
    };
}
