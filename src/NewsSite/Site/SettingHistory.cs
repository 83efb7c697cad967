using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Site;

/// <summary>A line of the history, with what a page says about it.</summary>
/// <param name="Change">The change.</param>
/// <param name="By">Who made it; null once their account is gone.</param>
public sealed record HistoryLine(SettingChange Change, string? By);

/// <summary>Reads and continues the history of what the publication says of itself.</summary>
public sealed class SettingHistory(NewsDbContext db, TimeProvider clock)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 50;

    /// <summary>The key of the latest change; 0 before the first. It rises with every change, so that whoever has read the settings knows whether to read them again.</summary>
    public async Task<int> RevisionAsync(CancellationToken cancel = default) => await db.SettingChanges.MaxAsync(c => (int?)c.Id, cancel) ?? 0;

    /// <summary>What holds, by key; keys nobody has changed, or that are as configured again, are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CurrentAsync(CancellationToken cancel = default) =>
        await db.SettingChanges
            .Where(c => c.After != null && !db.SettingChanges.Any(later => later.Key == c.Key && later.Number > c.Number))
            .ToDictionaryAsync(c => c.Key, c => c.After!, cancel);

    /// <summary>The changes, newest first, of one key or of all.</summary>
    /// <param name="key">The key; null for all.</param>
    /// <param name="before">The line after which to go on; null for the first page.</param>
    /// <param name="cancel">Ends the asking.</param>
    /// <returns>One line more than a page has, where there is one.</returns>
    public async Task<IReadOnlyList<HistoryLine>> LinesAsync(string? key, int? before, CancellationToken cancel = default) =>
        await db.SettingChanges.AsNoTracking()
            .Where(c => (key == null || c.Key == key) && (before == null || c.Id < before))
            .OrderByDescending(c => c.Id).Take(PageSize + 1)
            .Select(c => new HistoryLine(c, db.Accounts.Where(a => a.Id == c.AccountId).Select(a => a.DisplayName).FirstOrDefault()))
            .ToListAsync(cancel);

    /// <summary>A change by its key; null when there is none.</summary>
    public Task<SettingChange?> FindAsync(int changeId, CancellationToken cancel = default) => db.SettingChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == changeId, cancel);

    /// <summary>Adds a change, and the line of the desk's log, to what is saved next. A value that holds already changes nothing.</summary>
    /// <param name="actorId">Who.</param>
    /// <param name="key">What.</param>
    /// <param name="value">What holds from now on; null for what the server is configured with.</param>
    /// <param name="seen">The revision they had before their eyes.</param>
    /// <param name="section">The section it is about, if any.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False when somebody changed it since.</returns>
    internal async Task<bool> AppendAsync(int actorId, string key, string? value, int seen, Section? section = null, CancellationToken cancel = default)
    {
        var latest = await db.SettingChanges.Where(c => c.Key == key).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancel);
        if (latest?.Id > seen)
        {
            return latest.After == value;
        }

        await AddAsync(actorId, key, latest?.After, value, section, DeskAction.Changed, cancel);
        return true;
    }

    /// <summary>Adds a change without asking what was seen.</summary>
    internal async Task AddAsync(int actorId, string key, string? before, string? value, Section? section, DeskAction action, CancellationToken cancel)
    {
        if (before == value)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var number = await db.SettingChanges.Where(c => c.Key == key).MaxAsync(c => (int?)c.Number, cancel) ?? 0;
        db.SettingChanges.Add(new SettingChange(key, number + 1, before, value, actorId, now));
        var note = $"{SettingText.Of(key, before) ?? "–"} → {SettingText.Of(key, value) ?? "–"}";
        db.DeskLog.Add(section is null
            ? new DeskEntry(now, actorId, action, DeskThing.Settings, 0, key, note)
            : new DeskEntry(now, actorId, action, DeskThing.Section, section.Id, section.Name.For("en") ?? section.Slug, note));
    }
}
