using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Web.Security;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Accounts;

/// <summary>Registers accounts and signing in, and lets only personal pages know who asks.</summary>
internal static class AccountServices
{
    /// <summary>The page that asks for address and password.</summary>
    public const string SignInPath = "/account/sign-in";

    private static readonly TimeSpan SessionLength = TimeSpan.FromDays(30);

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        // In the database, so that several servers read one another's cookies and mailed links.
        services.AddDataProtection().SetApplicationName("NewsSite").PersistKeysToDbContext<NewsDbContext>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(Cookies);
        services.AddIdentityCore<Account>(Rules)
            .AddEntityFrameworkStores<NewsDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<ResetTokens>(ResetTokens.Name)
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromDays(1));
        services.Configure<SecurityStampValidatorOptions>(stamps => stamps.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "form";
            forms.Cookie.SameSite = SameSiteMode.Lax;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddOptions<IdentityPasskeyOptions>().Configure<SiteSettings>(KeyRules);
        services.AddAccountPolicies();
        services.AddSingleton<AccountPace>();
        services.AddSingleton<AccountMails>();
        services.AddScoped<AccountTools>();
        services.AddScoped<Registering>();
        services.AddScoped<GuestAccounts>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<MovingAddress>();
        services.AddScoped<SigningIn>();
        services.AddScoped<Passkeys>();
        services.AddScoped<SecondStep>();
        return services;
    }

    /// <summary>Reads the cookie on personal pages only: no other page knows who asks, so none can differ by it, and none renews a cookie.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        // Else the host puts both in itself, first of all and for every page.
        var properties = ((IApplicationBuilder)app).Properties;
        properties["__AuthenticationMiddlewareSet"] = true;
        properties["__AuthorizationMiddlewareSet"] = true;
        app.UseWhen(context => PersonalPaths.Hold(context.Request.Path), personal => personal.UseAuthentication().UseAuthorization());
    }

    private static void Rules(IdentityOptions identity)
    {
        // Stores.SchemaVersion stays unset: the model would follow it while serving and not while making migrations. Passkeys are in the model by AccountMapping.
        identity.User.RequireUniqueEmail = true;
        // The user name is the address, which may hold whatever addresses may.
        identity.User.AllowedUserNameCharacters = "";
        identity.SignIn.RequireConfirmedEmail = true;
        identity.Tokens.PasswordResetTokenProvider = ResetTokens.Name;
        identity.Password.RequiredLength = PasswordRules.MinLength;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 10;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }

    private static void KeyRules(IdentityPasskeyOptions keys, SiteSettings site)
    {
        // Else the host of the request. A passkey is bound to this name for good.
        keys.ServerDomain = site.BaseUrl is { } url ? new Uri(url).Host : null;
        // Known by the device alone, without a name typed, and opened by its owner: such a passkey stands for password and code.
        keys.ResidentKeyRequirement = "required";
        keys.UserVerificationRequirement = "required";
    }

    private static void Cookies(IdentityCookiesBuilder cookies)
    {
        Name(cookies.ApplicationCookie, "account");
        Name(cookies.ExternalCookie, "account-elsewhere");
        Name(cookies.TwoFactorUserIdCookie, "account-step");
        Name(cookies.TwoFactorRememberMeCookie, "account-known");
        cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.LoginPath = SignInPath;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = SessionLength;
            // A path, not an address with the Host header in it, which anybody may write.
            cookie.Events.OnRedirectToLogin = context =>
            {
                context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
                return Task.CompletedTask;
            };
            cookie.Events.OnSignedIn = context => NoteAsync(context);
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                // Signing in again would not help, and what somebody may not see is not there for them.
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>Notes when somebody was last here: administrators look for colleagues who no longer come. Every way of signing in ends here.</summary>
    private static async Task NoteAsync(CookieSignedInContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (int.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            await services.GetRequiredService<NewsDbContext>().Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignedInAt, now), context.HttpContext.RequestAborted);
        }
    }

    private static void Name(OptionsBuilder<CookieAuthenticationOptions>? cookie, string name) => cookie!.Configure(options =>
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    });
}
