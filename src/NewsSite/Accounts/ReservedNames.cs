using System.Collections.Frozen;
using System.Text;
using NewsSite.Text;

namespace NewsSite.Accounts;

/// <summary>Names that would speak for the publication: its own, and what its staff are called, in the languages it is written in.</summary>
internal sealed class ReservedNames
{
    /// <summary>No name holds these, alone or among other words.</summary>
    private static readonly string[] Phrases =
    [
        "admin", "admins", "administrator", "administrators", "moderator", "moderators", "editor", "editors", "newsroom",
        "адмін", "адміністратор", "адміністраторка", "адміністрація", "модератор", "модераторка", "редактор", "редакторка", "редакція",
        "إدارة الموقع", "مدير الموقع", "مشرف الموقع", "هيئة التحرير", "رئيس التحرير", "رئيسة التحرير", "مدير التحرير", "غرفة الأخبار",
    ];

    /// <summary>No name is just these; in longer ones they are names of people and places: Musharraf, Tahrir Square.</summary>
    private static readonly string[] Alone =
    [
        "إدارة", "الإدارة", "مدير", "المدير", "مديرة", "مشرف", "المشرف", "مشرفة", "المشرفة", "محرر", "المحرر", "محررة", "المحررة", "التحرير",
    ];

    private readonly FrozenSet<string> phrases;
    private readonly FrozenSet<string> alone;
    private readonly int longest;

    public ReservedNames(string siteName)
    {
        SiteName = siteName;
        var named = Phrases.Append(siteName).Select(WordsOf).Where(words => words.Count > 0).ToList();
        phrases = named.SelectMany(words => Forms(string.Join(' ', words))).ToFrozenSet();
        // Whatever stands between the letters: "A.d.m.i.n", "News Room".
        alone = named.Concat(Alone.Select(WordsOf)).SelectMany(words => Forms(string.Concat(words))).ToFrozenSet();
        longest = named.Max(words => words.Count);
    }

    /// <summary>The publication's name they were made for.</summary>
    public string SiteName { get; }

    /// <summary>True when the name speaks for the publication, or looks as if it did.</summary>
    public bool Hold(string name)
    {
        var words = WordsOf(name);
        return Forms(string.Concat(words)).Any(alone.Contains)
            || Enumerable.Range(0, words.Count).Any(first => Enumerable.Range(1, Math.Min(longest, words.Count - first))
                .Any(count => Forms(string.Join(' ', words.Skip(first).Take(count))).Any(phrases.Contains)));
    }

    private static string[] Forms(string text) => [ConfusableSkeleton.Of(text), ConfusableSkeleton.AsWritten(text)];

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return word.Length > 0 ? [.. words, word.ToString()] : words;
    }
}
