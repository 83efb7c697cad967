using System.Globalization;
using NewsSite.Articles;

namespace NewsSite.Site;

/// <summary>What can be changed at the desk, by the names it is kept under.</summary>
public static class SettingKeys
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>The publication's name.</summary>
    public const string Name = "Name";

    /// <summary>Its languages, separated by spaces, its own first.</summary>
    public const string Languages = "Languages";

    /// <summary>Its time zone.</summary>
    public const string TimeZone = "TimeZone";

    /// <summary>Its logo: a <see cref="SiteLogo"/>.</summary>
    public const string Logo = "Logo";

    /// <summary>Its accent colour: an <see cref="AccentColour"/>.</summary>
    public const string Accent = "Accent";

    private const string AboutPrefix = "About.";
    private const string GenrePrefix = "Genre.";
    private const string SectionPrefix = "Section.";

    /// <summary>What it says about itself in one language; Markdown.</summary>
    public static string About(string language) => AboutPrefix + language;

    /// <summary>How it calls a genre, and whether it offers it: a <see cref="GenreSetting"/>.</summary>
    public static string Genre(Genre genre) => GenrePrefix + genre;

    /// <summary>A section: a <see cref="SectionSetting"/>. The row of the section is what holds; the lines are its history.</summary>
    public static string Section(int id) => SectionPrefix + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The language of an about text; null for other keys.</summary>
    public static string? AboutLanguage(string key) => key.StartsWith(AboutPrefix, StringComparison.Ordinal) ? key[AboutPrefix.Length..] : null;

    /// <summary>The genre of a key; null for other keys.</summary>
    public static Genre? GenreOf(string key) => key.StartsWith(GenrePrefix, StringComparison.Ordinal) && Enum.TryParse<Genre>(key[GenrePrefix.Length..], out var genre) && Enum.IsDefined(genre) ? genre : null;

    /// <summary>The section of a key; null for other keys.</summary>
    public static int? SectionOf(string key) =>
        key.StartsWith(SectionPrefix, StringComparison.Ordinal) && int.TryParse(key[SectionPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
