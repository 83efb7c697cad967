using Microsoft.Extensions.Options;
using NewsSite.Comments;
using NewsSite.Site;
using NewsSite.Web.Background;

namespace NewsSite.Web.Settings;

/// <summary>Binds and validates every setting at the start.</summary>
internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateOnStart();
        services.AddOptions<StorageSettings>().BindConfiguration("Storage").ValidateOnStart();
        services.AddOptions<DatabaseSettings>().BindConfiguration("Database").ValidateOnStart();
        services.AddOptions<SeedSettings>().BindConfiguration("Seeds").ValidateOnStart();
        services.AddOptions<DeskSettings>().BindConfiguration("Desk").ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DeskSettings>>().Value);
        services.AddOptions<FeedSettings>().BindConfiguration("Feeds").ValidateOnStart();
        services.AddSingleton<IValidateOptions<FeedSettings>, FeedSettingsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FeedSettings>>().Value);
        services.AddOptions<CrawlerSettings>().BindConfiguration("Crawlers").ValidateOnStart();
        services.AddSingleton<IValidateOptions<CrawlerSettings>, CrawlerSettingsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CrawlerSettings>>().Value);
        services.AddOptions<EmbeddingSettings>().BindConfiguration("Embedding").ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmbeddingSettings>, EmbeddingSettingsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EmbeddingSettings>>().Value);
        services.AddOptions<RepublishingSettings>().BindConfiguration("Republishing").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RepublishingSettings>, RepublishingSettingsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RepublishingSettings>>().Value);
        services.AddOptions<ConversationPolicy>().BindConfiguration("Comments").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConversationPolicy>, ConversationPolicyValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ConversationPolicy>>().Value);
        services.AddSingleton<IValidateOptions<DeskSettings>, DeskSettingsValidation>();
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidation>();
        services.AddSingleton<IValidateOptions<StorageSettings>, StorageSettingsValidation>();
        services.AddSingleton<IValidateOptions<DatabaseSettings>, DatabaseSettingsValidation>();
        services.AddSingleton(provider => new SiteSettings(provider.GetRequiredService<IOptions<SiteOptions>>().Value));
        services.AddScoped<SettingHistory>();
        services.AddScoped<SiteChanges>();
        services.AddScoped<SectionChanges>();
        services.AddScoped<SiteRestoring>();
        services.AddSingleton<SiteFace>();
        services.AddSingleton<SiteUpdates>();
        services.AddHostedService<SiteUpdateLoop>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<StorageSettings>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SeedSettings>>().Value);
        return services;
    }
}
