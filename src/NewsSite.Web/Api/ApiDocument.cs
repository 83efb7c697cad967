using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints do: the publication, the parameters of questions, the token.</summary>
internal static class ApiDocument
{
    private const string Bearer = "token";

    public static void Describe(OpenApiOptions document)
    {
        // The style sheet made from the settings is an endpoint too.
        document.ShouldInclude = described => described.RelativePath?.StartsWith(ApiServices.Root[1..], StringComparison.Ordinal) == true;
        // Records go by what they are: "Article", "PageOfArticle".
        document.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("Api", "", StringComparison.Ordinal);
        document.AddDocumentTransformer((described, context, _) =>
        {
            var site = context.ApplicationServices.GetRequiredService<SiteSettings>();
            described.Info = new OpenApiInfo
            {
                Title = site.Name,
                Version = "1",
                Description = "What is published here, for programs: articles with all their credits and sources, contributors, publications, sections and comments. "
                    + "Lists come in pages: follow `next`. Ask for the fields you need with `fields`. Every answer has an entity tag: send it back in `If-None-Match` and what has not changed costs nothing. "
                    + "Drafts take a personal token, which people of the newsroom make at /desk/tokens.",
            };
            described.Servers = site.BaseUrl is { } home ? [new OpenApiServer { Url = home }] : [new OpenApiServer { Url = "/" }];
            described.Components ??= new OpenApiComponents();
            described.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal token, made at /desk/tokens." },
            };
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Parameters = [.. operation.Parameters ?? [], .. metadata.OfType<ApiParameter>().Select(p => p.Described())];
            if (metadata.OfType<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    }
}
