using System.Collections.Concurrent;

namespace NewsSite.Comments;

/// <summary>
/// How much was posted within the last minute, by account and by network. In memory and for this server alone: a restart forgets it, which costs a minute's
/// patience. The framework's limiters cannot be given a clock, so their waits cannot be tested.
/// </summary>
public sealed class PostingPace(ConversationPolicy policy, TimeProvider clock)
{
    private const int SweepAbove = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Queue<long>> posts = new();

    /// <summary>Counts a post, unless the account or the network has had its share of this minute.</summary>
    /// <returns>False when it comes too soon.</returns>
    public bool Allows(int? accountId, string? network) =>
        (accountId is not { } id || Take($"a{id}", policy.PerAccountPerMinute)) && (network is null || Take($"n{network}", policy.PerNetworkPerMinute));

    private bool Take(string key, int most)
    {
        if (posts.Count > SweepAbove)
        {
            Sweep();
        }

        var queue = posts.GetOrAdd(key, _ => new Queue<long>());
        lock (queue)
        {
            while (queue.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Window)
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
        foreach (var (key, queue) in posts)
        {
            lock (queue)
            {
                if (queue.Count == 0 || clock.GetElapsedTime(queue.Last()) >= Window)
                {
                    posts.TryRemove(key, out _);
                }
            }
        }
    }
}
