using NewsSite.Articles;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A front page and the page it is printed on.</summary>
public sealed record FrontPageView(FrontPage Front, SitePage Page);
