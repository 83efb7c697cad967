using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace NewsSite.Citing;

/// <summary>Writes a citation as CSL-JSON 1.0.2, the one of the formats that has a place for everything a translation is: translator, and title, author, date and publisher of the original.</summary>
public static class CslCitation
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/vnd.citationstyles.csl+json";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    /// <summary>Writes it: a list of one item.</summary>
    public static string Write(Citation citation)
    {
        var item = new JsonObject
        {
            ["id"] = citation.Key,
            ["type"] = "article-newspaper",
            ["title"] = citation.Title,
            ["author"] = Names(citation.Authors),
            ["interviewer"] = Names(citation.Interviewers),
            ["translator"] = Names(citation.Translators),
            ["container-title"] = citation.Publisher,
            ["issued"] = Date(citation.Day),
            ["language"] = citation.Language,
            ["URL"] = citation.Address,
        };
        if (citation.Original is { } original)
        {
            item["original-title"] = original.Title;
            item["original-author"] = Names(original.Authors);
            item["original-date"] = original.Day is { } day ? Date(day) : null;
            item["original-publisher"] = original.Publication;
            // The schema has no field for these; "custom" is its place for what it does not know.
            item["custom"] = Known(new JsonObject { ["original-language"] = original.Language, ["original-URL"] = original.Address, ["original-archive"] = original.Archived }) is { Count: > 0 } custom ? custom : null;
        }

        return new JsonArray(Known(item)).ToJsonString(Json) + "\n";
    }

    private static JsonArray? Names(IReadOnlyList<string> names) => names.Count == 0 ? null : new JsonArray([.. names.Select(n => new JsonObject { ["literal"] = n })]);

    private static JsonObject Date(DateOnly day) => new() { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };

    /// <summary>Leaves out what is not known.</summary>
    private static JsonObject Known(JsonObject node)
    {
        foreach (var unknown in node.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            node.Remove(unknown);
        }

        return node;
    }
}
