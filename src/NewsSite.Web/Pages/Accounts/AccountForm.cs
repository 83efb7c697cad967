using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>A page with one form about accounts. What was typed comes back with the reason, passwords aside.</summary>
public abstract class AccountForm : PersonalPage
{
    /// <summary>Where one goes after signing in, unless somewhere else was asked for.</summary>
    protected const string Home = "/account";

    /// <summary>Why the form was not taken.</summary>
    public AccountRefusal? Refusal { get; private set; }

    /// <summary>The field the refusal is about.</summary>
    public string? WrongField => Refusal switch
    {
        AccountRefusal.NameMissing or AccountRefusal.NameUnfit or AccountRefusal.NameTaken or AccountRefusal.NameDiffers => "name",
        AccountRefusal.EmailUnfit or AccountRefusal.AddressTaken => "email",
        AccountRefusal.PasswordShort or AccountRefusal.PasswordLong or AccountRefusal.PasswordCommon or AccountRefusal.PasswordIsAddress => "password",
        AccountRefusal.BioLong => "bio",
        AccountRefusal.WrongCode => "code",
        AccountRefusal.WrongPassword => PasswordField,
        _ => null,
    };

    /// <summary>The field of the password the account has now.</summary>
    protected virtual string PasswordField => "password";

    /// <summary>"true" for the field the refusal is about, for <c>aria-invalid</c>.</summary>
    public string? Wrong(string field) => field == WrongField ? "true" : null;

    /// <summary>Describes the field by the refusal, and by a hint of its own if it has one.</summary>
    public string? Described(string field, string? hint = null) => field == WrongField ? $"refusal {hint}".TrimEnd() : hint;

    /// <summary>Shows the form again with the reason.</summary>
    protected IActionResult Refuse(AccountRefusal refusal)
    {
        Refusal = refusal;
        Response.StatusCode = refusal == AccountRefusal.TooFast ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>An address of this site, fit for a header; null for any other.</summary>
    protected string? Local(string? url) => Url.IsLocalUrl(url) && url!.All(c => c is > ' ' and < '\u007f') && url![0] == '/' ? url : null;
}
