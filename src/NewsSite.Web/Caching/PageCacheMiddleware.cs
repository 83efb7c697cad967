using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using NewsSite.ShareCards;
using NewsSite.Web.Feeds;
using NewsSite.Web.Pages;
using NewsSite.Web.Security;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.Caching;

/// <summary>
/// Stands first in the pipeline and answers from the kept bytes. A page varies by address and content coding and by nothing else: cookies are not
/// looked at. Queries with names no public page knows are served but not kept, so that nobody can fill the cache with one page.
/// </summary>
internal sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache)
{
    /// <summary>Kept by browsers and proxies, but asked about each time: an eviction here cannot reach them, a 304 costs them little.</summary>
    private const string CacheControl = "public, max-age=0, must-revalidate";

    private const int KnownHeaders = 256;

    private static readonly string[] KnownQueries = ["after", "language", LanguageChoice.Parameter, "page", "sort"];

    private readonly ConcurrentDictionary<string, PageCoding> codings = new();

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (cache.IsOff || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || KeyOf(request) is not { } key)
        {
            return next(context);
        }

        return cache.Find(key) is { } page ? ServeAsync(context, page)
            : HttpMethods.IsHead(request.Method) || PersonalPaths.Hold(request.Path) ? next(context)
            : RenderAsync(context, key);
    }

    /// <summary>What pages, feeds, citations and answers to programs are written in, and what cards are.</summary>
    private static bool IsKept(string type) => type == ShareCard.MediaType || type.StartsWith("text/html", StringComparison.Ordinal) || type.StartsWith("application/json", StringComparison.Ordinal) || FeedFormats.AreTypeOf(type) || CitationFile.IsTypeOf(type);

    private async Task RenderAsync(HttpContext context, PageKey key)
    {
        if (!cache.BeginRendering(key, out var others))
        {
            await others;
            if (cache.Find(key) is { } made)
            {
                await ServeAsync(context, made);
                return;
            }

            // The page was not one to keep; each makes its own.
            await next(context);
            return;
        }

        try
        {
            await RenderAndKeepAsync(context, key);
        }
        finally
        {
            cache.EndRendering(key);
        }
    }

    private async Task RenderAndKeepAsync(HttpContext context, PageKey key)
    {
        var generation = cache.Generation;
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(buffer));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(original);
        }

        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK
            && context.Features.Get<CachedPage>() is { } kept
            // Where nothing can be limited, nothing was said about what stands there.
            && (!context.Request.Query.ContainsKey(LanguageChoice.Parameter) || context.Features.Get<LanguageChoice>() is not null)
            && response.ContentType is { } type && IsKept(type)
            && response.Headers.SetCookie.Count == 0)
        {
            var page = cache.Make(buffer.ToArray(), type, kept);
            cache.Keep(key, page, generation);
            await ServeAsync(context, page);
            return;
        }

        if (buffer.Length > 0)
        {
            await response.BodyWriter.WriteAsync(buffer.ToArray(), context.RequestAborted);
        }
    }

    private Task ServeAsync(HttpContext context, KeptPage page)
    {
        var response = context.Response;
        var headers = response.Headers;
        SecurityHeaders.Write(headers);
        headers.CacheControl = CacheControl;
        SecurityHeaders.WriteOwn(headers, page.Headers);
        headers.ETag = page.ETag;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (page.ModifiedAt is { } modified)
        {
            // To be shown, not to be asked by: a time cannot tell that something is gone from a feed, the tag can.
            headers.LastModified = modified.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }

        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } known && Matches(known.ToString(), page.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var coding = page.IsPacked ? PageCoding.Identity : CodingFor(context.Request.Headers.AcceptEncoding.ToString());
        var bytes = page.Bytes(coding);
        if (coding != PageCoding.Identity)
        {
            headers.ContentEncoding = coding == PageCoding.Brotli ? "br" : "gzip";
        }

        response.ContentType = page.ContentType;
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Task.CompletedTask;
        }

        var written = response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : FinishAsync(written);

        static async Task FinishAsync(ValueTask<FlushResult> written) => await written;
    }

    /// <summary>Weak comparison (RFC 9110 §8.8.3.2): the tag alone counts, in whatever coding the reader got the page.</summary>
    private static bool Matches(string ifNoneMatch, string etag) =>
        ifNoneMatch == etag || ifNoneMatch == "*" || ifNoneMatch.Split(',', StringSplitOptions.TrimEntries).Any(t => t == etag || t == etag[2..]);

    /// <summary>The best coding a reader takes. Browsers send a handful of headers, so answers are remembered by the header itself.</summary>
    private PageCoding CodingFor(string accept)
    {
        if (!codings.TryGetValue(accept, out var coding))
        {
            coding = ReadCoding(accept);
            if (codings.Count < KnownHeaders)
            {
                codings[accept] = coding;
            }
        }

        return coding;
    }

    private static PageCoding ReadCoding(string accept)
    {
        if (!StringWithQualityHeaderValue.TryParseList([accept], out var taken))
        {
            return PageCoding.Identity;
        }

        double Quality(string name) =>
            (taken.FirstOrDefault(t => t.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? taken.FirstOrDefault(t => t.Value == "*")) is { } found ? found.Quality ?? 1 : 0;

        var (brotli, gzip) = (Quality("br"), Quality("gzip"));
        return brotli > 0 && brotli >= gzip ? PageCoding.Brotli : gzip > 0 ? PageCoding.Gzip : PageCoding.Identity;
    }

    private static PageKey? KeyOf(HttpRequest request)
    {
        var query = "";
        if (request.QueryString.HasValue)
        {
            // A name said twice, or a value with the separator in it, would read like another address's key; no link of ours has either.
            if (request.Query.Any(q => !KnownQueries.Contains(q.Key) || q.Value.Count != 1 || q.Value[0]!.Contains('&', StringComparison.Ordinal)))
            {
                return null;
            }

            query = string.Join('&', KnownQueries.Where(request.Query.ContainsKey).Select(k => $"{k}={request.Query[k]}"));
        }

        return new PageKey(request.Scheme, request.Host.Value ?? "", request.Path.Value ?? "/", query);
    }
}

/// <summary>Puts the page cache in.</summary>
internal static class PageCacheServices
{
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddOptions<PageCacheSettings>().BindConfiguration("PageCache").ValidateOnStart();
        services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<PageCacheSettings>, PageCacheSettingsValidation>();
        services.AddSingleton(provider => new PageCache(
            provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<PageCacheSettings>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new KeptPages(provider.GetRequiredService<PageCache>()));
        return services;
    }

    public static void UsePageCache(this WebApplication app) => app.UseMiddleware<PageCacheMiddleware>();
}
