using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Developers;

/// <summary>What programs may ask, as a page: printed from the same document they read.</summary>
public sealed class IndexModel([FromKeyedServices("v1")] IOpenApiDocumentProvider documents) : SitePage
{
    /// <summary>How the names of records begin that are pages of a list.</summary>
    private const string PageOf = "PageOf";

    /// <summary>One thing that can be asked.</summary>
    public sealed record Question(string Method, string Path, OpenApiOperation Operation);

    /// <summary>A field of an answer or of what is sent.</summary>
    public sealed record Field(string Name, string Type, string? About);

    /// <summary>A record, by the name the document gives it.</summary>
    public sealed record Shape(string Name, string? About, IReadOnlyList<Field> Fields);

    /// <summary>The document.</summary>
    public OpenApiDocument Document { get; private set; } = null!;

    /// <summary>What can be asked, by what it is about.</summary>
    public IReadOnlyList<IGrouping<string, Question>> Calls { get; private set; } = [];

    /// <summary>The records answers are made of, by name.</summary>
    public IReadOnlyList<Shape> Shapes { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Title, Description, CanonicalPath) = (Words["Api.Title"], Words["Api.Lead"], Link("/api"));
        Document = await documents.GetOpenApiDocumentAsync(cancel);
        Calls = [.. Document.Paths.SelectMany(p => p.Value.Operations!.Select(o => new Question(o.Key.Method, p.Key, o.Value))).GroupBy(c => c.Operation.Tags!.First().Name!)];
        Shapes = [.. (Document.Components!.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Where(s => s.Value.Properties is { Count: > 0 } && !s.Key.StartsWith(PageOf, StringComparison.Ordinal) && s.Key != "ProblemDetails")
            .OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new Shape(s.Key, s.Value.Description, [.. s.Value.Properties!.Select(p => new Field(p.Key, TypeOf(p.Value), p.Value.Description))]))];
        Keep(CacheTags.Lists);
    }

    /// <summary>What a record's part of this page is called in its address.</summary>
    public static string AnchorOf(string shape) => $"record-{shape}";

    /// <summary>The records a call answers with, or takes.</summary>
    public static IEnumerable<string> RecordsOf(IDictionary<string, OpenApiMediaType>? content) =>
        (content ?? new Dictionary<string, OpenApiMediaType>()).Where(c => !c.Key.Contains("problem", StringComparison.Ordinal)).Select(c => NameOf(c.Value.Schema)).OfType<string>().Distinct();

    /// <summary>A sentence of the document: what stands between backticks is code.</summary>
    public static IHtmlContent Prose(string? text)
    {
        var prose = new HtmlContentBuilder();
        foreach (var (i, part) in (text ?? "").Split('`').Index())
        {
            _ = i % 2 == 0 ? prose.Append(part) : prose.AppendHtml("<code>").Append(part).AppendHtml("</code>");
        }

        return prose;
    }

    /// <summary>A type in words a programmer reads.</summary>
    public static string TypeOf(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            return schema.Enum is { Count: > 0 } choices ? string.Join(" | ", choices.Select(c => $"\"{c}\"")) : id;
        }

        if (schema.OneOf is { Count: > 0 } options)
        {
            return string.Join(" | ", options.Select(TypeOf));
        }

        var type = (schema.Type ?? default) & ~JsonSchemaType.Null;
        var name = type.HasFlag(JsonSchemaType.Array) ? $"{(schema.Items is { } items ? TypeOf(items) : "")}[]"
            : type.HasFlag(JsonSchemaType.Integer) ? "integer"
            : type == default ? "null"
            : schema.Format is { } format ? $"{type.ToString().ToLowerInvariant()} ({format})"
            : type.ToString().ToLowerInvariant();
        return schema.Type is { } whole && whole.HasFlag(JsonSchemaType.Null) && type != default ? $"{name} | null" : name;
    }

    private static string? NameOf(IOpenApiSchema? schema) => schema switch
    {
        OpenApiSchemaReference { Reference.Id: { } id } when schema.Properties?.TryGetValue("items", out var list) == true && id.StartsWith(PageOf, StringComparison.Ordinal) => list.Items is { } item ? $"{NameOf(item)}[]" : null,
        OpenApiSchemaReference { Reference.Id: { } id } => id,
        _ => null,
    };
}
