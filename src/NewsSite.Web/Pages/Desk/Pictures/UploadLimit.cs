using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NewsSite.Media;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Pictures;

/// <summary>
/// Limits what one form may send to <see cref="MaxBytes"/>, and says so before anything of it is read: the reading of a form ends in a bare refusal. Stands before the
/// check of the form's token, which reads it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>The most one form may send, in bytes: three of the largest pictures, or many of the usual ones.</summary>
    public const long MaxBytes = (3 * (long)PictureLimits.MaxBytes) + (1024 * 1024);

    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = MaxBytes;
        }

        if (http.Request.ContentLength > MaxBytes)
        {
            context.Result = IndexModel.WantsJson(http.Request)
                ? new JsonResult(new { refusal = PicturePage.Sentence(WordsFor(http), new PictureRefusal(PictureFault.Bytes, http.Request.ContentLength.Value, MaxBytes)) }) { StatusCode = StatusCodes.Status413PayloadTooLarge }
                : new RedirectResult("/desk/pictures?refused=bytes");
        }
    }

    private static Words WordsFor(HttpContext http)
    {
        var site = http.RequestServices.GetRequiredService<SiteSettings>();
        return Words.In(site.ChromeFor(http.User.FindFirstValue(PersonalPage.LanguageClaim) ?? site.DefaultLanguage));
    }
}
