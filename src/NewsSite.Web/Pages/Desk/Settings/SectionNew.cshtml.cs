using Microsoft.AspNetCore.Mvc;
using NewsSite.Site;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Makes a section.</summary>
public sealed class SectionNewModel(SectionChanges changes, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>What stands in the form.</summary>
    public SectionSetting Section { get; private set; } = new("", LocalizedText.Empty, LocalizedText.Empty, 0, false);

    /// <summary>Shows the form.</summary>
    public void OnGet() => Begin("SectionNewTitle");

    /// <summary>Makes it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] SectionForm typed, CancellationToken cancel)
    {
        Begin("SectionNewTitle", typed.Seen);
        Section = typed.Read(Site.LanguageTags, null);
        return await AnswerAsync(await changes.AddAsync(ActorId, Section, Site.DefaultLanguage, cancel), "/desk/settings/sections", cancel);
    }
}
