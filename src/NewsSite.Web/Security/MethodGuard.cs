namespace NewsSite.Web.Security;

/// <summary>Reading is all the public pages offer, and posting what the personal ones take beside: any other method is refused before a page runs. Razor Pages would run the page for TRACE.</summary>
internal static class MethodGuard
{
    public static void UseMethodGuard(this WebApplication app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        var personal = PersonalPaths.Hold(context.Request.Path);
        var tokens = PersonalPaths.TakeTokens(context.Request.Path);
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || (personal && HttpMethods.IsPost(method)) || (tokens && HttpMethods.IsPatch(method)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = tokens ? "GET, HEAD, POST, PATCH" : personal ? "GET, HEAD, POST" : "GET, HEAD";
        return Task.CompletedTask;
    });
}
