using Microsoft.AspNetCore.Mvc;
using NewsSite.Site;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Changes name, languages and time zone.</summary>
public sealed class IdentityModel(SiteChanges changes, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>What stands in the form.</summary>
    public IdentityForm Typed { get; private set; } = null!;

    /// <summary>The zones a browser offers while one types.</summary>
    public static IEnumerable<string> Zones => TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id == "UTC" || id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        Begin("IdentityTitle");
        Typed = new IdentityForm(Site.Name, Site.DefaultLanguage, [.. Site.LanguageTags], Site.TimeZone, Seen);
    }

    /// <summary>Changes them.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] IdentityForm typed, CancellationToken cancel)
    {
        Begin("IdentityTitle", typed.Seen);
        Typed = typed;
        var wanted = new Dictionary<string, (string Typed, string Current)>
        {
            [SettingKeys.Name] = (TypedText.Line(typed.Name ?? ""), Site.Name),
            [SettingKeys.Languages] = (string.Join(' ', typed.Tags()), string.Join(' ', Site.LanguageTags)),
            [SettingKeys.TimeZone] = (typed.Zone?.Trim() ?? "", Site.TimeZone),
        };
        // What was left as it is stays the server's to say.
        var changed = wanted.Where(w => w.Value.Typed != w.Value.Current).Select(w => new WantedSetting(w.Key, w.Value.Typed)).ToList();
        return await AnswerAsync(await changes.ChangeAsync(ActorId, changed, Seen, cancel), "/desk/settings/identity", cancel);
    }
}

/// <summary>What the form sends.</summary>
/// <param name="Name">The name.</param>
/// <param name="Own">The publication's own language.</param>
/// <param name="Other">The languages ticked; the own one among them or not.</param>
/// <param name="Zone">The time zone.</param>
/// <param name="Seen">The revision the form was made from.</param>
public sealed record IdentityForm(string? Name, string? Own, string[]? Other, string? Zone, int Seen)
{
    /// <summary>The languages, the own one first.</summary>
    public IEnumerable<string> Tags() => new[] { Own ?? "" }.Union(SettingRules.ChromeLanguages.Where(l => Other?.Contains(l) == true));
}
