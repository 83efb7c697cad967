using NewsSite.Web.Settings;

namespace NewsSite.Web.Background;

/// <summary>Asks every few seconds whether the publication was changed through another server; the question is one look at an index.</summary>
internal sealed partial class SiteUpdateLoop(SiteUpdates updates, TimeProvider clock, ILogger<SiteUpdateLoop> log) : BackgroundService
{
    /// <summary>How long another server shows what was.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        // The start has read them once.
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await updates.TakeUpAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The settings could not be read; the publication stays as it was.")]
    private partial void LogFault(Exception fault);
}
