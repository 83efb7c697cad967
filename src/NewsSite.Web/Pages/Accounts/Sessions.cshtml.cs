using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Ends every session.</summary>
public sealed class SessionsModel(AccountChanges changes) : OwnAccountForm(changes)
{
    /// <inheritdoc/>
    protected override string TitleKey => "Account.SessionsTitle";

    /// <summary>Asks.</summary>
    public void OnGet()
    {
    }

    /// <summary>Ends them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Changes.SignOutEverywhereAsync(Account);
        return new SeeOtherResult(Link(AccountServices.SignInPath));
    }
}
