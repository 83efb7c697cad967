using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>The page behind the link mailed to a new account. Opening it changes nothing, for mail scanners open every link; the button does.</summary>
public sealed class ConfirmModel(Registering registering, SigningIn signingIn, AccountPace pace) : AccountForm
{
    /// <summary>The account; null when the link was used, is too old, or was never mailed.</summary>
    public UnconfirmedAccount? Waiting { get; private set; }

    /// <summary>The link's secret, as it stands in the link.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Where to go afterwards.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>The name in the form.</summary>
    public string? Name { get; private set; }

    /// <summary>True when another name is wanted, somebody having taken this one meanwhile.</summary>
    public bool AsksForName => Waiting?.NameRefusal is not null || WrongField == "name";

    /// <summary>Shows what would be confirmed.</summary>
    public async Task<IActionResult> OnGetAsync(int account, string? token, string? returnUrl, CancellationToken cancel)
    {
        await LoadAsync(account, token, returnUrl, cancel);
        return Waiting?.NameRefusal is { } refusal ? Refuse(refusal) : Page();
    }

    /// <summary>Confirms it, and signs in.</summary>
    public async Task<IActionResult> OnPostAsync(int account, [FromForm] string? token, [FromForm] ConfirmForm typed, CancellationToken cancel)
    {
        await LoadAsync(account, token, typed.ReturnUrl, cancel);
        if (Waiting is not { } waiting)
        {
            return Page();
        }

        Name = typed.Name ?? Name;
        var refusal = pace.Allows(HttpContext) ? await registering.ConfirmAsync(waiting, AccountMails.FromLink(token), typed.Password, typed.Name, cancel) : AccountRefusal.TooFast;
        if (refusal is { } why)
        {
            return Refuse(why);
        }

        await signingIn.DirectlyAsync(waiting.Account);
        return new SeeOtherResult(ReturnUrl ?? Home);
    }

    private async Task LoadAsync(int account, string? token, string? returnUrl, CancellationToken cancel)
    {
        (Token, ReturnUrl) = (token ?? "", Local(returnUrl));
        Waiting = await registering.FindAsync(account, AccountMails.FromLink(token), cancel);
        if (Waiting is { } waiting)
        {
            Speak(waiting.Account.Language);
            Name = waiting.Account.DisplayName;
        }

        Title = Words[Waiting is null ? "Account.LinkUsedTitle" : "Account.ConfirmTitle"];
    }
}

/// <summary>What the form of the confirmation sends.</summary>
/// <param name="Name">Another name, where the first was taken.</param>
/// <param name="Password">The password chosen.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
public sealed record ConfirmForm(string? Name, string? Password, string? ReturnUrl);
