using System.Security.Cryptography;
using System.Text;
using NewsSite.Articles;
using NewsSite.Site;
using NewsSite.Text;

namespace NewsSite.Web.Settings;

/// <summary>The settings at one moment, made ready for pages.</summary>
internal sealed record SiteState
{
    public required string Name { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required SiteLogo? Logo { get; init; }

    public required AccentColour? Accent { get; init; }

    public required SiteSheet? Sheet { get; init; }

    public required IReadOnlyDictionary<string, SafeHtml> About { get; init; }

    public required IReadOnlyDictionary<Genre, GenreSetting> Genres { get; init; }

    public required IReadOnlyList<Genre> OfferedGenres { get; init; }

    public required int Revision { get; init; }

    /// <summary>Puts what the desk has said over what the server is configured with. What a later version of the house would not take any more is passed over.</summary>
    public static SiteState Of(SiteOptions configured, IReadOnlyDictionary<string, string> stored, int revision)
    {
        var fit = stored.Where(s => SettingKeys.SectionOf(s.Key) is null && SettingRules.WhyNot(s.Key, s.Value) is null).ToDictionary();
        var accent = fit.TryGetValue(SettingKeys.Accent, out var colour) ? AccentColour.Parse(colour) : null;
        var genres = fit.Where(s => SettingKeys.GenreOf(s.Key) is not null).ToDictionary(s => SettingKeys.GenreOf(s.Key)!.Value, s => GenreSetting.FromJson(s.Value));
        var languages = fit.GetValueOrDefault(SettingKeys.Languages)?.Split(' ') ?? configured.LanguageTags;
        return new SiteState
        {
            Name = fit.GetValueOrDefault(SettingKeys.Name, configured.Name).Trim(),
            Zone = TimeZoneInfo.TryFindSystemTimeZoneById(fit.GetValueOrDefault(SettingKeys.TimeZone, configured.TimeZone), out var zone) ? zone : TimeZoneInfo.Utc,
            // Where the configuration is wrong the start ends with a sentence; until then somebody may ask.
            Languages = languages.Count > 0 ? languages : SettingRules.ChromeLanguages,
            Logo = fit.TryGetValue(SettingKeys.Logo, out var logo) ? SiteLogo.FromJson(logo) : null,
            Accent = accent,
            Sheet = accent is null ? null : SiteSheet.Of(accent.StyleSheet()),
            About = fit.Where(s => SettingKeys.AboutLanguage(s.Key) is not null)
                .ToDictionary(s => SettingKeys.AboutLanguage(s.Key)!, s => ArticleMarkup.Render(s.Value, SettingKeys.AboutLanguage(s.Key)!).Html),
            Genres = genres,
            OfferedGenres = [.. Enum.GetValues<Genre>().Where(g => genres.GetValueOrDefault(g, GenreSetting.Default).IsOffered)],
            Revision = revision,
        };
    }
}

/// <summary>A style sheet made from the settings, under an address that changes with it.</summary>
/// <param name="Bytes">The style sheet.</param>
/// <param name="Version">What its address ends with.</param>
internal sealed record SiteSheet(byte[] Bytes, string Version)
{
    /// <summary>Where it is served.</summary>
    public const string BasePath = "/site.css";

    /// <summary>Its address.</summary>
    public string Path => $"{BasePath}?v={Version}";

    public static SiteSheet Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new SiteSheet(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)));
    }
}
