using System.Globalization;
using NewsSite.Web.Pages;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Feeds;

/// <summary>The site as feeds see it: where it is, and what its things are called for ever.</summary>
/// <param name="Page">The page that answers.</param>
/// <param name="Address">The site's address, without a trailing slash.</param>
/// <param name="Settings">What feeds are to hold.</param>
internal sealed record FeedSite(SitePage Page, string Address, FeedSettings Settings)
{
    /// <summary>The year the scheme of our ids began; RFC 4151 wants a date on which the host was ours.</summary>
    private const string Since = "2026";

    /// <summary>Reads them off a page; null where the request named a host no address can be made of.</summary>
    public static FeedSite? Of(SitePage page, FeedSettings settings) =>
        Uri.TryCreate(page.BaseUrl, UriKind.Absolute, out _) ? new FeedSite(page, page.BaseUrl, settings) : null;

    /// <summary>The id of a thing: no slug and no day stands in it, so that neither a new name nor a new date makes another of it.</summary>
    public string IdOf(string kind, int key) => IdOf(string.Create(CultureInfo.InvariantCulture, $"{kind}:{key}"));

    /// <summary>The id of what that key stands for.</summary>
    public string IdOf(string key) => $"tag:{Settings.IdHost ?? new Uri(Address).IdnHost},{Since}:{key}";

    /// <summary>A path of this site as a whole address.</summary>
    public Uri Whole(string path) => new(Address + path);

    /// <summary>Puts a feed together.</summary>
    /// <param name="link">What it is of.</param>
    /// <param name="format">What it will be written in.</param>
    /// <param name="entries">Its entries, newest first.</param>
    public Feed Feed(FeedLink link, FeedFormat format, IReadOnlyList<FeedEntry> entries) => new()
    {
        Id = IdOf((link.KnowsLanguage || Page.Language == Page.Site.DefaultLanguage ? link.Key : $"{link.Key}:{Page.Language}") + (Page.Reading.IsLimited && !link.KnowsLanguage ? $":{Page.Reading}" : "")),
        Title = link.Title.Length == 0 ? Page.Site.Name : $"{Page.Site.Name}: {link.Title}",
        Description = string.IsNullOrEmpty(Page.Description) ? Page.Words["Tagline"] : Page.Description,
        Language = Page.Language,
        Publisher = new FeedPerson(Page.Site.Name, Whole(Page.FrontPage(Page.Language))),
        Home = Whole(link.KnowsLanguage ? link.Home : link.Home == "/" ? Page.Link(link.Home) : Page.ListLink(link.Home)),
        Self = Whole(Page.FeedAddress(link, format)),
        Hub = Settings.Hub,
        Entries = entries,
    };
}
