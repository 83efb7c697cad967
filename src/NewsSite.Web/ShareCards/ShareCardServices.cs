using Microsoft.Extensions.Options;
using NewsSite.ShareCards;
using NewsSite.Web.Settings;

namespace NewsSite.Web.ShareCards;

/// <summary>Registers what draws cards and keeps them.</summary>
internal static class ShareCardServices
{
    public static IServiceCollection AddShareCards(this IServiceCollection services)
    {
        services.AddOptions<ShareCardSettings>().BindConfiguration("ShareCards").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ShareCardSettings>, ShareCardSettingsValidation>();
        services.AddSingleton(provider => new ShareCardStore(
            provider.GetRequiredService<StorageSettings>().ShareCards(provider.GetRequiredService<IHostEnvironment>()),
            provider.GetRequiredService<IOptions<ShareCardSettings>>().Value.SizeLimitMegabytes * 1024L * 1024));
        services.AddHostedService<ShareCardWarmUp>();
        return services;
    }
}

/// <summary>Reads the faces behind the start's back: the first card would otherwise wait for them.</summary>
internal sealed class ShareCardWarmUp : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(ShareCardPress.WarmUp, stoppingToken);
}
