using NewsSite.Email;
using NewsSite.Newsletter;
using NewsSite.Web.Newsletter;

namespace NewsSite.Web.Background;

/// <summary>Composes and queues issues of the newsletter when they are due. Of several servers each may; see <see cref="IssuePress"/>.</summary>
internal sealed partial class NewsletterLoop(IServiceScopeFactory scopes, NewsletterSettings settings, TimeProvider clock, ILogger<NewsletterLoop> log) : BackgroundService
{
    // Also before the first turn: after a standstill what is due to be published goes first.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (settings.On && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!scope.ServiceProvider.GetRequiredService<MailSettings>().Dispatch)
                {
                    return;
                }

                await scope.ServiceProvider.GetRequiredService<IssuePress>().TakeTurnAsync(scope.ServiceProvider.GetRequiredService<IssueWriter>().Write, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The newsletter could not be composed; it is tried again in ten seconds, from where it was.")]
    private partial void LogFault(Exception fault);
}
