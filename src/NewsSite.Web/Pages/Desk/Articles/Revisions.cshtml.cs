using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>What a piece was, moment by moment, and what the log says of it.</summary>
public sealed class RevisionsModel(NewsDbContext db, Drafting drafting) : DeskPage
{
    /// <summary>So many are on a page.</summary>
    private const int PageSize = 50;

    /// <summary>A revision in the list.</summary>
    public sealed record Line(int Number, RevisionKind Kind, string? By, DateTime At, string? Note, DateTime? PublishedAt, DateTime? SettledAt);

    /// <summary>A line of the log.</summary>
    public sealed record Entry(DeskAction Action, string? By, DateTime At, string? Note);

    /// <summary>The piece's key.</summary>
    public int Id { get; private set; }

    /// <summary>The revisions, the last first; of autosaves that follow one another only the last.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The number before which the next page begins.</summary>
    public int? Next { get; private set; }

    /// <summary>The log of the piece, the last first.</summary>
    public IReadOnlyList<Entry> Log { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(int id, int? before, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is null)
        {
            return NotFound();
        }

        (Id, Title) = (id, Words["Editor.History"]);
        var found = await db.ArticleRevisions.AsNoTracking().Where(r => r.ArticleId == id && (before == null || r.Number < before))
            // An autosave the same page saved again is of no interest beside the later one.
            .Where(r => r.Kind != RevisionKind.Autosave || !db.ArticleRevisions.Any(later => later.ArticleId == id && later.Number == r.Number + 1 && later.Kind == RevisionKind.Autosave && later.Session == r.Session))
            .OrderByDescending(r => r.Number).Take(PageSize + 1)
            .Select(r => new Line(r.Number, r.Kind, db.Accounts.Where(a => a.Id == r.AccountId).Select(a => a.DisplayName).FirstOrDefault(), r.SavedAt, r.Note, r.PublishedAt, r.SettledAt))
            .ToListAsync(cancel);
        (Lines, Next) = ([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Number : null);
        Log = before is not null ? [] : await db.DeskLog.AsNoTracking().Where(e => e.Thing == DeskThing.Article && e.ThingId == id).OrderByDescending(e => e.Id).Take(PageSize)
            .Select(e => new Entry(e.Action, db.Accounts.Where(a => a.Id == e.AccountId).Select(a => a.DisplayName).FirstOrDefault(), e.At, e.Note))
            .ToListAsync(cancel);
        return Page();
    }
}
