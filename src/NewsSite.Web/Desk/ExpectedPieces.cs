using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Desk;

/// <summary>Pieces that have a time to appear at, as their cards will be then.</summary>
public sealed class ExpectedPieces(NewsDbContext db, DraftPages drafts)
{
    /// <summary>Those that will have appeared by a time.</summary>
    /// <param name="at">The time; UTC.</param>
    /// <param name="page">The page they are printed on.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<ArticleCard>> UntilAsync(DateTime at, SitePage page, CancellationToken cancel = default)
    {
        var scheduled = await db.Assignments.AsNoTracking().Where(a => a.Stage == WorkStage.Scheduled && a.ScheduledFor <= at)
            .OrderBy(a => a.ScheduledFor).ThenBy(a => a.ArticleId)
            .Join(db.ArticleRevisions, a => new { a.ArticleId, Number = a.ScheduledRevision!.Value }, r => new { r.ArticleId, r.Number }, (a, revision) => new { Due = a.ScheduledFor!.Value, revision })
            .ToListAsync(cancel);
        var cards = new List<ArticleCard>();
        foreach (var one in scheduled)
        {
            if (await drafts.OfAsync(one.revision.ArticleId, one.revision.Content, page, cancel) is { } print)
            {
                cards.Add(print.Card with { PublishedAt = one.Due, Day = page.DayOf(one.Due) });
            }
        }

        return cards;
    }
}
