namespace NewsSite.Search;

/// <summary>A light stemmer for Arabic, of the family of "light10" (Larkey, Ballesteros and Connell, 2007): the article with what is written together with it, and the commonest endings.</summary>
internal static class ArabicStem
{
    private static readonly string[] Beginnings = ["وال", "بال", "كال", "فال", "ال", "لل"];
    private static readonly string[] Endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

    public static string Of(string word)
    {
        var stem = word;
        if (stem.Length > 4 && stem[0] == 'و' && !stem.StartsWith("وال", StringComparison.Ordinal))
        {
            stem = stem[1..];
        }

        foreach (var beginning in Beginnings)
        {
            if (stem.Length - beginning.Length >= 2 && stem.StartsWith(beginning, StringComparison.Ordinal))
            {
                stem = stem[beginning.Length..];
                break;
            }
        }

        foreach (var ending in Endings)
        {
            if (stem.Length - ending.Length >= 3 && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = stem[..^ending.Length];
            }
        }

        return stem;
    }
}
