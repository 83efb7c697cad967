using Microsoft.AspNetCore.Mvc;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Takes up again what was before a change; a change like any other.</summary>
public sealed class RestoreModel(SiteRestoring restoring, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/settings/history"));

    /// <summary>Takes it up.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] int change, [FromForm] int seen, CancellationToken cancel) =>
        await restoring.RestoreAsync(ActorId, change, Site.DefaultLanguage, seen, cancel) is { } why
            ? new SeeOtherResult(Link($"/desk/settings/history?refused={why}"))
            : await AnswerAsync(null, "/desk/settings/history", cancel);
}
