using NewsSite.Email;
using NewsSite.Web.Email;

namespace NewsSite.Web.Background;

/// <summary>
/// Keeps mail going: tells followers of new comments, writes the letters that are due, sends what is in the outbox, and drops what is long sent. Wakes when
/// something was saved and every half minute, for what became due or another server saved.
/// </summary>
internal sealed partial class OutboxDispatcher(IServiceScopeFactory scopes, OutboxSignal signal, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    // On a busy evening every post rings; what comes within a breath is told together, and posters do not compete with as many turns as posts.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TimeProvider clock;
        await using (var scope = scopes.CreateAsyncScope())
        {
            clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
            if (!scope.ServiceProvider.GetRequiredService<MailSettings>().Dispatch)
            {
                return;
            }
        }

        var isPaced = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await TakeTurnAsync("told followers of new comments", s => s.GetRequiredService<Correspondence>().HandOutAsync(now, stoppingToken), stoppingToken);
            await TakeTurnAsync("written the letters that are due", s => s.GetRequiredService<Correspondence>().WriteDueAsync(s.GetRequiredService<LetterWriter>().Write, now, stoppingToken), stoppingToken);
            await TakeTurnAsync("sent the outbox", SendAsync, stoppingToken);
            await TakeTurnAsync("dropped old mails", s => s.GetRequiredService<Outbox>().ForgetAsync(stoppingToken), stoppingToken);
            await signal.WaitAsync(isPaced ? SendingPace.Interval : Interval, clock, stoppingToken);
            await Task.Delay(Breath, stoppingToken);
        }

        async Task SendAsync(IServiceProvider services)
        {
            var turn = await services.GetRequiredService<Outbox>().SendDueAsync(stoppingToken);
            isPaced = turn.IsPaced;
            if (turn.GivenUp > 0 || turn.Deferred > 0)
            {
                LogTrouble(turn.Sent, turn.Deferred, turn.GivenUp);
            }
            else if (turn.Sent > 0)
            {
                LogSent(turn.Sent);
            }
        }
    }

    // One kind of work that fails does not keep the next from being done.
    private async Task TakeTurnAsync(string work, Func<IServiceProvider, Task> turn, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await turn(scope.ServiceProvider);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogFault(fault, work);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The dispatcher could not have {Work}; it tries again in half a minute.")]
    private partial void LogFault(Exception fault, string work);

    // No addresses and no words of the server, which repeat them: "outbox list" shows both.
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sent} mails sent, {Deferred} put off, {GivenUp} given up; the command \"outbox list\" says why.")]
    private partial void LogTrouble(int sent, int deferred, int givenUp);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Sent} mails sent.")]
    private partial void LogSent(int sent);
}
