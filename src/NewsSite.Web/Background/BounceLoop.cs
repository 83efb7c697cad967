using NewsSite.Newsletter;

namespace NewsSite.Web.Background;

/// <summary>Looks into the bounce mailbox every few minutes.</summary>
internal sealed partial class BounceLoop(IServiceScopeFactory scopes, BounceMailboxSettings settings, TimeProvider clock, ILogger<BounceLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Host is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(settings.EveryMinutes), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<BounceMailbox>().ReadAsync(stoppingToken) is > 0 and var noted)
                {
                    LogNoted(noted);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bounce mailbox could not be read; it is tried again in a few minutes.")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Noted} mails of the newsletter came back.")]
    private partial void LogNoted(int noted);
}
