using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.ShareCards;
using NewsSite.Web.Pages.Machines;
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

/// <summary>Reads the faces and has the question to the database compiled behind the start's back: the first card would otherwise wait for both.</summary>
internal sealed partial class ShareCardWarmUp(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ShareCardWarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Run(ShareCardPress.WarmUp, stoppingToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ShareCardModel.PieceAsync(scope.ServiceProvider.GetRequiredService<NewsDbContext>(), clock, id: 0, stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A database that is away for a moment is no reason to end the site.
            LogFault(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The first share card will take longer: its question to the database could not be prepared.")]
    private partial void LogFault(Exception fault);
}
