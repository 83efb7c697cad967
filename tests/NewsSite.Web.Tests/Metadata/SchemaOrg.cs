using System.Text.Json.Nodes;

namespace NewsSite.Web.Tests.Metadata;

/// <summary>
/// The part of the schema.org vocabulary, release 29, that our graphs use: which types there are and what they are kinds of, where a property belongs, and what it takes.
/// </summary>
internal static class SchemaOrg
{
    private static readonly Dictionary<string, string[]> KindOf = new()
    {
        ["Thing"] = [], ["CreativeWork"] = ["Thing"], ["Article"] = ["CreativeWork"], ["NewsArticle"] = ["Article"], ["OpinionNewsArticle"] = ["NewsArticle"],
        ["AnalysisNewsArticle"] = ["NewsArticle"], ["ReportageNewsArticle"] = ["NewsArticle"], ["Comment"] = ["CreativeWork"], ["CorrectionComment"] = ["Comment"],
        ["MediaObject"] = ["CreativeWork"], ["ImageObject"] = ["MediaObject"], ["Person"] = ["Thing"], ["Organization"] = ["Thing"], ["NewsMediaOrganization"] = ["Organization"],
        ["ItemList"] = ["Thing"], ["BreadcrumbList"] = ["ItemList"], ["ListItem"] = ["Thing"],
    };

    /// <summary>Where a property belongs, and what it takes: types, or Text, URL, Date, Number, Boolean, Duration.</summary>
    private static readonly Dictionary<string, (string[] Domain, string[] Range)> Properties = new()
    {
        ["name"] = (["Thing"], ["Text"]), ["alternateName"] = (["Thing"], ["Text"]), ["description"] = (["Thing"], ["Text"]), ["url"] = (["Thing"], ["URL"]), ["image"] = (["Thing"], ["ImageObject", "URL"]),
        ["mainEntityOfPage"] = (["Thing"], ["URL", "CreativeWork"]), ["headline"] = (["CreativeWork"], ["Text"]), ["inLanguage"] = (["CreativeWork"], ["Text"]), ["genre"] = (["CreativeWork"], ["Text"]),
        ["articleSection"] = (["Article"], ["Text"]), ["keywords"] = (["CreativeWork"], ["Text"]), ["datePublished"] = (["CreativeWork"], ["Date"]), ["dateModified"] = (["CreativeWork"], ["Date"]),
        ["author"] = (["CreativeWork"], ["Organization", "Person"]), ["translator"] = (["CreativeWork"], ["Organization", "Person"]), ["editor"] = (["CreativeWork"], ["Person"]),
        ["contributor"] = (["CreativeWork"], ["Organization", "Person"]), ["publisher"] = (["CreativeWork"], ["Organization", "Person"]), ["translationOfWork"] = (["CreativeWork"], ["CreativeWork"]),
        ["isBasedOn"] = (["CreativeWork"], ["CreativeWork", "URL"]), ["usageInfo"] = (["CreativeWork"], ["CreativeWork", "URL"]), ["correction"] = (["CreativeWork"], ["CorrectionComment", "Text", "URL"]),
        ["wordCount"] = (["Article"], ["Number"]), ["timeRequired"] = (["CreativeWork"], ["Duration"]), ["isAccessibleForFree"] = (["CreativeWork"], ["Boolean"]), ["commentCount"] = (["CreativeWork"], ["Number"]),
        ["discussionUrl"] = (["CreativeWork"], ["URL"]), ["comment"] = (["CreativeWork"], ["Comment"]), ["text"] = (["CreativeWork"], ["Text"]), ["archivedAt"] = (["CreativeWork"], ["URL"]),
        ["caption"] = (["MediaObject"], ["Text", "MediaObject"]), ["creditText"] = (["CreativeWork"], ["Text"]), ["creator"] = (["CreativeWork"], ["Organization", "Person"]), ["license"] = (["CreativeWork"], ["CreativeWork", "URL"]),
        ["logo"] = (["Organization"], ["ImageObject", "URL"]), ["publishingPrinciples"] = (["CreativeWork", "Organization", "Person"], ["CreativeWork", "URL"]), ["correctionsPolicy"] = (["Organization"], ["CreativeWork", "URL"]),
        ["itemListElement"] = (["ItemList"], ["ListItem", "Text", "Thing"]), ["position"] = (["CreativeWork", "ListItem"], ["Number", "Text"]), ["item"] = (["ListItem"], ["Thing", "URL"]),
    };

    /// <summary>What is wrong with a graph, a sentence each.</summary>
    public static IReadOnlyList<string> Faults(JsonNode graph)
    {
        var faults = new List<string>();
        if ((string?)graph["@context"] != "https://schema.org")
        {
            faults.Add("The context is not schema.org's.");
        }

        var known = Nodes(graph["@graph"]!).Where(n => n["@id"] is not null && n["@type"] is not null).ToLookup(n => (string)n["@id"]!, TypesOf);
        foreach (var node in graph["@graph"]!.AsArray())
        {
            Check(node!.AsObject(), known, faults);
        }

        return faults;
    }

    private static void Check(JsonObject node, ILookup<string, string[]> known, List<string> faults)
    {
        var types = TypesOf(node);
        faults.AddRange(types.Where(t => !KindOf.ContainsKey(t)).Select(t => $"There is no type {t}."));
        foreach (var (property, value) in node.Where(p => !p.Key.StartsWith('@')))
        {
            if (!Properties.TryGetValue(property, out var rule))
            {
                faults.Add($"There is no property {property}.");
                continue;
            }

            if (!types.Any(t => rule.Domain.Any(d => Is(t, d))))
            {
                faults.Add($"{property} does not belong to {string.Join('/', types)}.");
            }

            foreach (var one in value is JsonArray several ? [.. several] : new[] { value })
            {
                if (one is JsonObject inner)
                {
                    var found = inner["@type"] is not null ? TypesOf(inner) : [.. known[(string)inner["@id"]!].SelectMany(t => t)];
                    // Another page of ours is named by its id alone; what it is stands there.
                    if (found.Length > 0 && !found.Any(t => rule.Range.Any(r => Is(t, r))))
                    {
                        faults.Add($"{property} does not take {string.Join('/', found)}.");
                    }

                    if (inner["@type"] is not null)
                    {
                        Check(inner, known, faults);
                    }
                }
                else if (!rule.Range.Any(r => Fits(one!.AsValue(), r)))
                {
                    faults.Add($"{property} does not take {one}.");
                }
            }
        }
    }

    private static bool Fits(JsonValue value, string range) => range switch
    {
        "Text" => value.TryGetValue<string>(out var text) && text.Length > 0,
        "URL" => value.TryGetValue<string>(out var address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https",
        "Date" => value.TryGetValue<string>(out var date) && DateTimeOffset.TryParse(date, System.Globalization.CultureInfo.InvariantCulture, out _),
        "Duration" => value.TryGetValue<string>(out var duration) && System.Text.RegularExpressions.Regex.IsMatch(duration, "^PT[0-9]+M$"),
        "Number" => value.TryGetValue<int>(out _),
        "Boolean" => value.TryGetValue<bool>(out _),
        _ => false,
    };

    private static bool Is(string type, string kind) => type == kind || (KindOf.TryGetValue(type, out var kinds) && kinds.Any(k => Is(k, kind)));

    private static string[] TypesOf(JsonObject node) => node["@type"] switch { JsonArray several => [.. several.Select(t => (string)t!)], { } one => [(string)one!], null => [] };

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Nodes),
        JsonObject @object => @object.SelectMany(p => Nodes(p.Value)).Prepend(@object),
        _ => [],
    };
}
