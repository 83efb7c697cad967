using NewsSite.Desk;
using NewsSite.Media;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Background;

/// <summary>Twice a second: publishes what is due, and drops the kept pages of whatever changed, on this server or another.</summary>
internal sealed partial class PublicationLoop(IServiceScopeFactory scopes, DeskSettings desk, TimeProvider clock, ILogger<PublicationLoop> log) : BackgroundService
{
    // Readers are to have a due piece within two seconds: one turn publishes, the next turn of every other server drops its pages.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly SeenChanges seen = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (desk.PublishDue)
                {
                    await scope.ServiceProvider.GetRequiredService<Publishing>().PublishDueAsync(stoppingToken);
                }

                var kept = scope.ServiceProvider.GetRequiredService<KeptPages>();
                var hub = scope.ServiceProvider.GetRequiredService<HubQueue>();
                var pictures = scope.ServiceProvider.GetRequiredService<PictureReleases>();
                foreach (var article in await scope.ServiceProvider.GetRequiredService<PublicChanges>().NewAsync(seen, stoppingToken))
                {
                    kept.DropArticle(article);
                    kept.DropLists();
                    hub.Add(article);
                    await pictures.SettleAsync(article, clock.GetUtcNow().UtcDateTime, stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be published; it is tried again at once.")]
    private partial void LogFault(Exception fault);
}
