using System.Globalization;
using System.Text;

namespace NewsSite.Accounts;

/// <summary>Which characters a name is made of: what can be seen, and reads in one direction as its letters do.</summary>
internal static class NameCharacters
{
    /// <summary>More marks on one letter hide the lines above and below; no language needs as many.</summary>
    private const int MostMarks = 3;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Letters and signs that print nothing though their category does not say so: fillers, blanks, selectors of variants.</summary>
    private static readonly (int First, int Last)[] Invisible =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0),
        (0xFFFC, 0xFFFD), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Scripts whose letters join, so that a joiner or non-joiner between them is spelling: Arabic, Syriac and N'Ko; those of India; Myanmar; Khmer; Mongolian.</summary>
    private static readonly (int First, int Last)[] Joining =
    [
        (0x0600, 0x07FF), (0x0860, 0x08FF), (0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1800, 0x18AF), (0xA840, 0xA9FF),
    ];

    /// <summary>True when the name can be printed and read: only visible characters, a letter among them.</summary>
    public static bool Fit(string name)
    {
        var runes = name.EnumerateRunes().ToArray();
        var letters = false;
        var marks = 0;
        for (var i = 0; i < runes.Length; i++)
        {
            if (!(IsJoiner(runes[i]) ? IsBetweenJoining(runes, i) : IsVisible(runes[i])))
            {
                return false;
            }

            letters |= Rune.IsLetter(runes[i]);
            marks = IsMark(runes[i]) ? marks + 1 : 0;
            if (marks > MostMarks)
            {
                return false;
            }
        }

        return letters;
    }

    private static bool IsVisible(Rune rune) => !IsIn(Invisible, rune) && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner;

    private static bool IsBetweenJoining(Rune[] runes, int at) =>
        at > 0 && at < runes.Length - 1 && IsPartOfJoining(runes[at - 1]) && IsPartOfJoining(runes[at + 1]);

    private static bool IsPartOfJoining(Rune rune) => (Rune.IsLetter(rune) || IsMark(rune)) && IsIn(Joining, rune);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsIn((int First, int Last)[] ranges, Rune rune) => Array.Exists(ranges, r => rune.Value >= r.First && rune.Value <= r.Last);
}
