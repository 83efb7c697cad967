using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>Revisions are never rewritten, so one may name a contributor or an outlet that was merged into another since.</summary>
public static class MergedNames
{
    /// <summary>The content with those named who stand for them now.</summary>
    public static async Task<ArticleContent> CurrentAsync(NewsDbContext db, ArticleContent content, CancellationToken cancel = default)
    {
        var ids = content.Credits.Select(c => c.ContributorId).OfType<int>().Distinct().ToList();
        var people = await db.ContributorRedirects.Where(r => r.MergedId != null && ids.Contains(r.MergedId.Value)).ToDictionaryAsync(r => r.MergedId!.Value, r => r.ContributorId, cancel);
        if (people.Count > 0)
        {
            content = content with
            {
                Credits = [.. content.Credits.Select(c => c.ContributorId is { } id && people.TryGetValue(id, out var now) ? c with { ContributorId = now } : c).DistinctBy(c => (c.Role, (object?)c.ContributorId ?? c))],
            };
        }

        return content.Source is { PublicationId: { } outlet } source
            && await db.PublicationRedirects.Where(r => r.MergedId == outlet).Select(r => (int?)r.PublicationId).SingleOrDefaultAsync(cancel) is { } current
            ? content with { Source = source with { PublicationId = current } }
            : content;
    }
}
