using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Credits;

namespace NewsSite.Import;

/// <summary>A credit line: whom it names in which role, or the outlet.</summary>
/// <param name="Role">The role; null where the line names the source.</param>
/// <param name="Value">What stands after the label.</param>
/// <param name="Language">The language in "Translated from X by".</param>
internal sealed record CreditLineText(CreditRole? Role, string Value, string? Language);

/// <summary>Knows the labels old pages put before names: "Article by:", "Translated by:", "Source:" and their kin.</summary>
internal static partial class CreditLabels
{
    /// <summary>A label without a colon is believed only on a line this short, in characters.</summary>
    private const int MaxPlainLength = 90;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly (Regex Label, CreditRole? Role)[] Labels =
    [
        (Translator(), CreditRole.Translator),
        (Interviewer(), CreditRole.Interviewer),
        (Editor(), CreditRole.Editor),
        (Illustrator(), CreditRole.Illustrator),
        (Photographer(), CreditRole.Photographer),
        (Source(), null),
        (Author(), CreditRole.Author),
    ];

    /// <summary>Reads a line; null when it is no credit line. A label with its value on the next line gives an empty value.</summary>
    public static CreditLineText? Read(string line)
    {
        var text = line.Trim().TrimStart('*', '•', '–', '—', '-', '|').Trim();
        foreach (var (label, role) in Labels)
        {
            if (label.Match(text) is not { Success: true, Index: 0 } match)
            {
                continue;
            }

            var rest = text[match.Length..];
            var hasColon = rest.TrimStart() is [':' or '：', ..];
            var value = rest.Trim().TrimStart(':', '：').Trim();
            var language = match.Groups["language"] is { Success: true } l ? l.Value : null;
            if (hasColon && value.Length <= 300)
            {
                return new CreditLineText(role, value, language);
            }

            // "Source of the trouble" and "By the river" are prose: without a colon the label must end in a preposition and names must follow.
            if (!hasColon && match.Groups["preposition"].Success && rest.Length > 0 && char.IsWhiteSpace(rest[0]) && text.Length <= MaxPlainLength && LooksLikeNames(value))
            {
                return new CreditLineText(role, value, language);
            }
        }

        return null;
    }

    /// <summary>Takes several people in one line apart: "A, B and C", "A with B", "A &amp; B".</summary>
    public static IReadOnlyList<string> Names(string value) =>
        [.. Separator().Split(value).Select(n => n.Trim().TrimEnd(',', ';').Trim()).Where(n => n.Length > 0)];

    /// <summary>True when every item is a few words beginning with capitals, or a script without them.</summary>
    public static bool LooksLikeNames(string value) =>
        value.Length > 0 && value[^1] is not ('?' or '!' or '…' or ':') && Names(value) is { Count: > 0 and <= 8 } names && names.All(LooksLikeName);

    private static bool LooksLikeName(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // Particles such as "van der" and "de la" may be small; the first and the last word may not.
        return words.Length is > 0 and <= 6
            && words.All(w => w.Length <= 30)
            && StartsName(words[0]) && StartsName(words[^1])
            && words.Count(StartsName) * 2 > words.Length - 1
            && !(name.EndsWith('.') && words[^1].Length > 3);
    }

    private static bool StartsName(string word)
    {
        var first = word.FirstOrDefault(char.IsLetter);
        return first != default && char.GetUnicodeCategory(first) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter;
    }

    [GeneratedRegex(@"^(article|text|story|words|written|reported|opinion|op-ed|column|essay|post|posted|analysis)?\s*(?<preposition>by)\b|^authors?\b|^writers?\b|^автори?\b|^текст\b|^بقلم|^الكاتب", Options)]
    private static partial Regex Author();

    [GeneratedRegex(@"^(english\s+)?(translated|translation)(\s+(and\s+\w+\s+)?(from\s+(the\s+)?(?<language>\p{L}+))?(\s+(in)?to\s+\p{L}+)?\s*(?<preposition>by))|^(english\s+)?translat(ion|ors?)\b|^translated\b(?=\s*:)|^переклад(ач|ачка|ала|ав|али)?\b|^ترجمة|^المترجم", Options)]
    private static partial Regex Translator();

    [GeneratedRegex(@"^(interview(ed)?(\s+conducted)?|questions)\s+(?<preposition>by)\b|^interviewers?\b|^розмовля(в|ла)\b|^حاوره|^حوار(?=\s*:)", Options)]
    private static partial Regex Interviewer();

    [GeneratedRegex(@"^((copy)?edit(ed|ing)|editorial\s+work)\s+(?<preposition>by)\b|^(copy\s*)?editors?\b|^редактор(ка|и)?\b|^редагува(в|ла)\b|^تحرير|^المحرر", Options)]
    private static partial Regex Editor();

    [GeneratedRegex(@"^(illustrat(ion|ions|ed)|drawings?|art(work)?|cartoon|graphics?)\s+(?<preposition>by)\b|^illustrat(ions?|ors?)\b|^ілюстраці[яї]\b|^малюн(ок|ки)\b|^رسوم?\b", Options)]
    private static partial Regex Illustrator();

    [GeneratedRegex(@"^(photo(s|graphs?|graphed|graphy)?|images?|pictures?)\s+(credits?\s*)?(?<preposition>by|courtesy\s+of)\b|^(photo(s|graph(er|ers|y|s)?)?|images?|pictures?)(\s+credits?|\s+source)?\b|^фото(граф)?\b|^світлин[аи]\b|^تصوير", Options)]
    private static partial Regex Photographer();

    [GeneratedRegex(@"^((originally|first)\s+(published|appeared|printed)|republished|reprinted|original(\s+article)?)\s+(?<preposition>by|in|at|on|from)\b|^(original\s+)?sources?\b|^original(ly)?(\s+(article|text|publication|published))?\b|^джерел[оа]\b|^оригінал\b|^المصدر|^مصدر", Options)]
    private static partial Regex Source();

    [GeneratedRegex(@"\s*;\s*|\s*,\s*(?:and|with|і|та|й)\s+|\s*,\s*(?!(?:Jr|Sr|II|III|IV|PhD|MD)\b)|\s*[،؛]\s*|\s+(?:and|with|і|та|und|et|y)\s+|\s*&\s*|\s*/\s*|\s+و\s*(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
