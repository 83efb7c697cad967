namespace NewsSite.Web.Security;

/// <summary>Reading is all the public pages offer: any other method is refused before a page runs. Razor Pages would run the page for TRACE.</summary>
internal static class MethodGuard
{
    public static void UseMethodGuard(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    });
}
