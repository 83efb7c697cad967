using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Site;

/// <summary>Makes, changes, orders and deletes sections. Every change is an administrator's, asked of the records, and is kept like those of other settings.</summary>
public sealed class SectionChanges(NewsDbContext db, DeskActors actors, SettingHistory history)
{
    /// <summary>Makes a section; it stands last, whatever place the text names.</summary>
    /// <param name="actorId">Who.</param>
    /// <param name="wanted">The section.</param>
    /// <param name="language">The publication's own language.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SettingRefusal?> AddAsync(int actorId, SectionSetting wanted, string language, CancellationToken cancel = default) => InTransactionAsync(actorId, async () =>
    {
        if (wanted.WhyNot(language) is { } unfit)
        {
            return unfit;
        }

        if (await IsTakenAsync(wanted.Slug, null, cancel))
        {
            return SettingRefusal.SlugTaken;
        }

        var last = await db.Sections.MaxAsync(s => (int?)s.Position, cancel) ?? 0;
        var section = db.Sections.Add(new Section(wanted.Slug, wanted.Name, last + 1) { About = wanted.About, IsHidden = wanted.IsHidden }).Entity;
        await db.SaveChangesAsync(cancel);
        await history.AddAsync(actorId, SettingKeys.Section(section.Id), null, SectionSetting.Of(section).ToJson(), section, DeskAction.Created, cancel);
        return null;
    }, cancel);

    /// <summary>Changes a section. A slug it had leads to it for good.</summary>
    /// <param name="actorId">Who.</param>
    /// <param name="sectionId">Which.</param>
    /// <param name="wanted">How it is to be; its place stays.</param>
    /// <param name="language">The publication's own language.</param>
    /// <param name="seen">The revision they had before their eyes.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SettingRefusal?> ChangeAsync(int actorId, int sectionId, SectionSetting wanted, string language, int seen, CancellationToken cancel = default) => InTransactionAsync(actorId, async () =>
        wanted.WhyNot(language) is { } unfit ? unfit
        : await db.Sections.SingleOrDefaultAsync(s => s.Id == sectionId, cancel) is not { } section ? SettingRefusal.Gone
        : await WriteAsync(actorId, section, wanted with { Position = section.Position }, seen, cancel), cancel);

    /// <summary>Moves a section one place up or down.</summary>
    public Task<SettingRefusal?> MoveAsync(int actorId, int sectionId, bool up, CancellationToken cancel = default) => InTransactionAsync(actorId, async () =>
    {
        var all = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancel);
        var from = all.FindIndex(s => s.Id == sectionId);
        if (from < 0)
        {
            return SettingRefusal.Gone;
        }

        var to = Math.Clamp(up ? from - 1 : from + 1, 0, all.Count - 1);
        (all[from], all[to]) = (all[to], all[from]);
        for (var place = 0; place < all.Count; place++)
        {
            var before = SectionSetting.Of(all[place]);
            all[place].Position = place + 1;
            await history.AddAsync(actorId, SettingKeys.Section(all[place].Id), before.ToJson(), SectionSetting.Of(all[place]).ToJson(), all[place], DeskAction.Changed, cancel);
        }

        return null;
    }, cancel);

    /// <summary>Deletes a section nothing stands in.</summary>
    public Task<SettingRefusal?> DeleteAsync(int actorId, int sectionId, CancellationToken cancel = default) => InTransactionAsync(actorId, async () =>
    {
        if (await db.Sections.SingleOrDefaultAsync(s => s.Id == sectionId, cancel) is not { } section)
        {
            return SettingRefusal.Gone;
        }

        if (await db.Articles.AnyAsync(a => a.SectionId == sectionId, cancel))
        {
            return SettingRefusal.SectionHasArticles;
        }

        await history.AddAsync(actorId, SettingKeys.Section(sectionId), SectionSetting.Of(section).ToJson(), null, section, DeskAction.Deleted, cancel);
        db.Sections.Remove(section);
        return null;
    }, cancel, SettingRefusal.SectionHasArticles);

    /// <summary>Makes a section what it was before a change; one that was deleted is made anew.</summary>
    public async Task<SettingRefusal?> RestoreAsync(int actorId, SettingChange change, string language, int seen, CancellationToken cancel = default)
    {
        if (change.Before is null || SectionSetting.FromJson(change.Before) is not { } before || SettingKeys.SectionOf(change.Key) is not { } id)
        {
            return SettingRefusal.Gone;
        }

        return await db.Sections.AnyAsync(s => s.Id == id, cancel)
            ? await ChangeAsync(actorId, id, before, language, seen, cancel)
            : await AddAsync(actorId, before, language, cancel);
    }

    private async Task<SettingRefusal?> WriteAsync(int actorId, Section section, SectionSetting wanted, int seen, CancellationToken cancel)
    {
        if (await IsTakenAsync(wanted.Slug, section.Id, cancel))
        {
            return SettingRefusal.SlugTaken;
        }

        var key = SettingKeys.Section(section.Id);
        if (await db.SettingChanges.AnyAsync(c => c.Key == key && c.Id > seen, cancel))
        {
            return SettingRefusal.ChangedMeanwhile;
        }

        var before = SectionSetting.Of(section);
        if (wanted.Slug != before.Slug)
        {
            // One it had before may be taken up again: it leads to itself then.
            await db.FormerSectionSlugs.Where(f => f.Slug == wanted.Slug).ExecuteDeleteAsync(cancel);
            db.FormerSectionSlugs.Add(new FormerSectionSlug(before.Slug, section.Id));
        }

        wanted.WriteTo(section);
        await history.AddAsync(actorId, key, before.ToJson(), wanted.ToJson(), section, DeskAction.Changed, cancel);
        return null;
    }

    private async Task<bool> IsTakenAsync(string slug, int? own, CancellationToken cancel) =>
        await db.Sections.AnyAsync(s => s.Slug == slug && s.Id != own, cancel) || await db.FormerSectionSlugs.AnyAsync(f => f.Slug == slug && f.SectionId != own, cancel);

    private async Task<SettingRefusal?> InTransactionAsync(int actorId, Func<Task<SettingRefusal?>> change, CancellationToken cancel, SettingRefusal clash = SettingRefusal.ChangedMeanwhile)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await actors.FindAsync(actorId, cancel) is not { IsAdministrator: true })
            {
                return SettingRefusal.NotAdministrator;
            }

            if (await change() is { } refusal)
            {
                return refusal;
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return clash;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
