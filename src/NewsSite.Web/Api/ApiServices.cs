using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NewsSite.Tokens;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;
using NewsSite.Web.Security;

namespace NewsSite.Web.Api;

/// <summary>Registers what programs may ask, and its addresses.</summary>
internal static class ApiServices
{
    /// <summary>What every address begins with. Another version gets another one; this one keeps its promises.</summary>
    public const string Root = "/api/v1";

    /// <summary>Where the document is that describes it all.</summary>
    public const string DocumentPath = $"{Root}/openapi.json";

    /// <summary>The addresses that take a personal token, and no cookie.</summary>
    public const string DraftsPath = $"{Root}/drafts";

    private const string Pace = "api";

    private static readonly IReadOnlyDictionary<string, string?> Open = new Dictionary<string, string?> { [HeaderNames.AccessControlAllowOrigin] = "*" };

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiSettings>().BindConfiguration("Api").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiSettings>, ApiSettingsValidation>();
        services.AddScoped<PersonalTokens>();
        services.AddScoped<ArticleRecords>();
        services.AddScoped<DraftRecords>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.Name, null);
        var policies = services.AddAuthorizationBuilder();
        foreach (var scope in Enum.GetValues<TokenScope>().Where(s => s != TokenScope.None))
        {
            policies.AddPolicy(PolicyFor(scope), policy => policy.AddAuthenticationSchemes(TokenSignIn.Name).RequireClaim(TokenSignIn.ScopeClaim, scope.ToString()));
        }

        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(Pace, context => RateLimitPartition.GetFixedWindowLimiter(
                context.RequestServices.GetRequiredService<NetworkKey>().Of(context.Connection.RemoteIpAddress) ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiSettings>>().Value.RequestsPerMinute, Window = Minute }));
            limits.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await ApiProblem.Of(StatusCodes.Status429TooManyRequests, "These were too many questions within a minute. Ask again once the seconds of Retry-After are over.").ExecuteAsync(rejected.HttpContext);
            };
        });
        services.AddOpenApi("v1", ApiDocument.Describe);
        return services;
    }

    /// <summary>Lets pages elsewhere read what is public here: it is the same for everyone, and no cookie goes with it.</summary>
    public static void UseApi(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Root) && !PersonalPaths.TakeTokens(context.Request.Path))
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
        }

        return next(context);
    });

    /// <summary>Lets the page cache keep an answer, with what all of them say.</summary>
    public static void KeepAnswer(this HttpContext context, IReadOnlyList<string> tags) => context.Features.Set(new CachedPage(tags) { Headers = Open });

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi(DocumentPath).ExcludeFromDescription().RequireRateLimiting(Pace).AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.KeepAnswer([CacheTags.Lists]);
            return next(invocation);
        });
        var api = app.MapGroup(Root).RequireRateLimiting(Pace).AddEndpointFilter(ApiQueryFilter.ReadAsync);
        api.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapArticles();
        api.MapNames();
        api.MapComments();
        api.MapDrafts();
        app.MapGet($"{Root}/{{**rest}}", () => ApiProblem.Of(StatusCodes.Status404NotFound, "There is no such address. /api says which there are.")).ExcludeFromDescription();
    }

    public static string PolicyFor(TokenScope scope) => $"Token:{scope}";
}
