using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Metadata;

namespace NewsSite.Web.Pages.Machines;

/// <summary>The sitemap of what leads to articles: front pages, sections, and the lists of people, sources and days, each in every language.</summary>
public sealed class SitemapPagesModel : MachinePage
{
    /// <summary>Answers with it.</summary>
    public IActionResult OnGet()
    {
        string[] paths = ["/about", "/archive", "/contributors", "/sources", "/corrections", .. Sections.Select(s => $"/sections/{s.Slug}")];
        return Xml(Sitemap.Pages(BaseUrl, new[] { Page(FrontPage) }.Concat(paths.Select(path => Page(language => LinkIn(language, path)))).SelectMany(page => page)));

        IEnumerable<SitemapPage> Page(Func<string, string> inLanguage)
        {
            var versions = Site.LanguageTags.Select(language => (language, inLanguage(language))).ToList();
            return versions.Select(version => new SitemapPage(version.Item2) { Versions = versions.Count > 1 ? versions : [] });
        }
    }
}
