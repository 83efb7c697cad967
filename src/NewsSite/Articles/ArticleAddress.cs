using System.Globalization;

namespace NewsSite.Articles;

/// <summary>The address of an article: <c>/2014/12/20/slug</c>. The day is the site's, frozen at first publication.</summary>
/// <param name="Day">The day of first publication in the site's time zone.</param>
/// <param name="Slug">The slug.</param>
public readonly record struct ArticleAddress(DateOnly Day, string Slug)
{
    /// <summary>The path, beginning with a slash.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"/{Day:yyyy'/'MM'/'dd}/{Slug}");

    /// <summary>Reads a path; null when it is no article's.</summary>
    public static ArticleAddress? Parse(string path) => path.Split('/') is ["", { Length: 4 } year, { Length: 2 } month, { Length: 2 } day, var slug] ? Parse(year, month, day, slug) : null;

    /// <summary>Reads the parts of a path; null when they are no day of the calendar or no slug.</summary>
    public static ArticleAddress? Parse(string year, string month, string day, string slug) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Text.Slug.IsValid(slug)
            ? new ArticleAddress(date, slug)
            : null;
}
