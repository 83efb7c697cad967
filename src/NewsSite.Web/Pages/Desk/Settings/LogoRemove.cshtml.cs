using Microsoft.AspNetCore.Mvc;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Puts the name back into the masthead. The picture stays kept, for who thinks better of it.</summary>
public sealed class LogoRemoveModel(SiteChanges changes, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/settings/logo"));

    /// <summary>Takes it down; what somebody put up meanwhile stays.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] int seen, CancellationToken cancel)
    {
        await changes.ChangeAsync(ActorId, [new(SettingKeys.Logo, null)], seen, cancel);
        return await AnswerAsync(null, "/desk/settings/logo", cancel);
    }
}
