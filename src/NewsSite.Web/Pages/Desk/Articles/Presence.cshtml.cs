using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Tells the desk that somebody has a piece open, and them who else has, and which revision is the latest.</summary>
public sealed class PresenceModel(NewsDbContext db, TimeProvider clock) : DeskPage
{
    /// <summary>There is nothing to see here.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Takes note, and answers.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] string? session, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var latest = await db.Assignments.Where(a => a.ArticleId == id).Select(a => (int?)a.LatestRevision).SingleOrDefaultAsync(cancel);
        var language = await db.Articles.Where(a => a.Id == id).Select(a => a.Language).SingleOrDefaultAsync(cancel);
        if (latest is null || language is null || !Actor.MaySee(language) || EditModel.Session(session) is not { } page)
        {
            return NotFound();
        }

        var updated = await db.EditorPresences.Where(p => p.ArticleId == id && p.Session == page && p.AccountId == Actor.AccountId).ExecuteUpdateAsync(set => set.SetProperty(p => p.SeenAt, now), cancel);
        if (updated == 0)
        {
            db.EditorPresences.Add(new EditorPresence(id, page, Actor.AccountId, now));
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException)
            {
                // The page told it twice at once, or somebody else's key: either way it is noted.
                db.ChangeTracker.Clear();
            }
        }

        var since = now - EditorPresence.Stays;
        await db.EditorPresences.Where(p => p.ArticleId == id && p.SeenAt < since).ExecuteDeleteAsync(cancel);
        var others = await db.EditorPresences.Where(p => p.ArticleId == id && p.Session != page && p.SeenAt >= since)
            .Join(db.Accounts, p => p.AccountId, a => a.Id, (_, a) => a.DisplayName).Distinct().OrderBy(n => n).ToListAsync(cancel);
        return new JsonResult(new { others, latest });
    }
}
