using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using NewsSite.Accounts;

namespace NewsSite.Web.Security;

/// <summary>Who may come to the desk.</summary>
internal static class DeskPolicies
{
    /// <summary>The newsroom: whoever has a role.</summary>
    public const string Desk = "Desk";

    /// <summary>Those who decide about comments.</summary>
    public const string Moderator = "Moderator";

    public static IServiceCollection AddDeskPolicies(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                // Signing in again would not help, so there is nowhere to send them.
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Desk, policy => policy.RequireRole(Enum.GetNames<AccountRole>()))
            .AddPolicy(Moderator, policy => policy.RequireRole(nameof(AccountRole.Moderator), nameof(AccountRole.Administrator)));
        return services;
    }

    /// <summary>True for those who decide about comments.</summary>
    public static bool MayModerate(this ClaimsPrincipal user) => user.IsInRole(nameof(AccountRole.Moderator)) || user.IsInRole(nameof(AccountRole.Administrator));

    /// <summary>Guards the folders, whatever pages are put into them.</summary>
    public static void GuardDesk(this PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Desk", Desk);
        pages.AuthorizeFolder("/Desk/Moderation", Moderator);
    }

    /// <summary>Knows who is asking, on personal pages only: no other page looks at a cookie.</summary>
    public static void UseDeskGuard(this WebApplication app)
    {
        // Else the host puts the middleware in itself, before everything and for every page.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseWhen(context => PersonalPaths.Hold(context.Request.Path), personal => personal.UseAuthentication());
        app.UseAuthorization();
    }
}
