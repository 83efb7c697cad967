using System.Globalization;
using System.Text;

namespace NewsSite.Citing;

/// <summary>
/// Writes a citation in RIS, which EndNote, Zotero and Mendeley read: one tag a line, lines ended by CR LF, UTF-8. It has no place for what a translation was made from but a
/// note; translators are <c>A4</c>.
/// </summary>
public static class RisCitation
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/x-research-info-systems";

    /// <summary>Writes it.</summary>
    public static string Write(Citation citation)
    {
        var record = new StringBuilder();
        Add("TY", "NEWS");
        foreach (var author in citation.Authors)
        {
            // A comma would divide family from given names; these are whole.
            Add("AU", author.Replace(',', ' '));
        }

        foreach (var translator in citation.Translators)
        {
            Add("A4", translator.Replace(',', ' '));
        }

        Add("TI", citation.Title);
        Add("T2", citation.Publisher);
        Add("PY", citation.Day.Year.ToString(CultureInfo.InvariantCulture));
        Add("DA", citation.Day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture));
        Add("LA", citation.Language);
        Add("UR", citation.Address);
        Add("ID", citation.Key);
        if (citation.Original is { } original)
        {
            Add("N1", $"Original: {string.Join(", ", new[] { original.Title, original.Publication, original.Language, original.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), original.Address }.OfType<string>())}");
        }

        return record.Append("ER  - \r\n").ToString();

        // Every text of a citation is one line, so nothing in it can begin a tag.
        void Add(string tag, string value) => record.Append(tag).Append("  - ").Append(Text.TypedText.Line(value)).Append("\r\n");
    }
}
