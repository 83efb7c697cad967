using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;

namespace NewsSite.Web.Api;

/// <summary>Reads what programs send. Whatever cannot be read is refused with a sentence that says where.</summary>
internal static class ApiBody
{
    /// <summary>The most that is read, in bytes: a text and an original at their longest, in a script of three bytes a letter, escaped.</summary>
    public const int MaxBytes = 6 * 1024 * 1024;

    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Strict = [];

    /// <summary>The object that was sent.</summary>
    public static async Task<(JsonObject? Sent, IResult? Problem)> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        if (context.Request.ContentType is not { } type || !(type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/merge-patch+json", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "This takes JSON: send it with \"Content-Type: application/json\"."));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBytes;
        }

        if (context.Request.ContentLength > MaxBytes)
        {
            return (null, TooLarge());
        }

        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }, cancellationToken: cancel) is JsonObject sent
                ? (sent, null)
                : (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "This takes a JSON object."));
        }
        catch (JsonException fault)
        {
            return (null, ApiProblem.Of(StatusCodes.Status400BadRequest, $"What was sent is no JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."));
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TooLarge());
        }
    }

    /// <summary>Takes it as a record; a field nobody knows is refused, for a misspelt one would be lost.</summary>
    public static (T? Record, IResult? Problem) As<T>(JsonObject sent, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return (sent.Deserialize<T>(Strict.GetValue(options, static usual => new JsonSerializerOptions(usual) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true })), null);
        }
        catch (JsonException fault)
        {
            var field = fault.Path is { Length: > 2 } path ? path[2..] : null;
            var detail = field is null ? "A field is not known here, or does not hold what it should; the document at /api says what each takes." : $"\"{field}\" does not hold what it should; the document at /api says what it takes.";
            return (null, ApiProblem.Of(StatusCodes.Status400BadRequest, detail, field is null ? null : new Dictionary<string, string[]> { [field] = [detail] }));
        }
    }

    /// <summary>Puts a change over what is there (RFC 7396): what is left out stays, null takes away, an object is changed in turn, anything else is replaced.</summary>
    public static JsonObject Merge(JsonObject there, JsonObject change)
    {
        foreach (var (name, value) in change)
        {
            if (value is JsonObject inner)
            {
                there[name] = Merge(there[name] as JsonObject ?? [], inner);
            }
            else if (value is null)
            {
                there.Remove(name);
            }
            else
            {
                there[name] = value.DeepClone();
            }
        }

        return there;
    }

    private static IResult TooLarge() => ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, $"What was sent is larger than {MaxBytes / 1024 / 1024} MB.");
}
