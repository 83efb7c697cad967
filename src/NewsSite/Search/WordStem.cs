namespace NewsSite.Search;

/// <summary>
/// What the forms of a word share. The script decides, not the language, which whoever asks does not say: Cyrillic words lose Ukrainian endings (and the Russian ones that
/// differ), Arabic ones the article and pronouns, Latin ones English endings, which does other languages little harm, since what is asked is cut the same way. Light on purpose:
/// a stem need be no word, it need only be the same for the forms of one and seldom the same for two.
/// </summary>
public static class WordStem
{
    /// <summary>The stem of a word levelled by <see cref="SearchWords"/>.</summary>
    public static string Of(string folded) => folded.Length < 3 ? folded : folded[0] switch
    {
        <= 'z' => LatinStem.Of(folded),
        >= '\u0400' and <= '\u04FF' => CyrillicStem.Of(folded),
        >= '\u0620' and <= '\u06D3' => ArabicStem.Of(folded),
        _ => folded,
    };
}
