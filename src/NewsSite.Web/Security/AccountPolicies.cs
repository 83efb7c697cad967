using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using NewsSite.Accounts;

namespace NewsSite.Web.Security;

/// <summary>What pages may ask of the person signed in. An administrator may do everything.</summary>
internal static class AccountPolicies
{
    /// <summary>The newsroom: whoever holds a role.</summary>
    public const string Desk = "Desk";

    /// <summary>Those who decide about comments.</summary>
    public const string Moderator = "Moderator";

    /// <summary>Those who publish.</summary>
    public const string Editor = "Editor";

    /// <summary>Those who write drafts.</summary>
    public const string Translator = "Translator";

    /// <summary>Those who say who may.</summary>
    public const string Administrator = "Administrator";

    public static IServiceCollection AddAccountPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Desk, policy => policy.RequireRole(Enum.GetNames<AccountRole>()))
            .AddPolicy(Moderator, policy => policy.RequireRole(nameof(AccountRole.Moderator), nameof(AccountRole.Administrator)))
            .AddPolicy(Editor, policy => policy.RequireRole(nameof(AccountRole.Editor), nameof(AccountRole.Administrator)))
            .AddPolicy(Translator, policy => policy.RequireRole(nameof(AccountRole.Translator), nameof(AccountRole.Editor), nameof(AccountRole.Administrator)))
            .AddPolicy(Administrator, policy => policy.RequireRole(nameof(AccountRole.Administrator)));
        return services;
    }

    /// <summary>True for those who decide about comments.</summary>
    public static bool MayModerate(this ClaimsPrincipal user) => user.IsInRole(nameof(AccountRole.Moderator)) || user.IsInRole(nameof(AccountRole.Administrator));

    /// <summary>True for those who publish.</summary>
    public static bool MayPublish(this ClaimsPrincipal user) => user.IsInRole(nameof(AccountRole.Editor)) || user.IsAdministrator();

    /// <summary>True for those who say who may.</summary>
    public static bool IsAdministrator(this ClaimsPrincipal user) => user.IsInRole(nameof(AccountRole.Administrator));

    /// <summary>True for those who belong to the newsroom.</summary>
    public static bool HasDesk(this ClaimsPrincipal user) => Enum.GetNames<AccountRole>().Any(user.IsInRole);

    /// <summary>Guards the desk's folders, whatever pages are put into them.</summary>
    public static void GuardDesk(this PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Desk", Desk);
        pages.AuthorizeFolder("/Desk/Moderation", Moderator);
        pages.AuthorizeFolder("/Desk/Articles", Translator);
        pages.AuthorizeFolder("/Desk/Pictures", Translator);
        pages.AuthorizeFolder("/Desk/Front", Editor);
        pages.AuthorizeFolder("/Desk/Log", Editor);
        pages.AuthorizeFolder("/Desk/People", Administrator);
        pages.AuthorizeFolder("/Desk/Settings", Administrator);
        pages.AuthorizeFolder("/Desk/Naming", Translator);
        pages.AuthorizeFolder("/Desk/Tokens", Translator);
        pages.AuthorizeFolder("/Desk/Readership", Translator);
        pages.AuthorizeFolder("/Desk/Contributors", Editor);
        pages.AuthorizeFolder("/Desk/Publications", Editor);
    }
}
