using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;
using NewsSite.Web.Staff;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>The page behind the link a start prints while there is no administrator: makes the administrator's account. Opening it changes nothing; the button does.</summary>
public sealed class FirstModel(FirstAdministrator first, SigningIn signingIn, AccountPace pace) : AccountForm
{
    /// <summary>True while the link is good.</summary>
    public bool IsGood { get; private set; }

    /// <summary>The link's secret, as it stands in the link.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The name typed.</summary>
    public string? Name { get; private set; }

    /// <summary>The address typed.</summary>
    public string? Email { get; private set; }

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(string? token, CancellationToken cancel) => LoadAsync(token, cancel);

    /// <summary>Makes the account and signs in to it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] FirstForm typed, CancellationToken cancel)
    {
        (Name, Email) = (typed.Name, typed.Email);
        if (!pace.Allows(HttpContext))
        {
            await LoadAsync(typed.Token, cancel);
            return Refuse(AccountRefusal.TooFast);
        }

        var (account, refusal) = await first.MakeAsync(typed.Token, new NewColleague(typed.Email ?? "", typed.Name, typed.Password, Language), cancel);
        if (account is null)
        {
            await LoadAsync(typed.Token, cancel);
            return Refuse(refusal!.Value);
        }

        await signingIn.DirectlyAsync(account);
        return new SeeOtherResult(Link("/desk"));
    }

    private async Task LoadAsync(string? token, CancellationToken cancel)
    {
        Token = token ?? "";
        IsGood = await first.IsGoodAsync(Token, cancel);
        Title = Words[IsGood ? "FirstTitle" : "Account.LinkUsedTitle"];
    }
}

/// <summary>What the form sends.</summary>
/// <param name="Token">The link's secret.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
public sealed record FirstForm(string? Token, string? Name, string? Email, string? Password);
