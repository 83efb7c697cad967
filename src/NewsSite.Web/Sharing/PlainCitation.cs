using NewsSite.Citing;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Sharing;

/// <summary>Writes a citation for people, in the words of the article's language. No style of any school: everything known, in the order readers ask for it.</summary>
public static class PlainCitation
{
    /// <summary>Writes it, in one line.</summary>
    public static string Write(Citation citation, Words words)
    {
        var parts = new List<string?>
        {
            TextRuns.Names(citation.Authors, words),
            words.Format("Cite.Title", citation.Title),
            citation.Interviewers.Count == 0 ? null : words.Format("Cite.Interview", TextRuns.Names(citation.Interviewers, words)),
            citation.Translators.Count == 0 ? null
                : citation.Original?.Language is { } from && from != citation.Language ? words.Format("Cite.Translated", TextRuns.Names(citation.Translators, words), words.FromLanguage(from))
                : words.Format("Cite.TranslatedPlain", TextRuns.Names(citation.Translators, words)),
            citation.Publisher,
            words.Date(citation.Day),
            citation.Address,
        };
        return citation.Original is { } original ? $"{Join(parts)}. {words.Format("Cite.Original", OriginalOf(original, words))}" : $"{Join(parts)}.";

        string Join(IEnumerable<string?> some) => string.Join(words.Language == "ar" ? "، " : ", ", some.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>What is said of the original, in one line.</summary>
    public static string OriginalOf(CitedOriginal original, Words words)
    {
        string?[] parts = [original.Title is { } title ? words.Format("Cite.Title", title) : null, original.Publication, original.Day is { } day ? words.Date(day) : null, original.Address];
        return string.Join(words.Language == "ar" ? "، " : ", ", parts.OfType<string>());
    }
}
