using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>Moves pieces from stage to stage, each move with who, when and why in the log. Publishing and scheduling have a class of their own.</summary>
public sealed class Workflow(NewsDbContext db, TimeProvider clock)
{
    /// <summary>How long every autosave is kept; of older ones one in ten minutes stays.</summary>
    public static readonly TimeSpan AutosavesKept = TimeSpan.FromDays(1);

    /// <summary>Moves a piece.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="articleId">The piece.</param>
    /// <param name="to">Where to.</param>
    /// <param name="note">Why; wanted for sending back and for giving up.</param>
    /// <param name="cancel">Ends the asking.</param>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<DeskRefusal?> MoveAsync(DeskActor actor, int articleId, WorkStage to, string? note, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Assignments.Where(a => a.ArticleId == articleId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LatestRevision, a => a.LatestRevision), cancel);
        if (await db.Assignments.Include(a => a.Article).SingleOrDefaultAsync(a => a.ArticleId == articleId, cancel) is not { } assignment)
        {
            return DeskRefusal.NotFound;
        }

        var from = assignment.Stage;
        if (assignment.WhyNotMove(actor, assignment.Article.Language, to, now) is { } why)
        {
            return why;
        }

        if (string.IsNullOrWhiteSpace(note) && (to == WorkStage.Spiked || (from == WorkStage.InEdit && to == WorkStage.Translating)))
        {
            return DeskRefusal.NoteMissing;
        }

        assignment.Move(to, actor.AccountId, now);
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Moved, DeskThing.Article, articleId, assignment.Article.Headline, $"{from} → {to}{(string.IsNullOrWhiteSpace(note) ? "" : $": {note.Trim()}")}"));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Sets free what was claimed and not handed in within its time.</summary>
    public async Task ExpireClaimsAsync(DateTime now, CancellationToken cancel = default)
    {
        var over = await db.Assignments.AsNoTracking().Where(a => (a.Stage == WorkStage.Claimed || a.Stage == WorkStage.Translating) && a.HeldUntil < now).Select(a => a.ArticleId).ToListAsync(cancel);
        foreach (var articleId in over)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.Assignments.Where(a => a.ArticleId == articleId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LatestRevision, a => a.LatestRevision), cancel);
            var assignment = await db.Assignments.Include(a => a.Article).SingleOrDefaultAsync(a => a.ArticleId == articleId, cancel);
            if (assignment is not { Stage: WorkStage.Claimed or WorkStage.Translating } || assignment.HeldUntil >= now)
            {
                continue;
            }

            var from = assignment.Stage;
            assignment.Move(WorkStage.Suggested, null, now);
            db.DeskLog.Add(new DeskEntry(now, null, DeskAction.Moved, DeskThing.Article, articleId, assignment.Article.Headline, $"{from} → {WorkStage.Suggested}"));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>Thins out autosaves whose day is over: of each page's the last in ten minutes stays, and whatever was published, scheduled, shown to somebody outside, or is the latest.</summary>
    public async Task ThinAutosavesAsync(DateTime now, CancellationToken cancel = default)
    {
        var old = await db.ArticleRevisions.AsNoTracking()
            .Where(r => r.Kind == RevisionKind.Autosave && r.SavedAt < now - AutosavesKept && r.SavedAt >= now - AutosavesKept - AutosavesKept && r.PublishedAt == null && !r.IsBasis
                && !db.Assignments.Any(a => a.ArticleId == r.ArticleId && (a.LatestRevision == r.Number || a.ScheduledRevision == r.Number))
                && !db.PreviewLinks.Any(l => l.ArticleId == r.ArticleId && l.Revision == r.Number))
            .Select(r => new { r.Id, r.ArticleId, r.Session, r.SavedAt })
            .ToListAsync(cancel);
        var superfluous = old.GroupBy(r => (r.ArticleId, r.Session, r.SavedAt.Ticks / (TimeSpan.TicksPerMinute * 10)))
            .SelectMany(g => g.OrderByDescending(r => r.Id).Skip(1).Select(r => r.Id))
            .ToList();
        foreach (var some in superfluous.Chunk(500))
        {
            await db.ArticleRevisions.Where(r => some.Contains(r.Id)).ExecuteDeleteAsync(cancel);
        }
    }
}
