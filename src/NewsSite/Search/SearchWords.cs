using System.Globalization;
using System.Text;

namespace NewsSite.Search;

/// <summary>
/// Cuts texts into words and levels them, the same way for what is searched and for what is asked, whatever the language: databases know too little of any script but Latin,
/// and each something else. Small letters, compatibility forms, no marks on Latin, Greek, Cyrillic, Hebrew and Arabic letters but those that make another letter (й, ї).
/// Scripts written without spaces give a word for every character; whoever asks for several gets those that stand together.
/// </summary>
public static class SearchWords
{
    /// <summary>The longest word, in characters; what is longer is cut.</summary>
    public const int MaxLength = 48;

    private const char LatinEnds = '\u0250';

    /// <summary>Vowel and other marks matter to letters from here on: the scripts of India and beyond.</summary>
    private const char MarksMatter = '\u0700';

    /// <summary>The words of a text, in order.</summary>
    public static List<SearchWord> Of(string text)
    {
        var words = new List<SearchWord>(text.Length / 6);
        var start = -1;
        for (var i = 0; i <= text.Length;)
        {
            var length = 1;
            var kind = i == text.Length ? Part.None : KindOf(text, i, out length);
            if (kind == Part.Word && start < 0)
            {
                start = i;
            }
            else if (start >= 0 && kind == Part.Apostrophe && IsPossessive(text, i))
            {
                Add(words, text, start, i);
                start = -1;
                length = 2;
            }
            else if (start >= 0 && kind == Part.Apostrophe && JoinsAt(text, start, i))
            {
                // Within the word; folding drops it.
            }
            else if (start >= 0 && kind is not (Part.Word or Part.Invisible))
            {
                Add(words, text, start, i);
                start = -1;
            }

            if (kind == Part.Alone)
            {
                words.Add(new SearchWord(i, length, text.Substring(i, length)));
            }

            i += length;
        }

        return words;
    }

    private static void Add(List<SearchWord> words, string text, int start, int end)
    {
        var folded = Fold(text.AsSpan(start, end - start));
        if (folded.Length > 0)
        {
            words.Add(new SearchWord(start, end - start, folded));
        }
    }

    /// <summary>
    /// An apostrophe between letters is part of the word (п'ять, don't). Among Latin letters it ends the word after one or two of them, so that l'eau and O'Brien are two words,
    /// eau and Brien among them.
    /// </summary>
    private static bool JoinsAt(string text, int start, int at)
    {
        if (at + 1 >= text.Length || KindOf(text, at + 1, out _) != Part.Word)
        {
            return false;
        }

        return text[at - 1] >= LatinEnds || at - start > 2;
    }

    /// <summary>True at the apostrophe of a Latin word's possessive s, which is no part of the name: Portnikov's is Portnikov.</summary>
    private static bool IsPossessive(string text, int at) => text[at - 1] < LatinEnds && at + 1 < text.Length && text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || KindOf(text, at + 2, out _) != Part.Word);

    private enum Part
    {
        None,
        Word,
        Apostrophe,
        Invisible,
        Alone,
    }

    private static Part KindOf(string text, int i, out int length)
    {
        var c = text[i];
        length = 1;
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c) ? Part.Word : c == '\'' ? Part.Apostrophe : Part.None;
        }

        if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out length) != System.Buffers.OperationStatus.Done)
        {
            length = 1;
            return Part.None;
        }

        if (IsAlone(rune.Value))
        {
            return Part.Alone;
        }

        return rune.Value is 0x2019 or 0x02BC or 0x2018 or 0xFF07 ? Part.Apostrophe : Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => Part.Word,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Part.Word,
            UnicodeCategory.Format => Part.Invisible,
            _ => Part.None,
        };
    }

    /// <summary>Chinese characters, kana, Thai, Lao, Burmese, Khmer.</summary>
    private static bool IsAlone(int c) => c is >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0x3041 and <= 0x30FF or >= 0xF900 and <= 0xFAFF
        or >= 0x20000 and <= 0x3FFFF or >= 0x0E01 and <= 0x0EDF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17D3;

    /// <summary>Levels a word.</summary>
    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[MaxLength];
        var n = 0;
        foreach (var c in word)
        {
            if (n == plain.Length)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                plain[n++] = (char)(c | 0x20);
            }
            else if (c is >= 'а' and <= 'я' or 'і' or 'ї' or 'є')
            {
                plain[n++] = c;
            }
            else if (c is >= 'А' and <= 'Я')
            {
                plain[n++] = (char)(c + 0x20);
            }
            else if (c is not ('\'' or '\u2019' or '\u02BC' or '\u2018' or '\uFF07'))
            {
                return FoldSlowly(word);
            }
        }

        return new string(plain[..n]);
    }

    private static string FoldSlowly(ReadOnlySpan<char> word)
    {
        var decomposed = word.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        var bearer = '\0';
        foreach (var c in decomposed)
        {
            if (folded.Length >= MaxLength)
            {
                break;
            }

            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark when bearer < MarksMatter:
                    // й and ї are letters of their own; every other mark is passed over.
                    if (folded.Length > 0 && (bearer, c) is ('и', '\u0306') or ('і', '\u0308'))
                    {
                        folded[^1] = bearer == 'и' ? 'й' : 'ї';
                    }

                    break;
                case UnicodeCategory.Format:
                // What some letters are short for has spaces and signs in it.
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.OtherNumber or (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol):
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                    break;
                default:
                    bearer = c;
                    Append(folded, c);
                    break;
            }
        }

        // Halves of a pair never part.
        return folded.Length > 0 && char.IsHighSurrogate(folded[^1]) ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case '\'' or '\u2019' or '\u02BC' or '\u2018' or 'ـ':
                break;
            case 'ß':
                folded.Append("ss");
                break;
            case 'æ':
                folded.Append("ae");
                break;
            case 'œ':
                folded.Append("oe");
                break;
            case 'þ':
                folded.Append("th");
                break;
            default:
                folded.Append(c switch
                {
                    'ø' => 'o',
                    'ł' => 'l',
                    'đ' or 'ð' => 'd',
                    'ħ' => 'h',
                    'ı' => 'i',
                    'ґ' => 'г',
                    'ς' => 'σ',
                    'ى' or 'ی' => 'ي',
                    'ة' => 'ه',
                    'ک' => 'ك',
                    'ٱ' => 'ا',
                    _ => c,
                });
                break;
        }
    }
}
