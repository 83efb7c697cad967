using NewsSite.Site;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Settings;

/// <summary>What settings are called.</summary>
public static class SettingNames
{
    /// <summary>A setting in words; its key where there are none.</summary>
    public static string Of(string key, Words words) =>
        SettingKeys.AboutLanguage(key) is { } language ? words.Format("SettingKey.About", words.LanguageName(language))
        : SettingKeys.GenreOf(key) is { } genre ? words.Format("SettingKey.Genre", words[$"Genre.{genre}"])
        : SettingKeys.SectionOf(key) is { } section ? words.Format("SettingKey.Section", section)
        : words.IfKnown($"SettingKey.{key}") ?? key;
}
