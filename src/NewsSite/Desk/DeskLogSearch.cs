using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>What to look for in the desk's log; what is null does not matter.</summary>
public sealed record DeskLogQuery
{
    /// <summary>Who did it.</summary>
    public int? AccountId { get; init; }

    /// <summary>To what kind of thing.</summary>
    public DeskThing? Thing { get; init; }

    /// <summary>To which of them.</summary>
    public int? ThingId { get; init; }

    /// <summary>A part of the thing's name or of the note.</summary>
    public string? Text { get; init; }

    /// <summary>From when on; UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Until when, not included; UTC.</summary>
    public DateTime? Until { get; init; }
}

/// <summary>A line of the log, with who did it.</summary>
/// <param name="Entry">The line.</param>
/// <param name="By">Who; null for the site itself, and once the account is gone.</param>
public sealed record DeskLine(DeskEntry Entry, string? By);

/// <summary>Reads the desk's log.</summary>
public sealed class DeskLogSearch(NewsDbContext db)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 50;

    /// <summary>Those who did anything, by name.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> PeopleAsync(CancellationToken cancel = default) =>
        [.. (await db.Accounts.Where(a => db.DeskLog.Any(e => e.AccountId == a.Id)).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancel))
            .Select(a => (a.Id, a.DisplayName))];

    /// <summary>The lines found, newest first.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="before">The line after which to go on; null for the first page.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <returns>The lines, and where the next page goes on; null on the last.</returns>
    public async Task<(IReadOnlyList<DeskLine> Lines, int? Next)> FindAsync(DeskLogQuery query, int? before, CancellationToken cancel = default)
    {
        var found = await Matching(query)
            .Where(e => before == null || e.Id < before)
            .OrderByDescending(e => e.Id).Take(PageSize + 1)
            .Select(e => new DeskLine(e, db.Accounts.Where(a => a.Id == e.AccountId).Select(a => a.DisplayName).FirstOrDefault()))
            .ToListAsync(cancel);
        return found.Count > PageSize ? (found[..PageSize], found[PageSize - 1].Entry.Id) : (found, null);
    }

    private IQueryable<DeskEntry> Matching(DeskLogQuery query)
    {
        var entries = db.DeskLog.AsNoTracking().Where(e =>
            (query.AccountId == null || e.AccountId == query.AccountId)
            && (query.Thing == null || e.Thing == query.Thing)
            && (query.ThingId == null || e.ThingId == query.ThingId)
            && (query.From == null || e.At >= query.From)
            && (query.Until == null || e.At < query.Until));
        if (string.IsNullOrEmpty(query.Text))
        {
            return entries;
        }

        // The lowering is the database's.
#pragma warning disable CA1304, CA1311, CA1862
        var (typed, lower, upper, title) = LetterCases.Of(query.Text);
        return entries.Where(e =>
            e.Name.ToLower().Contains(lower) || e.Name.Contains(typed) || e.Name.Contains(title) || e.Name.Contains(upper)
            || (e.Note != null && (e.Note.ToLower().Contains(lower) || e.Note.Contains(typed) || e.Note.Contains(title) || e.Note.Contains(upper))));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
