using System.Globalization;
using System.Text;

namespace NewsSite.Citing;

/// <summary>
/// Writes a citation as a BibTeX entry. An <c>@article</c>, for that is the kind every style knows; the fields for what a translation was made from are biblatex's, and the
/// older styles pass over them. UTF-8, as biber and every newer BibTeX read it.
/// </summary>
public static class BibTexCitation
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/x-bibtex";

    /// <summary>What babel and biblatex call languages, by the first part of their tags.</summary>
    private static readonly Dictionary<string, string> Languages = new()
    {
        ["ar"] = "arabic", ["be"] = "belarusian", ["bg"] = "bulgarian", ["ca"] = "catalan", ["cs"] = "czech", ["da"] = "danish", ["de"] = "german", ["el"] = "greek", ["en"] = "english",
        ["es"] = "spanish", ["et"] = "estonian", ["eu"] = "basque", ["fa"] = "persian", ["fi"] = "finnish", ["fr"] = "french", ["he"] = "hebrew", ["hr"] = "croatian", ["hu"] = "hungarian",
        ["hy"] = "armenian", ["it"] = "italian", ["ja"] = "japanese", ["ka"] = "georgian", ["ko"] = "korean", ["lt"] = "lithuanian", ["lv"] = "latvian", ["mk"] = "macedonian", ["nb"] = "norwegian",
        ["nl"] = "dutch", ["nn"] = "nynorsk", ["pl"] = "polish", ["pt"] = "portuguese", ["ro"] = "romanian", ["ru"] = "russian", ["sk"] = "slovak", ["sl"] = "slovene", ["sr"] = "serbian",
        ["sv"] = "swedish", ["tr"] = "turkish", ["uk"] = "ukrainian", ["zh"] = "chinese",
    };

    /// <summary>Writes it.</summary>
    public static string Write(Citation citation)
    {
        var entry = new StringBuilder("@article{").Append(citation.Key).Append(",\n");
        Add("author", Names(citation.Authors));
        Add("title", Whole(citation.Title));
        Add("translator", Names(citation.Translators));
        Add("journal", Whole(citation.Publisher));
        Add("date", Date(citation.Day));
        Add("year", citation.Day.Year.ToString(CultureInfo.InvariantCulture));
        Add("url", citation.Address);
        Add("langid", Languages.GetValueOrDefault(citation.Language.Split('-')[0]));
        if (citation.Original is { } original)
        {
            Add("origtitle", original.Title is { } title ? Whole(title) : null);
            Add("origlanguage", original.Language is { } language ? Languages.GetValueOrDefault(language.Split('-')[0]) ?? language : null);
            Add("origdate", original.Day is { } day ? Date(day) : null);
            Add("origpublisher", Whole(original.Publication));
        }

        return entry.Append("}\n").ToString();

        void Add(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                entry.Append("  ").Append(field).Append(" = {").Append(value).Append("},\n");
            }
        }
    }

    /// <summary>Text as BibTeX and TeX take it: no character of it is a command, and no brace stands without the other.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '\\' => "{\\textbackslash}",
                // Not \{: BibTeX counts braces, escaped or not.
                '{' => "{\\textbraceleft}",
                '}' => "{\\textbraceright}",
                '~' => "{\\textasciitilde}",
                '^' => "{\\textasciicircum}",
                '#' or '$' or '%' or '&' or '_' => $"\\{c}",
                _ => c,
            });
        }

        return escaped.ToString();
    }

    /// <summary>Keeps styles from changing capitals, which they would do by the rules of English.</summary>
    private static string Whole(string text) => $"{{{Escaped(text)}}}";

    /// <summary>Each name in braces: a whole one, in which neither a comma nor an "and" means anything.</summary>
    private static string Names(IEnumerable<string> names) => string.Join(" and ", names.Select(Whole));

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
