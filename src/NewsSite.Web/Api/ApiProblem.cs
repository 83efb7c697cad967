using Microsoft.AspNetCore.Mvc;

namespace NewsSite.Web.Api;

/// <summary>Why a question is not answered, in the form of RFC 9457: a sentence that says what to do.</summary>
internal static class ApiProblem
{
    public const string MediaType = "application/problem+json";

    public static IResult Of(int status, string detail, IDictionary<string, string[]>? errors = null, IReadOnlyDictionary<string, object?>? more = null)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            Detail = detail,
        };
        if (errors is { Count: > 0 })
        {
            problem.Extensions["errors"] = errors;
        }

        foreach (var (name, value) in more ?? new Dictionary<string, object?>())
        {
            problem.Extensions[name] = value;
        }

        return Results.Json(problem, contentType: MediaType, statusCode: status);
    }

    public static IResult NotFound(string what) => Of(StatusCodes.Status404NotFound, $"There is no such {what}, or it is not public.");
}
