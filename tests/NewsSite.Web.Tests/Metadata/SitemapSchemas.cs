using System.Xml.Linq;
using System.Xml.Schema;

namespace NewsSite.Web.Tests.Metadata;

/// <summary>The rules of sitemaps and of what stands in them, as schemas.</summary>
internal static class SitemapSchemas
{
    private static readonly Lazy<XmlSchemaSet> Schemas = new(() =>
    {
        var set = new XmlSchemaSet();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Metadata", "schemas"), "*.xsd"))
        {
            set.Add(null, file);
        }

        set.Compile();
        return set;
    });

    /// <summary>What a sitemap has against the rules; nothing where it keeps them.</summary>
    public static IReadOnlyList<string> Faults(XDocument sitemap)
    {
        var faults = new List<string>();
        sitemap.Validate(Schemas.Value, (_, fault) => faults.Add($"{fault.Severity}: {fault.Message}"));
        return faults;
    }
}
