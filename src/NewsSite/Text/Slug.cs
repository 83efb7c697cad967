using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Text;

/// <summary>The part of an address that names a thing: lower-case Latin letters, digits and single hyphens.</summary>
public static partial class Slug
{
    /// <summary>The longest slug, in characters.</summary>
    public const int MaxLength = 80;

    /// <summary>Ukrainian letters as the resolution of the Cabinet of Ministers No. 55 (2010) writes them in the middle of a word; other Cyrillic letters by the same sound.</summary>
    private static readonly Dictionary<char, string> Cyrillic = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "h", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ie", ['ж'] = "zh", ['з'] = "z",
        ['и'] = "y", ['і'] = "i", ['ї'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p",
        ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch",
        ['ь'] = "", ['ю'] = "iu", ['я'] = "ia", ['ы'] = "y", ['э'] = "e", ['ё'] = "io", ['ъ'] = "", ['ў'] = "u",
    };

    /// <summary>Letters that keep no base letter when their marks are taken off.</summary>
    private static readonly Dictionary<char, string> Latin = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ı'] = "i", ['ħ'] = "h",
    };

    /// <summary>True when the text is a slug as it stands.</summary>
    public static bool IsValid(string? text) => text is not null && text.Length is > 0 and <= MaxLength && Pattern().IsMatch(text);

    /// <summary>Makes a slug of a headline or name: marks taken off, Cyrillic written in Latin, the rest dropped, cut at a word. Empty when nothing is left, as for Arabic.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Replace("’", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("ʼ", "", StringComparison.Ordinal))
        {
            // Cyrillic й and ї carry marks of their own, so the table is asked before the marks are taken off.
            var plain = Cyrillic.TryGetValue(c, out var cyrillic) ? cyrillic
                : Latin.TryGetValue(c, out var latin) ? latin
                : WithoutMarks(c);
            foreach (var p in plain)
            {
                if (char.IsAsciiLetterLower(p) || char.IsAsciiDigit(p))
                {
                    slug.Append(p);
                }
                else if (slug.Length > 0 && slug[^1] != '-')
                {
                    slug.Append('-');
                }
            }
        }

        return Shorten(slug.ToString().Trim('-'));
    }

    private static string WithoutMarks(char c) => char.IsSurrogate(c)
        ? "-"
        : string.Concat(c.ToString().Normalize(NormalizationForm.FormD).Where(d => CharUnicodeInfo.GetUnicodeCategory(d) != UnicodeCategory.NonSpacingMark));

    private static string Shorten(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var cut = slug.LastIndexOf('-', MaxLength);
        return slug[..(cut > MaxLength / 2 ? cut : MaxLength)].TrimEnd('-');
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
