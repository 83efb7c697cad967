using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Asks for an account. Whether the address has one already is answered by mail alone.</summary>
public sealed class RegisterModel(Registering registering, AccountPace pace) : AccountForm
{
    /// <summary>What was typed.</summary>
    public Registration Typed { get; private set; } = new();

    /// <summary>The language marked in the list.</summary>
    public string ChosenLanguage => Site.LanguageTags.Contains(Typed.Language) ? Typed.Language! : Language;

    /// <summary>Shows the form.</summary>
    public void OnGet(string? returnUrl)
    {
        Title = Words["Account.RegisterTitle"];
        Typed = new Registration { ReturnUrl = Local(returnUrl) };
    }

    /// <summary>Mails a link, or says why not.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] Registration typed, CancellationToken cancel)
    {
        Title = Words["Account.RegisterTitle"];
        Typed = typed;
        Typed = typed with { Language = ChosenLanguage, ReturnUrl = Local(typed.ReturnUrl) };
        var refusal = pace.Allows(HttpContext) ? await registering.RegisterAsync(Typed, cancel) : AccountRefusal.TooFast;
        return refusal is { } why ? Refuse(why) : new SeeOtherResult(Link("/account/mailed"));
    }
}
