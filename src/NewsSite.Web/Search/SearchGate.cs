using System.Threading.RateLimiting;

namespace NewsSite.Web.Search;

/// <summary>
/// Lets so many searches run at once on this server; others wait their turn, and when too many wait they are sent away with a sentence. Searching is the one thing strangers can ask
/// that is made anew each time; the gate keeps it from taking the machine from those who read. By number and not by address: behind a proxy everybody has the same one.
/// </summary>
public sealed class SearchGate : IDisposable
{
    private const int AtOncePerCore = 2;
    private const int MostWaiting = 100;

    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = AtOncePerCore * Environment.ProcessorCount,
        QueueLimit = MostWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn, which lasts until what is returned is disposed of.</summary>
    /// <returns>The turn; null where too many wait already.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancel)
    {
        var lease = await limiter.AcquireAsync(1, cancel);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
