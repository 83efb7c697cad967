namespace NewsSite.Web.Settings;

/// <summary>Serves the style sheet made from the settings: a page may hold no style of its own.</summary>
internal static class SiteSheetEndpoint
{
    public static void MapSiteSheet(this WebApplication app) => app.MapGet(SiteSheet.BasePath, (HttpContext context, SiteSettings site) =>
    {
        if (site.Sheet is not { } sheet)
        {
            return Results.NotFound();
        }

        // Under another version's address it is not what was asked for, and must not stay in anybody's cache.
        context.Response.Headers.CacheControl = context.Request.Query["v"] == sheet.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(sheet.Bytes, "text/css");
    });
}
