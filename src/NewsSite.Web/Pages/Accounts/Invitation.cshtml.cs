using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Staff;
using NewsSite.Web.Accounts;
using NewsSite.Web.Staff;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>The page behind the link mailed to the invited. Opening it changes nothing, for mail scanners open every link; the button does.</summary>
public sealed class InvitationModel(Staffing staffing, Joining joining, SigningIn signingIn) : AccountForm
{
    /// <summary>The invitation; null when the link was used, taken back, replaced, is too old, or was never mailed.</summary>
    public Invitation? Invitation { get; private set; }

    /// <summary>The account the address has; null when it is to be made.</summary>
    public Account? Known { get; private set; }

    /// <summary>The link's secret.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The name in the form.</summary>
    public string? Name { get; private set; }

    /// <summary>True when they are signed in to that account.</summary>
    public bool IsTheirs => Known is not null && Known.Id == AccountId;

    /// <summary>What they are to become, in words.</summary>
    public string Roles => InvitationMails.Roles(Words, Invitation!.Grant);

    /// <summary>Where those with an account sign in, to come back here.</summary>
    public string SignInPath => Link($"{AccountServices.SignInPath}?returnUrl={Uri.EscapeDataString($"{InvitationMails.Path}?token={Token}")}");

    private AccountPace Pace => HttpContext.RequestServices.GetRequiredService<AccountPace>();

    /// <summary>Shows what they are asked to.</summary>
    public Task OnGetAsync(string? token, CancellationToken cancel) => LoadAsync(token, cancel);

    /// <summary>Joins: with the account signed in, else with a new one.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] JoinForm typed, CancellationToken cancel)
    {
        await LoadAsync(typed.Token, cancel);
        Name = typed.Name ?? Name;
        if (Invitation is not { } invitation || (Known is not null && !IsTheirs))
        {
            return Page();
        }

        if (!Pace.Allows(HttpContext))
        {
            return Refuse(AccountRefusal.TooFast);
        }

        var (account, refusal) = Known is { } known
            ? (known, await joining.AsAsync(known, invitation, Token, cancel))
            : await joining.AsNewAsync(invitation, Token, typed.Name, typed.Password, cancel);
        if (refusal is { } why)
        {
            return Refuse(why);
        }

        // Also who is signed in already: the cookie says which roles they have.
        await signingIn.DirectlyAsync(account!);
        return new SeeOtherResult(Link("/desk"));
    }

    private async Task LoadAsync(string? token, CancellationToken cancel)
    {
        Token = token ?? "";
        Invitation = await staffing.FindAsync(Token, cancel);
        if (Invitation is { } invitation)
        {
            Speak(invitation.Language);
            (Known, Name) = (await joining.AccountOfAsync(invitation, cancel), invitation.Name);
        }

        Title = Words[Invitation is null ? "Account.LinkUsedTitle" : "JoinTitle"];
    }
}

/// <summary>What the form of the invitation sends.</summary>
/// <param name="Token">The link's secret.</param>
/// <param name="Name">The name.</param>
/// <param name="Password">The password.</param>
public sealed record JoinForm(string? Token, string? Name, string? Password);
