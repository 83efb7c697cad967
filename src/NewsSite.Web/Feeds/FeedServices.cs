using Microsoft.AspNetCore.Mvc.ApplicationModels;
using NewsSite.Web.Background;

namespace NewsSite.Web.Feeds;

/// <summary>Puts the feeds in.</summary>
internal static class FeedServices
{
    /// <summary>The pages that answer with a feed too, and their addresses up to its name. The page finds what is shown; how it is told, the format says.</summary>
    private static readonly (string Page, string Address)[] Pages =
    [
        ("/Feed", ""),
        ("/Corrections", "/corrections"),
        ("/Sections/Show", "/sections/{slug}"),
        ("/Topics/Show", "/topics/{slug}"),
        ("/Series/Show", "/series/{slug}"),
        ("/Sources/Show", "/sources/{slug}"),
        ("/Contributors/Show", "/contributors/{slug}/{role:alpha}"),
        ("/Contributors/Show", "/contributors/{slug}"),
    ];

    private static readonly TimeSpan HubPatience = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.Configure<RouteOptions>(routes => routes.ConstraintMap["feed"] = typeof(FeedFormatConstraint));
        services.AddScoped<ArticleFeeds>();
        services.AddScoped<ConversationFeeds>();
        services.AddSingleton<HubQueue>();
        services.AddHttpClient<HubNotices>(http => http.Timeout = HubPatience);
        services.AddHostedService<HubLoop>();
        return services;
    }

    public static void AddFeedAddresses(this PageConventionCollection conventions)
    {
        foreach (var (page, address) in Pages)
        {
            conventions.AddPageRoute(page, $"{address}/feed.{{format:feed}}");
        }
    }
}
