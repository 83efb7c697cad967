using NewsSite.Readership;

namespace NewsSite.Web.Readership;

/// <summary>
/// Whether a request is a person opening a piece, by what browsers say of themselves (Fetch Metadata): somebody goes to a page. Programs do not say so, and those that do and are none (crawlers that run a browser) give their name. A browser too
/// old to say anything is not counted: fewer is better than wrong.
/// </summary>
internal static class Visit
{
    private static readonly string[] Programs = ["bot", "crawl", "spider", "slurp", "headless", "lighthouse", "preview", "monitor", "scan", "fetch", "archiv", "python", "curl", "wget", "java/", "http-client", "facebookexternalhit", "validator"];

    /// <summary>Where <c>/yyyy/MM/dd/</c> ends.</summary>
    private const int SlugAt = 12;

    /// <summary>True for a person going to what may be a piece. Cheap for whatever else is asked: this stands before the page cache.</summary>
    public static bool OpensPiece(HttpRequest request) => HasShapeOfPiece(request.Path.Value) && HttpMethods.IsGet(request.Method) && IsPerson(request.Headers);

    /// <summary>The host a reader came by.</summary>
    public static string CameBy(HttpRequest request)
    {
        if (request.Headers.Referer is not [{ } referer] || !Uri.TryCreate(referer, UriKind.Absolute, out var from) || from.Scheme is not ("http" or "https") || from.IdnHost.Length == 0)
        {
            return DailyReads.Unknown;
        }

        if (string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase))
        {
            return DailyReads.Inside;
        }

        var host = from.IdnHost.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return host.Length is > 0 and <= DailyReads.MaxHostLength ? host : DailyReads.Others;
    }

    /// <summary>Whether there is such a day and such a piece shows when it is counted.</summary>
    private static bool HasShapeOfPiece(string? path) => path is { Length: > SlugAt } && path[5] == '/' && path[8] == '/' && path[11] == '/' && path.IndexOf('/', SlugAt) < 0;

    private static bool IsPerson(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Dest"] is ["document"] && headers["Sec-Fetch-Mode"] is ["navigate"]
        && headers["Sec-Purpose"].Count == 0 && headers["Purpose"].Count == 0
        && headers.UserAgent is [{ } agent] && agent.StartsWith("Mozilla/", StringComparison.Ordinal)
        && !Array.Exists(Programs, p => agent.Contains(p, StringComparison.OrdinalIgnoreCase));
}
