using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Sources;

/// <summary>An outlet as it is typed.</summary>
public sealed record PublicationForm : NameForm
{
    /// <summary>Where it is, in English.</summary>
    public string? Country { get; init; }
}

/// <summary>Changes what hangs on an outlet's name, with a line in the log and a word to every server that shows the name.</summary>
public sealed class PublicationKeeping(NewsDbContext db, TimeProvider clock)
{
    /// <summary>An outlet as a form shows it; null when there is none.</summary>
    public async Task<PublicationForm?> ReadAsync(int id, CancellationToken cancel = default) =>
        await db.Publications.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found ? null : new PublicationForm
        {
            Name = found.Name,
            ScriptName = found.ScriptName,
            Language = found.Language,
            Names = found.Names.Texts.ToDictionary(t => t.Key, t => (string?)t.Value),
            Aliases = string.Join('\n', found.Aliases),
            About = found.About.Texts.ToDictionary(t => t.Key, t => (string?)t.Value),
            Link = found.Home,
            Slug = found.Slug,
            Country = found.Country,
        };

    /// <summary>Changes an outlet.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<CreditRefusal?> ChangeAsync(DeskActor actor, int id, PublicationForm typed, CancellationToken cancel = default)
    {
        if (!actor.MayPublish)
        {
            return CreditRefusal.NotAllowed;
        }

        if ((typed.WhyNot ?? (NameForm.Said(typed.Country)?.Length > Publication.MaxCountryLength ? CreditRefusal.TextTooLong : null)) is { } why)
        {
            return why;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Publications.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } outlet)
        {
            return CreditRefusal.NotFound;
        }

        var (slug, printed, wasName, wasSlug, wasHome) = (typed.Slug!.Trim(), typed.Printed, outlet.Name, outlet.Slug, outlet.Home);
        if (await db.Publications.AnyAsync(p => p.Slug == slug && p.Id != id, cancel) || await db.PublicationRedirects.AnyAsync(r => r.Slug == slug && r.PublicationId != id, cancel))
        {
            return CreditRefusal.SlugTaken;
        }

        (outlet.Name, outlet.ScriptName, outlet.Language) = (printed.Name!, printed.ScriptName, printed.ScriptLanguage);
        (outlet.Names, outlet.About, outlet.Aliases) = (NameForm.Texts(typed.Names), NameForm.Texts(typed.About), typed.AliasList);
        (outlet.Home, outlet.Country) = (typed.Address, NameForm.Said(typed.Country));
        if (outlet.Rename(slug) is { } redirect)
        {
            // One that gets an old slug back needs that redirect no more.
            await db.PublicationRedirects.Where(r => r.Slug == slug && r.MergedId == null).ExecuteDeleteAsync(cancel);
            db.PublicationRedirects.Add(redirect);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Changed, DeskThing.Publication, id, outlet.Name, NameForm.Differences(("name", wasName, outlet.Name), ("slug", wasSlug, slug), ("home", wasHome, outlet.Home))));
        await TellAsync(id, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>What merging would move; null when either is not there, or both are one.</summary>
    public async Task<MergePreview?> PreviewAsync(int keptId, int goneId, CancellationToken cancel = default)
    {
        var both = await db.Publications.Where(p => p.Id == keptId || p.Id == goneId).Select(p => new FoundName(p.Id, p.Name, p.ScriptName, p.Slug)).ToListAsync(cancel);
        var pieces = db.Articles.Where(a => a.Source!.PublicationId == goneId);
        return both.Count != 2 ? null : new MergePreview(
            both.Single(p => p.Id == keptId),
            both.Single(p => p.Id == goneId),
            await pieces.CountAsync(cancel),
            0,
            0,
            await pieces.LatestFirst.Select(a => a.Headline).Take(MergePreview.MostHeadlines).ToListAsync(cancel));
    }

    /// <summary>Makes one outlet of two: everything of the one goes to the other, whose page the old slugs lead to.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<CreditRefusal?> MergeAsync(DeskActor actor, int keptId, int goneId, CancellationToken cancel = default)
    {
        if (!actor.MayPublish)
        {
            return CreditRefusal.NotAllowed;
        }

        if (keptId == goneId)
        {
            return CreditRefusal.Itself;
        }

        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var both = await db.Publications.Where(p => p.Id == keptId || p.Id == goneId).ToListAsync(cancel);
        if (both.Count != 2)
        {
            return CreditRefusal.NotFound;
        }

        var (kept, gone, now) = (both.Single(p => p.Id == keptId), both.Single(p => p.Id == goneId), clock.GetUtcNow().UtcDateTime);
        await TellAsync(goneId, now, cancel);
        await TellAsync(keptId, now, cancel);
        await db.Sources.Where(s => s.PublicationId == goneId).ExecuteUpdateAsync(set => set.SetProperty(s => s.PublicationId, keptId), cancel);
        await db.PublicationRedirects.Where(r => r.PublicationId == goneId).ExecuteUpdateAsync(set => set.SetProperty(r => r.PublicationId, keptId), cancel);
        (kept.Aliases, kept.Names, kept.About) = (
            NameFinder.Distinct([.. kept.Aliases, .. gone.AllNames.Except(kept.AllNames)]), ContributorKeeping.NamesOf(kept.Names, gone.Names), ContributorKeeping.NamesOf(kept.About, gone.About));
        kept.ScriptName ??= gone.ScriptName;
        (kept.Language, kept.Home, kept.Country) = (kept.Language ?? gone.Language, kept.Home ?? gone.Home, kept.Country ?? gone.Country);
        db.Publications.Remove(gone);
        db.PublicationRedirects.Add(new PublicationRedirect(gone.Slug, keptId, goneId));
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Merged, DeskThing.Publication, keptId, kept.Name, $"{gone.Name} ({gone.Slug}) → {kept.Name}"));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Has every server drop the pages that show the name.</summary>
    private async Task TellAsync(int id, DateTime now, CancellationToken cancel)
    {
        var shown = await db.Articles.Published(now).Where(a => a.Source!.PublicationId == id).Select(a => a.Id).ToListAsync(cancel);
        db.PublicChanges.AddRange(shown.Select(article => new PublicChange(article, now)));
    }
}
