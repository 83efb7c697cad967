using System.Globalization;

namespace NewsSite.Desk.Checks;

/// <summary>A number in digits. Separators mean different things in different languages, so one may have two values; it is the same as another that shares one.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Values">What it may be.</param>
internal sealed record PrintedNumber(string Text, IReadOnlyList<decimal> Values)
{
    /// <summary>Numbers of more digits are looked at in their last ones only; they are names, not amounts.</summary>
    private const int MostDigits = 18;

    /// <summary>Takes the times of day out of the text and out of the tokens, and says what they answer for: hours by either clock, and minutes.</summary>
    public static IEnumerable<decimal> TakeTimes(char[] digits, List<Token> tokens)
    {
        var found = new List<decimal>();
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            var (hour, sign, minute) = (tokens[i], tokens[i + 1], tokens[i + 2]);
            if (hour.Number is >= 0 and <= 24 && sign.Text == ":" && minute.Number is >= 0 and < 60 && minute.Text.Length == 2 && sign.Start == hour.Start + hour.Text.Length && minute.Start == sign.Start + 1)
            {
                var rest = minute.Number / 100m;
                found.AddRange([hour.Number, hour.Number % 12, (hour.Number % 12) + 12, minute.Number, hour.Number + rest, (hour.Number % 12) + rest, (hour.Number % 12) + 12 + rest]);
                Array.Fill(digits, '\u0002', hour.Start, minute.Start + minute.Text.Length - hour.Start);
            }
        }

        return found;
    }

    /// <summary>The numbers of a text from which dates and times were taken.</summary>
    /// <param name="text">As printed.</param>
    /// <param name="digits">The same with ASCII digits.</param>
    /// <param name="language">Whose words for thousand and million may follow.</param>
    public static IReadOnlyList<PrintedNumber> Read(string text, char[] digits, string language)
    {
        var numbers = new List<PrintedNumber>();
        var lastEnd = -1;
        for (var i = 0; i < digits.Length;)
        {
            if (!char.IsAsciiDigit(digits[i]))
            {
                i++;
                continue;
            }

            var (end, values) = ReadOne(digits, i, language);
            var scale = NumberWords.ScaleAfter(digits, end, language);
            if (scale > 1)
            {
                values = [.. values.Select(v => v < 1e15m ? v * scale : v)];
                // "From 2 to 3 million" says millions both times.
                if (numbers.Count > 0 && IsRange(digits.AsSpan(lastEnd, i - lastEnd)))
                {
                    numbers[^1] = numbers[^1] with { Values = [.. numbers[^1].Values, .. numbers[^1].Values.Where(v => v < 1e15m).Select(v => v * scale)] };
                }
            }

            // The second year of 2014–15 is 2015.
            if (numbers.Count > 0 && values is [< 100 and > 0] && end - i == 2 && i == lastEnd + 1 && digits[lastEnd] is '-' or '–' or '/' && numbers[^1].Values is [> 1000 and < 2100 and var first])
            {
                values = [values[0], first - (first % 100) + values[0]];
            }

            numbers.Add(new PrintedNumber(text[i..end], values));
            lastEnd = i = end;
        }

        return numbers;
    }

    private static (int End, IReadOnlyList<decimal> Values) ReadOne(char[] text, int start, string language)
    {
        var groups = new List<(int Start, int Length)>();
        var signs = new List<char>();
        var at = start;
        while (true)
        {
            var begin = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            groups.Add((begin, at - begin));
            if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]) || Meaning(text[at]) is not { } sign || (sign == ' ' && !IsGroup(text, at + 1, groups[0].Length)))
            {
                break;
            }

            signs.Add(sign);
            at++;
        }

        var last = groups[^1];
        var areThousands = groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3);
        return signs switch
        {
            [] => (at, [Value(text, groups)]),
            _ when signs.TrueForAll(s => s == ' ') => (at, [Value(text, groups)]),
            [','] when areThousands && HasThousandsCommas(language) && text[start] != '0' => (at, [Value(text, groups)]),
            [',' or '.'] when areThousands && !HasThousandsCommas(language) && text[start] != '0' => (at, [Value(text, groups), Value(text, groups[..1], last)]),
            [_] => (at, [Value(text, groups[..1], last)]),
            _ when areThousands && signs.TrueForAll(s => s == signs[0]) => (at, [Value(text, groups)]),
            _ when signs[^1] != signs[0] && signs.Take(signs.Count - 1).All(s => s == signs[0]) && groups[0].Length <= 3 && groups.Skip(1).SkipLast(1).All(g => g.Length == 3) => (at, [Value(text, groups[..^1], last)]),
            // A version, a telephone number, a list: one number after the other.
            _ => (groups[0].Start + groups[0].Length, [Value(text, groups[..1])]),
        };
    }

    /// <summary>Where a comma parts thousands, a full stop parts tenths; elsewhere writers follow their own habits or their source's.</summary>
    private static bool HasThousandsCommas(string language) => language.Split('-')[0] is "en" or "ar" or "he" or "zh" or "ja" or "ko" or "th";

    /// <summary>A full stop, a comma, or a space of thousands; null for what separates no digits.</summary>
    private static char? Meaning(char c) => c switch
    {
        '.' => '.',
        '٫' => '.',
        ',' => ',',
        '٬' or '\'' or '’' or ' ' or '\u00A0' or '\u202F' or '\u2009' => ' ',
        _ => null,
    };

    private static bool IsGroup(char[] text, int start, int before) =>
        before <= 3 && start + 3 <= text.Length && char.IsAsciiDigit(text[start + 1]) && char.IsAsciiDigit(text[start + 2]) && (start + 3 == text.Length || !char.IsAsciiDigit(text[start + 3]));

    private static decimal Value(char[] text, List<(int Start, int Length)> whole, (int Start, int Length)? rest = null)
    {
        var digits = string.Concat(whole.Select(g => new string(text, g.Start, g.Length)));
        digits = digits.Length > MostDigits ? digits[^MostDigits..] : digits;
        var decimals = rest is { } r ? new string(text, r.Start, Math.Min(r.Length, 8)) : "0";
        return decimal.Parse($"{digits}.{decimals}", CultureInfo.InvariantCulture);
    }

    private static bool IsRange(ReadOnlySpan<char> between) => between.Trim() is "-" or "–" or "—" or "to" or "до" or "do" or "bis" or "à" or "إلى" or "and" or "і" or "и" or "und" or "or" or "або" or "или";
}
