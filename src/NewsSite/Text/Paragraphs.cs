namespace NewsSite.Text;

/// <summary>The paragraphs of a text as an editor counts them: what stands between empty lines.</summary>
public static class Paragraphs
{
    /// <summary>The paragraphs, trimmed, from the top. The lines of one stay lines.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var paragraphs = new List<string>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line.TrimEnd());
            }
            else if (lines.Count > 0)
            {
                paragraphs.Add(string.Join('\n', lines).Trim());
                lines.Clear();
            }
        }

        return paragraphs;
    }

    /// <summary>The beginning of a text, with an ellipsis where it goes on; no character is cut in two.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }
}
