using NewsSite.Staff;
using NewsSite.Web.Email;

namespace NewsSite.Web.Staff;

/// <summary>Prints, once the server listens, the link to the first administrator's account, where there is no administrator.</summary>
internal sealed partial class FirstLinkPrinter(IServiceScopeFactory scopes, SiteLinks links, TimeProvider clock, ILogger<FirstLinkPrinter> log) : IHostedLifecycleService
{
    /// <summary>The page behind the link.</summary>
    public const string Path = "/account/first";

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only now is it known where the server listens.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<FirstLinks>().RenewAsync(clock.GetUtcNow().UtcDateTime, cancellationToken) is { } token)
            {
                LogLink(links.To($"{Path}?token={token}"));
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The site serves readers without one; the next start tries again.
            LogFault(fault);
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A warning, so that it is printed also where the log is set to be quiet.
    [LoggerMessage(Level = LogLevel.Warning, Message = "This publication has no administrator. Whoever opens this link becomes it; it works once, and until the next start:\n    {Link}")]
    private partial void LogLink(string link);

    [LoggerMessage(Level = LogLevel.Error, Message = "The link to the first administrator's account could not be made. The command \"account add --role administrator\" makes one too.")]
    private partial void LogFault(Exception fault);
}
