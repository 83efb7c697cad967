using Microsoft.Extensions.Options;
using NewsSite.Comments;

namespace NewsSite.Web.Settings;

/// <summary>Binds and validates every setting at the start.</summary>
internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddOptions<SiteSettings>().BindConfiguration("Site").ValidateOnStart();
        services.AddOptions<StorageSettings>().BindConfiguration("Storage").ValidateOnStart();
        services.AddOptions<DatabaseSettings>().BindConfiguration("Database").ValidateOnStart();
        services.AddOptions<SeedSettings>().BindConfiguration("Seeds").ValidateOnStart();
        services.AddOptions<DeskSettings>().BindConfiguration("Desk").ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DeskSettings>>().Value);
        services.AddOptions<ConversationPolicy>().BindConfiguration("Comments").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConversationPolicy>, ConversationPolicyValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ConversationPolicy>>().Value);
        services.AddSingleton<IValidateOptions<SiteSettings>, SiteSettingsValidation>();
        services.AddSingleton<IValidateOptions<StorageSettings>, StorageSettingsValidation>();
        services.AddSingleton<IValidateOptions<DatabaseSettings>, DatabaseSettingsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SiteSettings>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<StorageSettings>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SeedSettings>>().Value);
        return services;
    }
}
