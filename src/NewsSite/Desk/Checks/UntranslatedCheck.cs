namespace NewsSite.Desk.Checks;

/// <summary>Paragraphs that are still the original's: the same but for a few words, or in the original's script where the translation is in another.</summary>
internal static class UntranslatedCheck
{
    /// <summary>A paragraph with fewer words is a name, a title, a quotation.</summary>
    private const int LeastWords = 6;

    /// <summary>Words in a row that are compared, and the share of them that makes a paragraph the original's.</summary>
    private const int InARow = 3;
    private const double MostlySame = 0.6;

    /// <summary>Such paragraphs, from the top.</summary>
    public static IEnumerable<Finding> Find(TranslationPair pair)
    {
        var rows = new HashSet<int>(pair.Original.Texts.SelectMany(t => Rows(Words(t))));
        var original = Script.Of(pair.Original.Texts);
        var own = Script.ForLanguage(pair.Body.Language) ?? Script.Of(pair.Body.Texts);
        foreach (var stretch in pair.Body.Stretches)
        {
            var words = Words(stretch.Text);
            if (words.Length < LeastWords)
            {
                continue;
            }

            var mine = Rows(words).ToList();
            if (mine.Count(rows.Contains) >= MostlySame * mine.Count || (own is not null && original is not null && own != original && Script.Of([stretch.Text]) == original))
            {
                yield return Finding.Advice("Untranslated", "body", stretch.Paragraph);
            }
        }
    }

    private static int Hash(string word) => word.GetHashCode(StringComparison.OrdinalIgnoreCase);

    private static string[] Words(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c is '\'' or '’' ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Words in a row as one number each; that two rows share one by chance does not make a paragraph.</summary>
    private static IEnumerable<int> Rows(string[] words)
    {
        for (var i = 0; i + InARow <= words.Length; i++)
        {
            yield return HashCode.Combine(Hash(words[i]), Hash(words[i + 1]), Hash(words[i + 2]));
        }
    }
}
