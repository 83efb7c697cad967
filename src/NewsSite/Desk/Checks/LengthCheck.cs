using System.Globalization;

namespace NewsSite.Desk.Checks;

/// <summary>
/// A translation much shorter or longer than such translations are. Languages need different numbers of letters to say the same: Arabic leaves short vowels out, German
/// spells everything out, Chinese writes a word in a letter or two. From the usual ratio of the pair a careful translation strays by a fifth; the band allows half as much again
/// and more, for what an editor has cut or explained on purpose.
/// </summary>
internal static class LengthCheck
{
    /// <summary>An original with fewer letters tells nothing.</summary>
    private const int LeastLetters = 600;

    private const double Shortest = 0.7;
    private const double Longest = 1.45;

    /// <summary>Letters for the same text, where English needs 100.</summary>
    private static readonly Dictionary<string, int> Letters = new()
    {
        ["en"] = 100, ["uk"] = 98, ["ru"] = 100, ["be"] = 98, ["bg"] = 100, ["pl"] = 104, ["cs"] = 94, ["sk"] = 96, ["de"] = 112, ["nl"] = 108, ["fr"] = 110, ["es"] = 106, ["it"] = 106, ["pt"] = 104, ["ro"] = 106,
        ["lt"] = 98, ["lv"] = 98, ["fi"] = 104, ["hu"] = 104, ["tr"] = 100, ["ka"] = 104, ["hy"] = 106, ["el"] = 110, ["ar"] = 80, ["fa"] = 84, ["ur"] = 90, ["he"] = 76, ["zh"] = 30, ["ja"] = 45, ["ko"] = 48,
    };

    /// <summary>The finding, if there is one.</summary>
    public static IEnumerable<Finding> Find(TranslationPair pair)
    {
        double original = pair.Original.Stretches.Sum(s => s.Length);
        double body = pair.Body.Stretches.Sum(s => s.Length);
        var usual = Usual(pair.Original.Language, pair.Body.Language);
        if (original >= LeastLetters && body > 0 && (body < Shortest * usual * original || body > Longest * usual * original))
        {
            yield return Finding.Advice(body < usual * original ? "MuchShorter" : "MuchLonger", "body", null, Percent(body / original), Percent(Shortest * usual), Percent(Longest * usual));
        }
    }

    /// <summary>The letters of a translation for each letter of the original, as a rule.</summary>
    public static double Usual(string from, string into) => Needs(into) / Needs(from);

    private static double Needs(string language) => Letters.GetValueOrDefault(language.Split('-')[0], 100);

    private static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture);
}
