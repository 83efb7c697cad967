namespace NewsSite.Web.Security;

/// <summary>
/// Refuses posts that another site had the browser send. Public forms carry no token, for a page that is the same bytes for everyone can hold none; browsers say
/// themselves where a request comes from: <c>Sec-Fetch-Site</c> (Fetch Metadata), and older ones <c>Origin</c>. A post that says neither is refused,
/// but at the addresses mail providers post to (RFC 8058), which carry their own secret, and where programs bring a token, which no browser adds by itself.
/// </summary>
internal static class CrossSiteGuard
{
    /// <summary>Where mail providers post one-click unsubscriptions.</summary>
    public static readonly IReadOnlyList<PathString> OneClickPaths = ["/mail/unsubscribe", "/mail/newsletter/end"];

    public static void UseCrossSiteGuard(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || IsOurs(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOurs(HttpRequest request)
    {
        if (OneClickPaths.Any(path => request.Path.StartsWithSegments(path)) || PersonalPaths.TakeTokens(request.Path))
        {
            return true;
        }

        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site is ["same-origin"] or ["none"];
        }

        return request.Headers.Origin is [{ } origin]
            && Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
