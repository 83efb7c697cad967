using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Api;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">The things of this page.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Answers with records as JSON: only the fields asked for, with an entity tag of the bytes. The page cache keeps it where the question is one many ask.</summary>
internal static class ApiAnswer
{
    private const string CacheControl = "public, max-age=0, must-revalidate";

    /// <summary>Answers with one thing.</summary>
    public static IResult Answer<T>(this HttpContext context, T value, params string[] tags) =>
        context.Write(context.Options(), options => JsonSerializer.SerializeToNode(value, options), typeof(T), tags);

    /// <summary>Answers with a page of a list.</summary>
    /// <param name="context">The request.</param>
    /// <param name="found">What was found, and one more where there is a next page.</param>
    /// <param name="cursor">Where a page that ends with this goes on.</param>
    /// <param name="tags">What it was made from; none for what nobody may keep.</param>
    public static IResult AnswerPage<T>(this HttpContext context, IReadOnlyList<T> found, Func<T, ApiCursor> cursor, params string[] tags)
    {
        var query = context.Asked();
        var items = found.Take(query.Limit).ToList();
        var next = found.Count > query.Limit ? NextAddress(context, cursor(items[^1])) : null;
        if (next is not null)
        {
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return context.Write(context.Options(), options => JsonSerializer.SerializeToNode(new ApiPage<T>(items, next), options), typeof(T), tags);
    }

    /// <summary>Answers with a list that is short enough to be told at once.</summary>
    public static IResult AnswerWhole<T>(this HttpContext context, IReadOnlyList<T> found, params string[] tags) =>
        context.Write(context.Options(), options => JsonSerializer.SerializeToNode(new ApiPage<T>(found, null), options), typeof(T), tags);

    /// <summary>Scheme and host for whole addresses: the setting, else the request's.</summary>
    public static string BaseUrl(this HttpContext context) =>
        context.RequestServices.GetRequiredService<Settings.SiteSettings>().BaseUrl ?? $"{context.Request.Scheme}://{context.Request.Host}";

    public static JsonSerializerOptions Options(this HttpContext context) => context.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;

    private static IResult Write(this HttpContext context, JsonSerializerOptions options, Func<JsonSerializerOptions, JsonNode?> serialize, Type type, string[] tags)
    {
        var fields = context.Asked().Fields;
        if (fields is not null && WhyNot(fields, options, type) is { } why)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, why, new Dictionary<string, string[]> { ["fields"] = [why] });
        }

        var node = serialize(options)!;
        if (fields is not null)
        {
            foreach (var thing in node["items"] is JsonArray list ? list.OfType<JsonObject>() : [node.AsObject()])
            {
                foreach (var other in thing.Select(p => p.Key).Except(fields).ToList())
                {
                    thing.Remove(other);
                }
            }
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(node, options);
        var etag = KeptPage.TagOf(bytes);
        if (tags.Length > 0)
        {
            context.KeepAnswer(tags);
        }

        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = CacheControl;
        return context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(t => t == etag || t == etag[2..])
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, "application/json; charset=utf-8");
    }

    private static string? WhyNot(IReadOnlyList<string> fields, JsonSerializerOptions options, Type type)
    {
        var known = options.GetTypeInfo(type).Properties.Select(p => p.Name).ToList();
        return fields.FirstOrDefault(f => !known.Contains(f)) is { } wrong ? $"There is no field \"{(wrong.Length <= 40 ? wrong : wrong[..40] + "…")}\". There are: {string.Join(", ", known)}."
            : fields.Count == 0 ? $"\"fields\" names none. There are: {string.Join(", ", known)}."
            : null;
    }

    private static string NextAddress(HttpContext context, ApiCursor after)
    {
        var rest = context.Request.Query.Where(q => q.Key != "after").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()));
        return context.BaseUrl() + context.Request.Path + QueryString.Create(rest.Append(KeyValuePair.Create("after", (string?)after.ToString())));
    }
}
