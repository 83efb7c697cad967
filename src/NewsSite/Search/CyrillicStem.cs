namespace NewsSite.Search;

/// <summary>
/// A light stemmer for Ukrainian, for which PostgreSQL has no dictionary and Snowball no algorithm. It takes the endings of declension off, then the ‑ов/‑ев/‑ів of surnames and of the
/// genitive plural, and levels what changes within: українець/українця, ринок/ринку, книга/книзі, міст/мосту. Endings only Russian has are taken off too, for names and quotations.
/// </summary>
internal static class CyrillicStem
{
    /// <summary>What must be left of a word when an ending goes.</summary>
    private const int Least = 3;

    private static readonly string[] Reflexive = ["ться", "тися", "вся", "лася", "лося", "лися", "юся", "уся", "тись", "лась", "лось", "лись", "юсь"];

    // The longest that fits is taken.
    private static readonly string[][] Endings = ByLength(
        "увати ювати",
        "ують юють ають яють ього ьому ьими иями іями",
        "ого ому ими іми ами ями ові еві єві ією їєю ієм ієві ями ємо умо ить уть ють иях иям ием іях іям ією ией",
        "ою ею єю ам ям ах ях ом ем єм им ім їм их іх їх ий ій ої їй ів їв ей ія ії ію іє ає яє ує ює иш еш ый ые ых ым ой ое ая яя ую юю ие ии ия ию",
        "а я у ю о е є и і ї ь й ы э");

    public static string Of(string word)
    {
        var stem = WithoutReflexive(word);
        stem = WithoutEnding(stem);
        // Портников, Портникова; слово, слів; Київ, Києва.
        if (stem.Length >= 4 && stem.EndsWith('в') && stem[^2] is 'о' or 'е' or 'є' or 'і' or 'ї')
        {
            stem = stem[..^2];
        }

        return Level(stem);
    }

    private static string WithoutReflexive(string word)
    {
        foreach (var end in Reflexive)
        {
            if (word.Length - 2 >= Least + 1 && word.EndsWith(end, StringComparison.Ordinal))
            {
                return word[..^2];
            }
        }

        return word;
    }

    private static string WithoutEnding(string word)
    {
        foreach (var endings in Endings)
        {
            if (endings.Length > 0 && word.Length - endings[0].Length >= Least)
            {
                foreach (var end in endings)
                {
                    if (word.EndsWith(end, StringComparison.Ordinal))
                    {
                        return word[..^end.Length];
                    }
                }
            }
        }

        return word;
    }

    private static string Level(string stem)
    {
        // The vowel that comes and goes: українець, українця; ринок, ринку; січень, січня; вітер, вітру.
        if (stem.Length >= 5 && IsConsonant(stem[^3]) && stem[^2..] is "ец" or "ок" or "ек" or "ен" or "ер")
        {
            stem = string.Concat(stem.AsSpan(0, stem.Length - 2), stem.AsSpan(stem.Length - 1));
        }

        Span<char> letters = stackalloc char[stem.Length];
        stem.CopyTo(letters);
        // The consonant that softens: книга, книзі; рука, руці; муха, мусі.
        letters[^1] = letters[^1] switch { 'ц' => 'к', 'з' => 'г', 'с' => 'х', var other => other };
        // The vowel that closes: міст, мосту; рік, року.
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            if (!IsConsonant(letters[i]))
            {
                letters[i] = letters[i] == 'і' && i < letters.Length - 1 ? 'о' : letters[i];
                break;
            }
        }

        return new string(letters);
    }

    private static bool IsConsonant(char c) => c is not ('а' or 'е' or 'є' or 'и' or 'і' or 'ї' or 'о' or 'у' or 'ю' or 'я' or 'ы' or 'э' or 'ь');

    private static string[][] ByLength(params string[] lists) =>
        [.. lists.SelectMany(l => l.Split(' ')).Distinct(StringComparer.Ordinal).GroupBy(e => e.Length).OrderByDescending(g => g.Key).Select(g => g.ToArray())];
}
