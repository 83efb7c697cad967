namespace NewsSite.Articles;

/// <summary>How long a piece takes to read.</summary>
public static class ReadingTime
{
    /// <summary>Words a minute for alphabetic scripts; silent reading of non-fiction, M. Brysbaert, Journal of Memory and Language 109 (2019).</summary>
    public const int WordsPerMinute = 238;

    /// <summary>Words a minute in Arabic, whose words carry their prepositions and pronouns; from the same review (its figure of 181 ± 29, rounded to ten).</summary>
    public const int ArabicWordsPerMinute = 180;

    /// <summary>Whole minutes, at least one, rounded up from a third of a minute on.</summary>
    public static int Minutes(int words, string language)
    {
        var pace = language.StartsWith("ar", StringComparison.Ordinal) ? ArabicWordsPerMinute : WordsPerMinute;
        return Math.Max(1, (int)Math.Floor((words / (double)pace) + (2.0 / 3)));
    }
}
