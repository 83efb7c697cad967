namespace NewsSite.Email;

/// <summary>How fast this server hands over mail nobody waits for: so many a minute, in small batches every few seconds. Counted here alone; of several servers that send each has its own.</summary>
public sealed class SendingPace(int perMinute, TimeProvider clock)
{
    /// <summary>So long a batch takes to gather.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly double most = Math.Max(1, perMinute * Interval.TotalMinutes);
    private double left = Math.Max(1, perMinute * Interval.TotalMinutes);
    private DateTimeOffset counted = clock.GetUtcNow();

    /// <summary>Takes leave for one mail.</summary>
    /// <returns>False when it is to wait.</returns>
    public bool Take()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (now > counted)
            {
                left = Math.Min(most, left + ((now - counted).TotalMinutes * perMinute));
            }

            counted = now;
            if (left < 1)
            {
                return false;
            }

            left--;
            return true;
        }
    }
}
