using Microsoft.AspNetCore.Http.Features;
using NewsSite.Credits;

namespace NewsSite.Web.Api;

/// <summary>What a question says, read and in order.</summary>
internal sealed class ApiQuery
{
    private readonly Dictionary<string, string> values = [];

    private ApiQuery()
    {
    }

    public int Limit => values.TryGetValue("limit", out var limit) ? ApiParameter.Number(limit)!.Value : ApiParameter.UsualLimit;

    public ApiCursor? After => values.TryGetValue("after", out var after) ? ApiCursor.Parse(after) : null;

    public CreditRole? Role => values.TryGetValue("role", out var role) ? ApiParameter.Role(role) : null;

    /// <summary>The fields wanted; null for all.</summary>
    public IReadOnlyList<string>? Fields => values.TryGetValue("fields", out var fields) ? fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null;

    /// <summary>A parameter as it stands there.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>A language, in its canonical form.</summary>
    public string? Language => values.TryGetValue("language", out var language) ? Text.LanguageTag.Canonical(language) : null;

    public DateTime? Time(string name) => values.TryGetValue(name, out var time) ? ApiParameter.Time(time) : null;

    /// <summary>Reads a question by what its endpoint takes; a name nobody knows is refused, for a list that silently ignores "lang" shows the wrong pieces.</summary>
    public static (ApiQuery? Query, IResult? Problem) Read(HttpContext context)
    {
        var known = context.GetEndpoint()!.Metadata.GetOrderedMetadata<ApiParameter>();
        var (query, errors) = (new ApiQuery(), new Dictionary<string, string[]>());
        foreach (var (name, said) in context.Request.Query)
        {
            var parameter = known.FirstOrDefault(p => p.Name == name);
            var why = parameter is null ? $"\"{Cut(name)}\" is not known here. What is: {(known.Count == 0 ? "nothing" : string.Join(", ", known.Select(p => p.Name)))}."
                : said.Count != 1 || string.IsNullOrEmpty(said[0]) ? $"\"{name}\" is to be said once, with a value."
                : parameter.WhyNot(said[0]!);
            if (why is null)
            {
                query.values[name] = said[0]!;
            }
            else
            {
                errors[Cut(name)] = [why];
            }
        }

        return errors.Count == 0 ? (query, null) : (null, ApiProblem.Of(StatusCodes.Status400BadRequest, errors.Values.First()[0], errors));
    }

    private static string Cut(string name) => name.Length <= 40 ? name : name[..40] + "…";
}

/// <summary>Gives handlers the question, once it is read.</summary>
internal static class ApiQueryFilter
{
    /// <summary>Says what the questions of an endpoint may hold.</summary>
    public static RouteHandlerBuilder Taking(this RouteHandlerBuilder endpoint, params ApiParameter[] parameters) => endpoint.WithMetadata([.. parameters]);

    public static ApiQuery Asked(this HttpContext context) => context.Features.GetRequiredFeature<ApiQuery>();

    public static ValueTask<object?> ReadAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var (query, problem) = ApiQuery.Read(invocation.HttpContext);
        if (problem is not null)
        {
            return ValueTask.FromResult<object?>(problem);
        }

        invocation.HttpContext.Features.Set(query);
        return next(invocation);
    }
}
