using Microsoft.AspNetCore.Mvc;
using NewsSite.Site;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Changes what the publication says about itself, in each of its languages.</summary>
public sealed class AboutModel(SiteChanges changes, SettingHistory history, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>The texts by language; Markdown.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Begin("AboutSettingTitle");
        var current = await history.CurrentAsync(cancel);
        Texts = Site.LanguageTags.ToDictionary(l => l, l => current.GetValueOrDefault(SettingKeys.About(l), ""));
    }

    /// <summary>Changes them; an empty one gives way to the house's own words.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] Dictionary<string, string?> text, [FromForm] int seen, CancellationToken cancel)
    {
        Begin("AboutSettingTitle", seen);
        Texts = Site.LanguageTags.ToDictionary(l => l, l => TypedText.Clean(text.GetValueOrDefault(l) ?? "").Trim());
        var wanted = Texts.Select(t => new WantedSetting(SettingKeys.About(t.Key), t.Value.Length == 0 ? null : t.Value)).ToList();
        return await AnswerAsync(await changes.ChangeAsync(ActorId, wanted, Seen, cancel), "/desk/settings/about", cancel);
    }
}
