using Microsoft.AspNetCore.Html;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Shared;

/// <summary>The one place where text is printed without encoding: only what a sanitizer of the house made.</summary>
public static class SafeHtmlContent
{
    extension(SafeHtml html)
    {
        /// <summary>The markup, for a page to print as it is.</summary>
        public IHtmlContent Print() => new HtmlString(html.ToString());
    }
}
