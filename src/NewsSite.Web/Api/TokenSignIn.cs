using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using NewsSite.Tokens;

namespace NewsSite.Web.Api;

/// <summary>Knows programs by the personal token they bring in <c>Authorization: Bearer</c> (RFC 6750), and by nothing else: no cookie of a person signed in reaches these addresses.</summary>
internal sealed class TokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, PersonalTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Token";

    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    private const int MaxLength = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ Length: < MaxLength } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } bearer)
        {
            return AuthenticateResult.Fail("The token opens nothing.");
        }

        Context.Features.Set(bearer);
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, bearer.Actor.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            .. Enum.GetValues<TokenScope>().Where(s => s != TokenScope.None && bearer.Scopes.HasFlag(s)).Select(s => new Claim(ScopeClaim, s.ToString())),
        ];
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count == 0 ? "Bearer realm=\"api\"" : "Bearer realm=\"api\", error=\"invalid_token\"";
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, "This takes a personal token: make one at /desk/tokens and send it as \"Authorization: Bearer …\". One that was taken back, ran out, or whose person left opens nothing.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"api\", error=\"insufficient_scope\"";
        return ApiProblem.Of(StatusCodes.Status403Forbidden, "This token was not made for that. Make one that opens it at /desk/tokens.").ExecuteAsync(Context);
    }
}
