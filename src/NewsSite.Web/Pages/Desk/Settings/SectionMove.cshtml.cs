using Microsoft.AspNetCore.Mvc;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Moves a section one place up or down.</summary>
public sealed class SectionMoveModel(SectionChanges changes, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/settings/sections"));

    /// <summary>Moves it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] int section, [FromForm] bool up, CancellationToken cancel) =>
        await changes.MoveAsync(ActorId, section, up, cancel) is { } why
            ? new SeeOtherResult(Link($"/desk/settings/sections?refused={why}"))
            : await AnswerAsync(null, "/desk/settings/sections", cancel);
}
