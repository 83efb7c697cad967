using System.Globalization;

namespace NewsSite.Desk.Checks;

/// <summary>Digits and Roman numerals.</summary>
internal static class Numerals
{
    /// <summary>Capitals of the Cyrillic alphabet that are typed for Roman numerals because they look the same.</summary>
    private const string Cyrillic = "ІХСМ";
    private const string Latin = "IXCM";

    /// <summary>The text with every decimal digit of any script as the ASCII one; as long as before.</summary>
    public static char[] InAscii(string text)
    {
        var result = text.ToCharArray();
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] > '\u007F' && CharUnicodeInfo.GetDecimalDigitValue(result[i]) is >= 0 and var digit)
            {
                result[i] = (char)('0' + digit);
            }
        }

        return result;
    }

    /// <summary>The Roman numerals among the words.</summary>
    public static IEnumerable<decimal> Roman(IEnumerable<Token> tokens) => tokens.Where(t => t.Text.Length <= 8 && "IVXLCMІХСМ".Contains(t.Text[0], StringComparison.Ordinal)).Select(t => RomanValue(t.Text)).Where(v => v > 0).Select(v => (decimal)v);

    private static int RomanValue(string word)
    {
        var (sum, last) = (0, 0);
        foreach (var c in word.Reverse())
        {
            var value = (Cyrillic.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? Latin[i] : c) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'M' => 1_000, _ => 0 };
            if (value == 0)
            {
                return 0;
            }

            sum += value < last ? -value : value;
            last = Math.Max(last, value);
        }

        return sum;
    }
}
