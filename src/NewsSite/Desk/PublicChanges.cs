using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>What one server has heard of. Kept as long as the process.</summary>
public sealed class SeenChanges
{
    /// <summary>The keys heard of within the span that is read again.</summary>
    internal HashSet<int>? Keys { get; set; }
}

/// <summary>Tells a server what readers see differently since it last asked.</summary>
public sealed class PublicChanges(NewsDbContext db, TimeProvider clock)
{
    /// <summary>So far back is read again each time: a key given out earlier may be committed later.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <summary>The pieces that changed; each row is told once. The first call tells nothing, for a server that starts keeps no pages yet.</summary>
    public async Task<IReadOnlyList<int>> NewAsync(SeenChanges seen, CancellationToken cancel = default)
    {
        var since = clock.GetUtcNow().UtcDateTime - Overlap;
        var recent = await db.PublicChanges.AsNoTracking().Where(c => c.At >= since).Select(c => new { c.Id, c.ArticleId }).ToListAsync(cancel);
        var known = seen.Keys;
        seen.Keys = [.. recent.Select(c => c.Id)];
        return known is null ? [] : [.. recent.Where(c => !known.Contains(c.Id)).Select(c => c.ArticleId).Distinct()];
    }

    /// <summary>Drops what every server has heard of.</summary>
    public Task ForgetAsync(DateTime now, CancellationToken cancel = default) =>
        db.PublicChanges.Where(c => c.At < now - PublicChange.Kept).ExecuteDeleteAsync(cancel);
}
