using Microsoft.AspNetCore.Mvc;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Changes the accent colour.</summary>
public sealed class AccentModel(SiteChanges changes, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>The colour on light paper, as typed.</summary>
    public string? Light { get; private set; }

    /// <summary>The colour on dark paper, as typed.</summary>
    public string? Dark { get; private set; }

    /// <summary>The contrast of both, once they could be read.</summary>
    public (string Light, string Dark)? Contrast { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        Begin("AccentTitle");
        (Light, Dark) = (Site.Accent?.Light, Site.Accent?.Dark);
        Measure(Site.Accent);
    }

    /// <summary>Changes it; without a colour the house's own comes back.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? light, [FromForm] string? dark, [FromForm] int seen, CancellationToken cancel)
    {
        Begin("AccentTitle", seen);
        (Light, Dark) = (light, dark);
        var accent = AccentColour.Read(light, dark);
        Measure(accent);
        return string.IsNullOrWhiteSpace(light) && string.IsNullOrWhiteSpace(dark) ? await ChangeAsync(null, cancel)
            : accent is null ? Refuse(SettingRefusal.AccentUnfit)
            : await ChangeAsync(accent.ToString(), cancel);
    }

    private async Task<IActionResult> ChangeAsync(string? value, CancellationToken cancel) =>
        await AnswerAsync(await changes.ChangeAsync(ActorId, [new(SettingKeys.Accent, value)], Seen, cancel), "/desk/settings/accent", cancel);

    private void Measure(AccentColour? accent) => Contrast = accent is null ? null : (Words.Ratio(accent.LightContrast), Words.Ratio(accent.DarkContrast));
}
