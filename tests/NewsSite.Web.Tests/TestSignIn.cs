using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsSite.Data;

namespace NewsSite.Web.Tests;

/// <summary>
/// Signs in whoever a header names, so that tests of what the signed-in may do need no sign-in pages. Without the header the site's own way is asked. What follows
/// (who is sent where, who is refused) is the site's own in either case.
/// </summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, NewsDbContext db, TestSignIn.Real real)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Header = "X-Test-Account";

    /// <summary>The scheme that would be asked.</summary>
    public sealed class Real
    {
        public string? Scheme { get; set; }
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ } key])
        {
            return real.Scheme is null ? AuthenticateResult.NoResult() : await Context.AuthenticateAsync(real.Scheme);
        }

        var id = int.Parse(key, CultureInfo.InvariantCulture);
        var account = await db.Accounts.AsNoTracking().Include(a => a.Roles).SingleAsync(a => a.Id == id);
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, key),
            new(ClaimTypes.Name, account.DisplayName),
            new(Pages.PersonalPage.LanguageClaim, account.Language),
            .. account.Roles.Select(r => new Claim(ClaimTypes.Role, r.Role.ToString())),
        ];
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
    }
}

internal static class TestSignInServices
{
    public static void AddTestSignIn(this IServiceCollection services)
    {
        var real = new TestSignIn.Real();
        services.AddSingleton(real);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TestSignIn>(nameof(TestSignIn), null);
        services.PostConfigure<AuthenticationOptions>(options =>
        {
            real.Scheme = options.DefaultAuthenticateScheme ?? options.DefaultScheme;
            options.DefaultAuthenticateScheme = nameof(TestSignIn);
        });
    }
}
