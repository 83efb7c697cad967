using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using NewsSite.Text;

namespace NewsSite.Web.Api;

/// <summary>How a parameter of a question is read.</summary>
internal enum ApiParameterKind
{
    /// <summary>A name in an address.</summary>
    Slug,

    /// <summary>A BCP 47 tag.</summary>
    Language,

    /// <summary>A role somebody is credited in.</summary>
    Role,

    /// <summary>A day or an instant.</summary>
    Time,

    /// <summary>How many at once.</summary>
    Limit,

    /// <summary>Where the next page begins.</summary>
    Cursor,

    /// <summary>Which fields are wanted.</summary>
    Fields,
}

/// <summary>Something a question may say. One place for what the document tells of it and for what is refused.</summary>
/// <param name="Name">Its name in the query.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="About">What it does, for the document.</param>
internal sealed record ApiParameter(string Name, ApiParameterKind Kind, string About)
{
    public const int UsualLimit = 20;

    public const int MaxLimit = 100;

    private const int MaxLength = 500;

    public static readonly ApiParameter Limit = new("limit", ApiParameterKind.Limit, $"How many at once, 1 to {MaxLimit}; {UsualLimit} unless said otherwise.");

    public static readonly ApiParameter After = new("after", ApiParameterKind.Cursor, "Where this page begins: taken from `next` of the page before, never made up.");

    public static readonly ApiParameter Fields = new("fields", ApiParameterKind.Fields, "The fields wanted, with commas between; all of them unless said otherwise.");

    /// <summary>Why a value cannot be taken, as a sentence; null where it can.</summary>
    public string? WhyNot(string value) => Kind switch
    {
        _ when value.Length > MaxLength => $"\"{Name}\" is longer than {MaxLength} characters.",
        ApiParameterKind.Slug when !Slug.IsValid(value) => $"\"{Name}\" takes a name as it stands in addresses, such as \"opinion\"; \"{value}\" is none.",
        ApiParameterKind.Language when LanguageTag.Canonical(value) is null => $"\"{Name}\" takes a language tag such as \"uk\"; \"{value}\" is none.",
        ApiParameterKind.Role when Role(value) is null => $"\"{Name}\" takes one of {string.Join(", ", Enum.GetNames<Credits.CreditRole>().Select(JsonName))}; \"{value}\" is none of them.",
        ApiParameterKind.Time when Time(value) is null => $"\"{Name}\" takes a day such as 2026-11-24 or an instant such as 2026-11-24T12:00:00Z; \"{value}\" is neither.",
        ApiParameterKind.Limit when Number(value) is null => $"\"{Name}\" takes a number from 1 to {MaxLimit}; \"{value}\" is none.",
        ApiParameterKind.Cursor when ApiCursor.Parse(value) is null => $"\"{Name}\" takes what a page before gave as \"next\"; this is something else.",
        _ => null,
    };

    public static Credits.CreditRole? Role(string value) => Enum.GetNames<Credits.CreditRole>().FirstOrDefault(n => JsonName(n) == value) is { } name ? Enum.Parse<Credits.CreditRole>(name) : null;

    /// <summary>An instant; a day means its beginning in UTC.</summary>
    public static DateTime? Time(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
        : DateTimeOffset.TryParseExact(value, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.UtcDateTime
        : null;

    public static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxLimit ? number : null;

    /// <summary>What the document says of it.</summary>
    public OpenApiParameter Described() => new()
    {
        Name = Name,
        In = ParameterLocation.Query,
        Description = About,
        Schema = Kind switch
        {
            ApiParameterKind.Limit => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{MaxLimit}", Default = JsonValue.Create(UsualLimit) },
            ApiParameterKind.Role => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames<Credits.CreditRole>().Select(n => (JsonNode)JsonValue.Create(JsonName(n))!)] },
            _ => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = MaxLength },
        },
    };

    private static string JsonName(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
