using System.Collections.Concurrent;

namespace NewsSite.Web.Caching;

/// <summary>What makes one kept page another: nothing of the person asking.</summary>
internal readonly record struct PageKey(string Scheme, string Host, string Path, string Query);

/// <summary>Keeps finished pages as compressed bytes until what they were made from changes.</summary>
internal sealed class PageCache(PageCacheSettings settings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<PageKey, KeptPage> pages = new();
    private readonly ConcurrentDictionary<PageKey, TaskCompletionSource> rendering = new();
    private readonly Lock room = new();
    private readonly long limit = settings.SizeLimitMegabytes * 1024L * 1024;
    private readonly TimeSpan lifetime = TimeSpan.FromSeconds(settings.LifetimeSeconds);
    private readonly Dictionary<string, long> evictedAt = [];
    private long allEvictedAt;
    private long evictions;

    /// <summary>A number that rises with every eviction. A page begun at one number is not kept once one of its tags was evicted at a later one: it may have been made from what was evicted.</summary>
    public long Generation => Interlocked.Read(ref evictions);

    /// <summary>True when nothing is ever kept.</summary>
    public bool IsOff => limit == 0;

    /// <summary>The page, if it is kept and not too old.</summary>
    public KeptPage? Find(PageKey key)
    {
        if (!pages.TryGetValue(key, out var page) || clock.GetElapsedTime(page.KeptAt) > lifetime || page.Until <= clock.GetUtcNow().UtcDateTime)
        {
            return null;
        }

        page.LastServed = clock.GetTimestamp();
        return page;
    }

    /// <summary>Asks to be the one request that makes a page. Others get the task to wait for.</summary>
    public bool BeginRendering(PageKey key, out Task others)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var current = rendering.GetOrAdd(key, mine);
        others = current.Task;
        return current == mine;
    }

    /// <summary>Lets those who waited go on.</summary>
    public void EndRendering(PageKey key)
    {
        if (rendering.TryRemove(key, out var mine))
        {
            mine.SetResult();
        }
    }

    /// <summary>Makes a page ready to be kept and served.</summary>
    public KeptPage Make(byte[] bytes, string contentType, CachedPage kept)
    {
        var now = clock.GetTimestamp();
        return new KeptPage(bytes, contentType, kept.Tags) { KeptAt = now, LastServed = now, Until = kept.Until, ModifiedAt = kept.ModifiedAt, Headers = kept.Headers };
    }

    /// <summary>Keeps a page begun at that generation, unless something was evicted since.</summary>
    public void Keep(PageKey key, KeptPage page, long generation)
    {
        lock (room)
        {
            if (page.Size > limit || allEvictedAt > generation || page.Tags.Any(tag => evictedAt.GetValueOrDefault(tag) > generation))
            {
                return;
            }

            pages[key] = page;
            MakeRoom();
        }

        // Behind the reader's back: the strongest compression takes longer than making the page.
        ThreadPool.UnsafeQueueUserWorkItem(static kept => kept.CompressStrongly(), page, preferLocal: false);
    }

    /// <summary>Drops every page made from any of these.</summary>
    public void Evict(params ReadOnlySpan<string> tags)
    {
        lock (room)
        {
            var now = Interlocked.Increment(ref evictions);
            foreach (var tag in tags)
            {
                evictedAt[tag] = now;
            }

            foreach (var (key, page) in pages)
            {
                foreach (var tag in tags)
                {
                    if (page.Tags.Contains(tag))
                    {
                        pages.TryRemove(key, out _);
                        break;
                    }
                }
            }
        }
    }

    /// <summary>Drops every page.</summary>
    public void EvictAll()
    {
        lock (room)
        {
            allEvictedAt = Interlocked.Increment(ref evictions);
            pages.Clear();
        }
    }

    private void MakeRoom()
    {
        var size = pages.Values.Sum(p => (long)p.Size);
        if (size <= limit)
        {
            return;
        }

        // A quarter at a time, so that a full cache does not sort itself at every page.
        foreach (var (key, page) in pages.OrderBy(p => p.Value.LastServed))
        {
            if (size <= limit * 3 / 4)
            {
                break;
            }

            pages.TryRemove(key, out _);
            size -= page.Size;
        }
    }
}
