using NewsSite.Search;

namespace NewsSite.Web.Search;

/// <summary>Registers what finding needs.</summary>
internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddScoped<Searching>();
        services.AddScoped<SearchRebuilding>();
        services.AddScoped<SearchTools>();
        services.AddSingleton<SearchGate>();
        services.AddHostedService<SearchLoop>();
        return services;
    }
}
