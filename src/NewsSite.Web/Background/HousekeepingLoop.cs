namespace NewsSite.Web.Background;

/// <summary>Calls the housekeeping once a minute. Of several servers each does; what one has done the others find done.</summary>
internal sealed partial class HousekeepingLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HousekeepingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var step in Housekeeping.Steps)
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await step(scope.ServiceProvider.GetRequiredService<Housekeeping>(), clock.GetUtcNow().UtcDateTime, stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LogFault(fault);
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A step of the housekeeping failed; it is tried again in a minute.")]
    private partial void LogFault(Exception fault);
}
