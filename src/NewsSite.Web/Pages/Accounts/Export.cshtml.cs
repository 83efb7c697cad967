using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Email;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Hands out everything the site holds on the person asking, as a file.</summary>
[Authorize]
public sealed class ExportModel(AccountExport export, SiteLinks links, TimeProvider clock) : PersonalPage
{
    /// <summary>Says what is in it.</summary>
    public void OnGet() => Title = Words["AccountExport.Title"];

    /// <summary>Hands it out. A post, for writing it takes time and nobody but the person may cause it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return AccountId is { } account && await export.WriteAsync(account, links.BaseUrl, now, cancel) is { } written
            ? File(written, "application/json; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"account-{account}-{now:yyyy-MM-dd}.json"))
            : NotFound();
    }
}
