using NewsSite.Web.Feeds;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Background;

/// <summary>Tells the WebSub hub what changed. Every server tells what it hears of: a hub that hears twice fetches twice, and sends on once.</summary>
internal sealed partial class HubLoop(IServiceScopeFactory scopes, HubQueue queue, FeedSettings settings, TimeProvider clock, ILogger<HubLoop> log) : BackgroundService
{
    // By then every server has dropped its kept feeds, so that the hub gets the new ones wherever it asks.
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(3);

    /// <summary>How long is waited before each try.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Hub is not null && !stoppingToken.IsCancellationRequested)
        {
            var changed = await queue.TakeAsync(Together, clock, stoppingToken);
            foreach (var wait in Waits)
            {
                await Task.Delay(wait, clock, stoppingToken);
                if (await TellAsync(changed, stoppingToken))
                {
                    break;
                }
            }
        }
    }

    private async Task<bool> TellAsync(IReadOnlyCollection<int> changed, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var status = await scope.ServiceProvider.GetRequiredService<HubNotices>().TellAsync(changed, cancel);
            if (status is null or (>= 200 and < 300))
            {
                return true;
            }

            LogRefused(settings.Hub!, status.Value);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogFault(fault, settings.Hub!);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub {Hub} did not take a notice: {Status}.")]
    private partial void LogRefused(Uri hub, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub {Hub} could not be told of a change.")]
    private partial void LogFault(Exception fault, Uri hub);
}
