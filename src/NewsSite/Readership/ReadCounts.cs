using System.Collections.Concurrent;

namespace NewsSite.Readership;

/// <summary>An opening of a piece, as it is counted.</summary>
/// <param name="Day">The day, in the site's time zone.</param>
/// <param name="Address">The piece's address.</param>
/// <param name="Host">The host the reader came by.</param>
public readonly record struct Opening(DateOnly Day, string Address, string Host);

/// <summary>Counts openings in memory until they are written: a reader waits for no statement. What a killed server had counted within the last minute is lost, and nothing else is.</summary>
public sealed class ReadCounts
{
    /// <summary>So many different openings wait at most; further ones that are none of these are not counted.</summary>
    public const int MostWaiting = 20_000;

    private ConcurrentDictionary<Opening, int> waiting = new();

    /// <summary>Counts one.</summary>
    public void Add(Opening opening)
    {
        var counts = waiting;
        if (counts.Count < MostWaiting || counts.ContainsKey(opening))
        {
            counts.AddOrUpdate(opening, 1, static (_, count) => count + 1);
        }
    }

    /// <summary>Takes what was counted.</summary>
    public IReadOnlyDictionary<Opening, int> Take() => Interlocked.Exchange(ref waiting, new ConcurrentDictionary<Opening, int>());
}
