using System.Text;

namespace NewsSite.Text;

/// <summary>
/// Takes out of what was typed what no text holds and a database or a page may choke on: control characters, halves of surrogate pairs. PostgreSQL refuses U+0000 outright.
/// </summary>
public static class TypedText
{
    /// <summary>A text of several lines; tabs and line breaks stay, and every line break is one line feed.</summary>
    public static string Clean(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                text.Append(rune);
            }
        }

        return text.ToString();
    }

    /// <summary>A text of one line: trimmed, and every run of white space one space.</summary>
    public static string Line(string typed) => string.Join(' ', Clean(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
