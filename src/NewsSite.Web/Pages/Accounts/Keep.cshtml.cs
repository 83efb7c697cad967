using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Keeps an account whose deletion was asked for. There is nothing to see here: the page about deleting has the button.</summary>
[Authorize]
public sealed class KeepModel(Leaving leaving) : PersonalPage
{
    /// <summary>Leads to where the button is.</summary>
    public IActionResult OnGet() => new SeeOtherResult(Link("/account/delete"));

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await leaving.FindAsync(AccountId, cancel) is not { } account)
        {
            return NotFound();
        }

        await leaving.KeepAsync(account, cancel);
        return new SeeOtherResult(Link("/account/delete"));
    }
}
