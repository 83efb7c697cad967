using NewsSite.Articles;

namespace NewsSite.Import;

/// <summary>Tells genres from sections in a page's category line.</summary>
internal static class Categories
{
    /// <summary>The section of a page that names none.</summary>
    public const string DefaultSection = "Archive";

    private static readonly Dictionary<string, Genre> Genres = new(StringComparer.OrdinalIgnoreCase)
    {
        ["oped"] = Genre.OpEd,
        ["opeds"] = Genre.OpEd,
        ["opinion"] = Genre.OpEd,
        ["opinions"] = Genre.OpEd,
        ["comment"] = Genre.OpEd,
        ["commentary"] = Genre.OpEd,
        ["column"] = Genre.OpEd,
        ["columns"] = Genre.OpEd,
        ["editorial"] = Genre.OpEd,
        ["колонка"] = Genre.OpEd,
        ["думка"] = Genre.OpEd,
        ["погляд"] = Genre.OpEd,
        ["رأي"] = Genre.OpEd,
        ["analysis"] = Genre.Analysis,
        ["analytics"] = Genre.Analysis,
        ["explainer"] = Genre.Analysis,
        ["аналітика"] = Genre.Analysis,
        ["تحليل"] = Genre.Analysis,
        ["interview"] = Genre.Interview,
        ["interviews"] = Genre.Interview,
        ["інтервю"] = Genre.Interview,
        ["حوار"] = Genre.Interview,
        ["report"] = Genre.Report,
        ["reports"] = Genre.Report,
        ["reportage"] = Genre.Report,
        ["news"] = Genre.Report,
        ["feature"] = Genre.Report,
        ["features"] = Genre.Report,
        ["репортаж"] = Genre.Report,
        ["تقرير"] = Genre.Report,
    };

    /// <summary>The genre a category is, or null.</summary>
    public static Genre? GenreOf(string category) =>
        Genres.TryGetValue(string.Concat(category.Where(char.IsLetter)), out var genre) ? genre : null;
}
