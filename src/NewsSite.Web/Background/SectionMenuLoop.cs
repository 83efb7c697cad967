using NewsSite.Data;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Background;

/// <summary>Keeps the navigation's sections current once a minute, also when another process changed them.</summary>
internal sealed partial class SectionMenuLoop(SectionMenu menu, IServiceScopeFactory scopes, ILogger<SectionMenuLoop> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        // The start has read them once.
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await menu.RefreshAsync(scope.ServiceProvider.GetRequiredService<NewsDbContext>(), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sections could not be read; the navigation stays as it was.")]
    private partial void LogFault(Exception fault);
}
