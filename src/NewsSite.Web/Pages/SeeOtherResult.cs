using Microsoft.AspNetCore.Mvc;

namespace NewsSite.Web.Pages;

/// <summary>Leads from a post to a page to read (303), so that reloading posts nothing again.</summary>
/// <param name="path">A path of this site, with its fragment.</param>
internal sealed class SeeOtherResult(string path) : ActionResult
{
    /// <inheritdoc/>
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
    }
}
