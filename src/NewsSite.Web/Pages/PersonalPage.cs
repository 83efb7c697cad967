using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Filters;

namespace NewsSite.Web.Pages;

/// <summary>A page about the person asking: found by no search engine, kept by no cache, in the language of their account unless the address says otherwise.</summary>
public abstract class PersonalPage : SitePage
{
    /// <summary>The claim that says in which language somebody likes to be addressed.</summary>
    public const string LanguageClaim = "language";

    /// <summary>The key of the account signed in; null for anybody else.</summary>
    public int? AccountId => int.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>"true" when somebody is signed in or this browser has posted: the script then looks for what concerns them on conversations. A string, for an attribute.</summary>
    public virtual string IsPersonal => User.Identity?.IsAuthenticated == true || Request.Cookies.ContainsKey(NewsSite.Web.Comments.PostedComments.CookieName) ? "true" : "false";

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        NoIndex = true;
        Response.Headers.CacheControl = "no-store";
        // A form that cannot be read, such as one with U+0000 in it, binds nothing at all, and the handler would find nulls where a form always is.
        if (context.ModelState.TryGetValue("", out var form) && form.Errors.Count > 0)
        {
            context.Result = BadRequest();
        }

        if (!Request.Query.ContainsKey("language") && User.FindFirstValue(LanguageClaim) is { } language)
        {
            Speak(language);
        }
    }
}
