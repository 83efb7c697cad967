using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Ends the session of this browser.</summary>
public sealed class SignOutModel(SigningIn signingIn) : PersonalPage
{
    /// <summary>Asks, for a link alone must not sign anybody out.</summary>
    public void OnGet() => Title = Words["Account.SignOut"];

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await signingIn.OutAsync();
        return new SeeOtherResult(Link(AccountServices.SignInPath));
    }
}
