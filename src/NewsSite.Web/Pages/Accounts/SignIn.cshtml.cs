using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Asks for address and password.</summary>
public sealed class SignInModel(SigningIn signingIn, AccountPace pace) : AccountForm
{
    /// <summary>The address typed.</summary>
    public string? Email { get; private set; }

    /// <summary>Whether to stay signed in when the browser is closed.</summary>
    public bool Stay { get; private set; }

    /// <summary>Where to go afterwards.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>True right after a new password was chosen by a mailed link.</summary>
    public bool IsPasswordNew => Refusal is null && Request.Query["done"] == "password";

    /// <summary>Where those without an account go.</summary>
    public string RegisterPath => Link(ReturnUrl is null ? "/account/register" : $"/account/register?returnUrl={Uri.EscapeDataString(ReturnUrl)}");

    /// <summary>The fields are described by the refusal, if there is one: it does not say which of them is wrong.</summary>
    public string? DescribedByRefusal => Refusal is null ? null : "refusal";

    /// <summary>Shows the form; who is signed in goes on.</summary>
    public IActionResult OnGet(string? returnUrl)
    {
        Title = Words["SignIn"];
        ReturnUrl = Local(returnUrl);
        return AccountId is null ? Page() : new SeeOtherResult(ReturnUrl ?? Home);
    }

    /// <summary>Signs in, or refuses with one sentence for every reason.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] SignInForm typed)
    {
        Title = Words["SignIn"];
        (Email, Stay, ReturnUrl) = (typed.Email, typed.Stay, Local(typed.ReturnUrl));
        if (!pace.Allows(HttpContext))
        {
            return Refuse(AccountRefusal.TooFast);
        }

        var next = ReturnUrl is null ? "" : $"&returnUrl={Uri.EscapeDataString(ReturnUrl)}";
        return await signingIn.WithPasswordAsync(Email, typed.Password, Stay) switch
        {
            SignInOutcome.In => new SeeOtherResult(ReturnUrl ?? Home),
            SignInOutcome.CodeWanted => new SeeOtherResult(Link($"/account/code?stay={(Stay ? "true" : "false")}{next}")),
            _ => Refuse(AccountRefusal.WrongSignIn),
        };
    }
}

/// <summary>What the form sends.</summary>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
/// <param name="Stay">Whether to stay signed in when the browser is closed.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
public sealed record SignInForm(string? Email, string? Password, bool Stay, string? ReturnUrl);
