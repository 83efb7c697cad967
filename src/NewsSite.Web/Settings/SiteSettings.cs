using NewsSite.Articles;
using NewsSite.Site;

namespace NewsSite.Web.Settings;

/// <summary>
/// What the publication is called, how it counts days and how it looks: what the desk has said, else what the server is configured with. One for the whole site, and
/// always current: whoever keeps a value of it keeps an old one. Read at the start and when something changes, never during a request.
/// </summary>
public sealed class SiteSettings
{
    private readonly SiteOptions configured;
    private volatile SiteState state;

    /// <summary>Begins with what the server is configured with.</summary>
    public SiteSettings(SiteOptions configured) => (this.configured, state) = (configured, SiteState.Of(configured, new Dictionary<string, string>(), 0));

    /// <summary>The languages the chrome is written in.</summary>
    public static IReadOnlyList<string> ChromeLanguages => SettingRules.ChromeLanguages;

    /// <summary>The name in the masthead; 1 to 60 characters.</summary>
    public string Name => state.Name;

    /// <summary>The public address without a trailing slash, for canonical links; taken from the request when not set.</summary>
    public string? BaseUrl => configured.BaseUrl;

    /// <summary>The zone whose days stand in addresses of what is published from now on; an IANA name.</summary>
    public string TimeZone => state.Zone.Id;

    /// <summary>The publication's languages one by one, its own first.</summary>
    public IReadOnlyList<string> LanguageTags => state.Languages;

    /// <summary>The zone itself.</summary>
    public TimeZoneInfo Zone => state.Zone;

    /// <summary>The publication's own language.</summary>
    public string DefaultLanguage => state.Languages[0];

    /// <summary>The picture in the masthead; null where the name stands there.</summary>
    public SiteLogo? Logo => state.Logo;

    /// <summary>The accent colour; null for the house's own.</summary>
    public AccentColour? Accent => state.Accent;

    /// <summary>The style sheet that brings the accent colour; null for the house's own.</summary>
    internal SiteSheet? Sheet => state.Sheet;

    /// <summary>The genres writers may choose from.</summary>
    public IReadOnlyList<Genre> OfferedGenres => state.OfferedGenres;

    /// <summary>The latest change that is in these settings; 0 where the desk has said nothing.</summary>
    public int Revision => state.Revision;

    /// <summary>What the publication says about itself in a language; null for the house's own words.</summary>
    public Text.SafeHtml? About(string language) => state.About.TryGetValue(language, out var html) ? html : null;

    /// <summary>How the publication calls a genre in a language; null for the house's own word.</summary>
    public string? GenreName(Genre genre, string language) => state.Genres.GetValueOrDefault(genre)?.Names.Exactly(language);

    /// <summary>The language of the chrome around a text: the text's own if the house has words for it, else the publication's.</summary>
    public string ChromeFor(string language)
    {
        var tags = LanguageTags;
        return tags.Contains(language) ? language
            : tags.Contains(language.Split('-')[0]) ? language.Split('-')[0]
            : tags[0];
    }

    /// <summary>Reads them anew where something was changed.</summary>
    /// <returns>True when something was.</returns>
    public async Task<bool> RefreshAsync(SettingHistory history, CancellationToken cancel)
    {
        // The number first: a change between the two is read now and once more the next time.
        var revision = await history.RevisionAsync(cancel);
        if (revision == state.Revision)
        {
            return false;
        }

        state = SiteState.Of(configured, await history.CurrentAsync(cancel), revision);
        return true;
    }
}
