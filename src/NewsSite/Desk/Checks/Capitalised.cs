using System.Globalization;

namespace NewsSite.Desk.Checks;

/// <summary>Words that begin with a capital and go on in small letters, alone and in a row.</summary>
internal static class Capitalised
{
    /// <summary>All of them.</summary>
    public static IEnumerable<string> WordsIn(string text) => RowsIn(text).SelectMany(row => row);

    /// <summary>Those that stand beside one another with nothing but a space between; an initial with its full stop is one of the row.</summary>
    public static IEnumerable<IReadOnlyList<string>> RowsIn(string text)
    {
        var row = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                if (text[i] is not (' ' or '\u00A0') && row.Count > 0)
                {
                    yield return row;
                    row = [];
                }

                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark || (text[i] is '-' or '’' or '\'' or 'ʼ' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
            {
                i++;
            }

            var word = text[start..i];
            if (word.Length == 1 && char.IsUpper(word[0]) && i < text.Length && text[i] == '.')
            {
                row.Add(word + ".");
                i++;
            }
            else if (word.Length > 1 && char.IsUpper(word[0]) && word.Skip(1).Any(char.IsLower))
            {
                row.Add(word);
            }
            else if (row.Count > 0)
            {
                yield return row;
                row = [];
            }
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }
}
