namespace NewsSite.Desk.Checks;

/// <summary>What can be counted in a stretch of text, however it is written.</summary>
/// <param name="Dates">The dates.</param>
/// <param name="Numbers">The numbers in digits that belong to no date and no time.</param>
/// <param name="Soft">Numbers that are there some other way: in words, in Roman numerals, as a part of a date or a time. They answer for a number elsewhere and ask for none.</param>
internal sealed record StretchFacts(IReadOnlyList<PrintedDate> Dates, IReadOnlyList<PrintedNumber> Numbers, IReadOnlySet<decimal> Soft)
{
    /// <summary>Reads them.</summary>
    public static StretchFacts Read(string text, string language)
    {
        var digits = Numerals.InAscii(text);
        var tokens = Token.Of(digits);
        var dates = PrintedDate.Read(text, digits, tokens, language);
        var times = PrintedNumber.TakeTimes(digits, tokens);
        var soft = NumberWords.In(tokens, language);
        soft.UnionWith(Numerals.Roman(tokens));
        soft.UnionWith(dates.SelectMany(d => d.Parts));
        soft.UnionWith(times);
        return new StretchFacts(dates, PrintedNumber.Read(text, digits, language), soft);
    }
}

/// <summary>A word, a run of digits, or a sign.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Text">As it stands there.</param>
internal readonly record struct Token(int Start, string Text)
{
    /// <summary>True for a run of digits.</summary>
    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    /// <summary>True for a word.</summary>
    public bool IsWord => char.IsLetter(Text[0]);

    /// <summary>The number; -1 for anything else and for one of more than four digits.</summary>
    public int Number => IsNumber && Text.Length <= 4 ? int.Parse(Text, System.Globalization.CultureInfo.InvariantCulture) : -1;

    /// <summary>Cuts a text whose digits are ASCII; white space is left out.</summary>
    public static List<Token> Of(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (char.IsAsciiDigit(text[start]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }
            }
            else if (char.IsLetter(text[start]))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || IsInWord(text[i])))
                {
                    i++;
                }
            }
            else if (char.IsWhiteSpace(text[start]))
            {
                continue;
            }

            tokens.Add(new Token(start, text[start..i].ToString()));
        }

        return tokens;
    }

    private static bool IsInWord(char c) => c is '\'' or '’' or 'ʼ' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
