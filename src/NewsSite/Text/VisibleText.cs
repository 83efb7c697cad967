using System.Globalization;

namespace NewsSite.Text;

/// <summary>What a reader sees of sanitized markup: whether there is anything, and how many words.</summary>
internal static class VisibleText
{
    /// <summary>True when something would be seen: a picture, or a character that is no space, control or invisible format mark.</summary>
    public static bool Any(string html)
    {
        for (var i = 0; i < html.Length; i++)
        {
            var c = html[i];
            if (c == '<')
            {
                if (html.AsSpan(i).StartsWith("<img ", StringComparison.Ordinal))
                {
                    return true;
                }

                i = EndOfTag(html, i);
            }
            else if (html.AsSpan(i).StartsWith("&nbsp;", StringComparison.Ordinal))
            {
                i += "&nbsp;".Length - 1;
            }
            else if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark) && c is not ('\u3164' or '\u115F' or '\u1160' or '\uFFA0' or '\u2800'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The number of words. A word is a run of letters, digits and marks, which may hold apostrophes and hyphens between them.
    /// Chinese characters and kana, written without spaces, count one word for every two, rounded up. Tags divide no word.
    /// </summary>
    public static int Words(string html)
    {
        var words = 0;
        var unspaced = 0;
        var inWord = false;
        for (var i = 0; i < html.Length; i++)
        {
            var c = html[i];
            if (c == '<')
            {
                i = EndOfTag(html, i);
            }
            else if (c == '&')
            {
                // The sanitizer writes only &amp; &lt; &gt; &quot; &nbsp;: none is part of a word.
                var end = html.IndexOf(';', i);
                i = end < 0 ? html.Length : end;
                inWord = false;
            }
            else if (IsUnspaced(html, ref i))
            {
                unspaced++;
                inWord = false;
            }
            else if (IsWordPart(html, i))
            {
                words += inWord ? 0 : 1;
                inWord = true;
                i += char.IsHighSurrogate(html[i]) ? 1 : 0;
            }
            else if (!(inWord && c is '\'' or '’' or 'ʼ' or '-' or '\u2011' or '\u200C' or '\u200D' or '\u00AD'))
            {
                inWord = false;
            }
            else if (i + 1 >= html.Length || !IsWordPart(html, i + 1))
            {
                inWord = false;
            }
        }

        return words + ((unspaced + 1) / 2);
    }

    /// <summary>Where a tag ends. The sanitizer leaves <c>&gt;</c> as it is between quotes.</summary>
    public static int EndOfTag(string html, int start)
    {
        var isQuoted = false;
        for (var i = start; i < html.Length; i++)
        {
            isQuoted ^= html[i] == '"';
            if (html[i] == '>' && !isQuoted)
            {
                return i;
            }
        }

        return html.Length;
    }

    private static bool IsWordPart(string text, int i) => CharUnicodeInfo.GetUnicodeCategory(text, i)
        is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    private static bool IsUnspaced(string text, ref int i)
    {
        if (text[i] is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF')
        {
            return true;
        }

        if (text[i] is >= '\uD840' and <= '\uD88F' && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            i++;
            return true;
        }

        return false;
    }
}
