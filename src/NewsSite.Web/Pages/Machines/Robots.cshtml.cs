using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Caching;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Machines;

/// <summary>What crawlers are asked to leave alone (RFC 9309), and where the sitemaps are.</summary>
public sealed class RobotsModel(CrawlerSettings crawlers) : SitePage
{
    /// <summary>Where there is nothing to be found: pages for one person, forms, the search, and the same list again in pieces.</summary>
    private static readonly string[] Private = ["/account", "/desk", "/mail", "/preview", "/comments/new", "/search"];

    private static readonly string[] Everything = ["/"];

    private static readonly string[] Sitemaps = ["/sitemap.xml", "/news-sitemap.xml"];

    /// <summary>Answers with it.</summary>
    public IActionResult OnGet()
    {
        var text = new StringBuilder();
        foreach (var agent in crawlers.Refuse)
        {
            text.Append("User-agent: ").Append(agent).Append("\nDisallow: /\n\n");
        }

        text.Append("User-agent: *\n");
        text.AppendJoin("", (crawlers.Allow ? Private : Everything).Select(path => $"Disallow: {path}\n"));
        if (crawlers.Allow)
        {
            text.Append('\n').AppendJoin("", Sitemaps.Select(map => $"Sitemap: {BaseUrl}{map}\n"));
        }

        Keep(CacheTags.Lists);
        return Content(text.ToString(), "text/plain; charset=utf-8");
    }
}
