using NewsSite.Readership;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Readership;

/// <summary>Registers the counting of readers, which keeps numbers and nothing of anybody.</summary>
internal static class ReadershipServices
{
    public static IServiceCollection AddReadership(this IServiceCollection services)
    {
        services.AddSingleton<ReadCounts>();
        services.AddScoped<Readings>();
        services.AddHostedService<ReadershipLoop>();
        return services;
    }

    /// <summary>Counts once the answer is known, also where it came out of the page cache.</summary>
    public static void UseReadership(this WebApplication app)
    {
        var (counts, site, clock) = (app.Services.GetRequiredService<ReadCounts>(), app.Services.GetRequiredService<SiteSettings>(), app.Services.GetRequiredService<TimeProvider>());
        app.Use((context, next) => Visit.OpensPiece(context.Request) ? CountAsync(context, next) : next(context));

        async Task CountAsync(HttpContext context, RequestDelegate next)
        {
            await next(context);
            if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
            {
                var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, site.Zone));
                counts.Add(new Opening(day, context.Request.Path.Value!, Visit.CameBy(context.Request)));
            }
        }
    }
}
