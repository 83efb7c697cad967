using NewsSite.Web.Caching;

namespace NewsSite.Web.Security;

/// <summary>What every response says to the browser: run nothing and fetch nothing that is not ours, and be framed by nobody.</summary>
internal static class SecurityHeaders
{
    private const string Sources = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; ";

    private const string ContentSecurityPolicy = Sources + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string DeskContentSecurityPolicy = Sources + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string FramedContentSecurityPolicy = Sources + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // At the start of the response, because the page for a fault begins by clearing the headers.
        context.Response.OnStarting(static state =>
        {
            var response = (HttpContext)state;
            Write(response.Response.Headers);
            WriteOwn(response);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    /// <summary>Lets this page, and no other, stand in a frame of our own pages.</summary>
    public static void AllowOurFrames(this HttpContext context) => context.FrameWith(FramedContentSecurityPolicy);

    /// <summary>The same for a page that is none of the site's own, with a policy of its own that names our pages as its only frame.</summary>
    public static void FrameWith(this HttpContext context, string policy) => context.Features.Set(new FramedByOurs(policy));

    /// <summary>The policy of a page that pages of these hosts may frame, and no others.</summary>
    public static string FramedBy(string hosts) => $"{Sources}form-action 'none'; base-uri 'none'; frame-ancestors {hosts}";

    /// <summary>Puts on a response what its page says of its own; see <see cref="CachedPage.Headers"/>.</summary>
    public static void WriteOwn(IHeaderDictionary headers, IReadOnlyDictionary<string, string?> own)
    {
        foreach (var (name, value) in own)
        {
            headers[name] = value;
        }
    }

    /// <summary>Puts them on a response that nothing will clear.</summary>
    public static void Write(IHeaderDictionary headers)
    {
        // A picture says more: it is no page at all.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
    }

    /// <summary>What a few addresses say otherwise. Pages out of the cache are none of these.</summary>
    private static void WriteOwn(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (context.Response.StatusCode == StatusCodes.Status200OK && context.Features.Get<CachedPage>() is { } kept)
        {
            WriteOwn(headers, kept.Headers);
        }

        if (context.Features.Get<FramedByOurs>() is { } framed)
        {
            headers.ContentSecurityPolicy = framed.Policy;
            headers.XFrameOptions = "SAMEORIGIN";
        }
        else if (context.Request.Path.StartsWithSegments("/desk") && headers.ContentSecurityPolicy == ContentSecurityPolicy)
        {
            headers.ContentSecurityPolicy = DeskContentSecurityPolicy;
        }

        // The address is the key: it must reach neither the sites the text links to nor anybody's cache, also where it opens nothing.
        if (PersonalPaths.IsPreview(context.Request.Path) || context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is { } shown && PersonalPaths.IsPreview(shown.OriginalPath))
        {
            headers["Referrer-Policy"] = "no-referrer";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            headers.CacheControl = "private, no-store";
        }
    }

    private sealed record FramedByOurs(string Policy);
}
