using System.Collections.Concurrent;

namespace NewsSite.Comments;

/// <summary>
/// Counts what happened within a span of time, by key, up to a limit. In memory and for this server alone: a restart forgets it, which costs a little
/// patience. The framework's limiters cannot be given a clock, so their waits cannot be tested.
/// </summary>
/// <param name="window">How far back is counted.</param>
/// <param name="clock">The time.</param>
public sealed class RecentCount(TimeSpan window, TimeProvider clock)
{
    private const int SweepAbove = 10_000;

    private readonly ConcurrentDictionary<string, Queue<long>> taken = new();

    /// <summary>Counts one more, unless the key has had its share.</summary>
    /// <returns>False when it has.</returns>
    public bool Take(string key, int most)
    {
        if (taken.Count > SweepAbove)
        {
            Sweep();
        }

        var queue = taken.GetOrAdd(key, _ => new Queue<long>());
        lock (queue)
        {
            while (queue.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= window)
            {
                queue.Dequeue();
            }

            if (queue.Count >= most)
            {
                return false;
            }

            queue.Enqueue(clock.GetTimestamp());
            return true;
        }
    }

    private void Sweep()
    {
        foreach (var (key, queue) in taken)
        {
            lock (queue)
            {
                if (queue.Count == 0 || clock.GetElapsedTime(queue.Last()) >= window)
                {
                    taken.TryRemove(key, out _);
                }
            }
        }
    }
}
