using NewsSite.Search;

namespace NewsSite.Web.Search;

/// <summary>Builds what the index lacks once after the start: everything after the upgrade that brought the search, and what is cut anew after one that changed how texts are cut.</summary>
internal sealed partial class SearchLoop(IServiceScopeFactory scopes, ILogger<SearchLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var rebuilding = scope.ServiceProvider.GetRequiredService<SearchRebuilding>();
                if (await rebuilding.IsCompleteAsync(stoppingToken))
                {
                    return;
                }

                LogDone(await rebuilding.CompleteAsync(stoppingToken));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The search knows {Count} more pieces and what was said about them.")]
    private partial void LogDone(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search could not be completed; it is tried again in a minute.")]
    private partial void LogFault(Exception fault);
}
