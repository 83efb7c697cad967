using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Web.Background;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Accounts;

/// <summary>Registers what the site does for and about accounts besides signing them in: their names, their end.</summary>
internal static class AccountKeeping
{
    public static IServiceCollection AddAccountKeeping(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ProtectedNames(() => provider.GetRequiredService<SiteSettings>().Name));
        services.AddScoped<DisplayNames>();
        services.AddScoped<AccountErasure>();
        services.AddScoped<AccountExport>();
        services.AddScoped<Leaving>();
        services.AddScoped<Forgetting>();
        services.AddScoped<HouseholdWork>();
        services.AddScoped<Housekeeping>();
        services.AddHostedService<HousekeepingLoop>();
        return services;
    }
}
