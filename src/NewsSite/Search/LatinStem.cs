namespace NewsSite.Search;

/// <summary>A light stemmer for English: the plural, ‑ed, ‑ing, ‑ion and ‑or after t, and the e and y at the end. Lighter than Porter's, which makes one of news and new, of university and universe.</summary>
internal static class LatinStem
{
    /// <summary>What must be left of a word when an ending goes.</summary>
    private const int Least = 3;

    public static string Of(string word)
    {
        if (word[^1] <= '9')
        {
            return word;
        }

        var stem = Singular(word);
        stem = WithoutVerbEnding(stem);
        if (stem.Length > 5 && stem.EndsWith("tion", StringComparison.Ordinal))
        {
            stem = stem[..^3];
        }
        else if (stem.Length > 5 && stem.EndsWith("ator", StringComparison.Ordinal))
        {
            stem = stem[..^2];
        }

        return stem.Length > Least && stem[^1] == 'e' ? stem[..^1]
            : stem.Length > Least && stem[^1] == 'y' && !IsVowel(stem[^2]) ? stem[..^1] + 'i'
            : stem;
    }

    private static string Singular(string word) =>
        word.Length <= Least || word[^1] != 's' ? word
        : word.EndsWith("ies", StringComparison.Ordinal) ? word.Length > 4 ? word[..^3] + 'i' : word[..^1]
        : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) ? word[..^2]
        : word[^2] is 's' or 'u' or 'i' || word is "news" ? word
        : word[..^1];

    private static string WithoutVerbEnding(string word)
    {
        var cut = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ied", StringComparison.Ordinal) ? 2 : word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal) ? 2 : 0;
        if (cut == 0 || word.Length - cut < Least || !word.AsSpan(0, word.Length - cut).ContainsAny("aeiou"))
        {
            return word;
        }

        var stem = word[..^cut];
        // running, stopped; but falling, passing.
        return stem.Length > Least && stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't' ? stem[..^1] : stem;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
