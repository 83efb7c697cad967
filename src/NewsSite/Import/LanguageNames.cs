using System.Globalization;

namespace NewsSite.Import;

/// <summary>Knows languages by their English names, as in "Translated from Ukrainian by".</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, string> Tags = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.Name.Length is 2 or 3)
        .GroupBy(c => c.EnglishName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag of a language, or null.</summary>
    public static string? TagOf(string? englishName) => englishName is not null && Tags.TryGetValue(englishName, out var tag) ? tag : null;
}
