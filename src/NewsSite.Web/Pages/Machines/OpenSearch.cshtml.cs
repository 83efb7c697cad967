using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Machines;

/// <summary>Tells browsers how this site is searched (OpenSearch 1.1), so that they offer it in their address bar.</summary>
public sealed class OpenSearchModel : SitePage
{
    /// <summary>The longest short name OpenSearch allows, in characters.</summary>
    private const int MaxShortName = 16;

    private static readonly XNamespace Search = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Answers with it.</summary>
    public IActionResult OnGet()
    {
        var name = TypedText.Line(Site.Name);
        var description = new XDocument(new XElement(Search + "OpenSearchDescription",
            new XElement(Search + "ShortName", name.Length <= MaxShortName ? name : Paragraphs.Cut(name, MaxShortName)),
            new XElement(Search + "Description", Words["Tagline"]),
            new XElement(Search + "Language", Language),
            new XElement(Search + "InputEncoding", "UTF-8"),
            new XElement(Search + "Image", new XAttribute("type", "image/svg+xml"), $"{BaseUrl}/favicon.svg"),
            new XElement(Search + "Url", new XAttribute("type", "text/html"), new XAttribute("method", "get"), new XAttribute("template", $"{BaseUrl}{Link("/search?q={searchTerms}")}"))));
        using var stream = new MemoryStream();
        description.Save(stream);
        Keep(CacheTags.Lists);
        return File(stream.ToArray(), "application/opensearchdescription+xml; charset=utf-8");
    }
}
