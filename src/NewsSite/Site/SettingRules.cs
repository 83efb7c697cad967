using System.Text.Json;
using NewsSite.Articles;
using NewsSite.Text;

namespace NewsSite.Site;

/// <summary>What values settings may have, whether somebody types them, takes them up again, or the database holds them.</summary>
public static class SettingRules
{
    /// <summary>The longest name of a publication, in characters.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The languages the house has words in; a publication's are among them.</summary>
    public static readonly IReadOnlyList<string> ChromeLanguages = ["en", "uk", "ar"];

    /// <summary>Why a value cannot be; null when it can. Sections have rules of their own.</summary>
    public static SettingRefusal? WhyNot(string key, string value) => key switch
    {
        SettingKeys.Name => IsName(value) ? null : SettingRefusal.NameUnfit,
        SettingKeys.Languages => AreLanguages(value) ? null : SettingRefusal.LanguagesUnfit,
        SettingKeys.TimeZone => TimeZoneInfo.TryFindSystemTimeZoneById(value, out _) ? null : SettingRefusal.TimeZoneUnknown,
        SettingKeys.Accent => AccentColour.Parse(value) is { } accent ? accent.WhyNot() : SettingRefusal.AccentUnfit,
        SettingKeys.Logo => Reads(() => SiteLogo.FromJson(value)) is { Width: > 0, Height: > 0 } ? null : SettingRefusal.LogoUnfit,
        _ when SettingKeys.AboutLanguage(key) is { } language =>
            ChromeLanguages.Contains(language) && value.Length <= SettingChange.MaxLength && ArticleMarkup.Render(value, language).Refusal is null ? null : SettingRefusal.TextUnfit,
        _ when SettingKeys.GenreOf(key) is not null =>
            Reads(() => GenreSetting.FromJson(value)) is { } genre && genre.Names.Texts.Values.All(n => n.Length <= GenreSetting.MaxNameLength) ? null : SettingRefusal.GenreNameUnfit,
        _ => SettingRefusal.Gone,
    };

    /// <summary>True when at least one genre is offered.</summary>
    /// <param name="settings">The genres somebody has said something about, as stored.</param>
    public static bool OffersGenre(IReadOnlyDictionary<Genre, string> settings) =>
        Enum.GetValues<Genre>().Any(g => !settings.TryGetValue(g, out var stored) || GenreSetting.FromJson(stored).IsOffered);

    private static bool IsName(string value) => value.Trim().Length is > 0 and <= MaxNameLength && !value.Any(char.IsControl);

    private static bool AreLanguages(string value)
    {
        var tags = value.Split(' ');
        return tags.All(ChromeLanguages.Contains) && tags.Distinct().Count() == tags.Length;
    }

    private static T? Reads<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
