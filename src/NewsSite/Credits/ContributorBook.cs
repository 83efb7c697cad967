using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Credits;

/// <summary>Finds contributors by any of their names, and makes those that are missing.</summary>
public sealed class ContributorBook(NewsDbContext db, TimeProvider clock)
{
    /// <summary>Those who are called so, best first.</summary>
    public async Task<IReadOnlyList<FoundName>> FindAsync(string asked, CancellationToken cancel = default) => NameFinder.Find(await AllAsync(cancel), asked);

    /// <summary>Those after that slug, in the order of the slugs.</summary>
    public async Task<IReadOnlyList<FoundName>> ListAsync(string? after, int most, CancellationToken cancel = default) => await db.Contributors.AsNoTracking()
        .Where(c => after == null || c.Slug.CompareTo(after) > 0)
        .OrderBy(c => c.Slug)
        .Take(most)
        .Select(c => new FoundName(c.Id, c.Name, c.ScriptName, c.Slug))
        .ToListAsync(cancel);

    /// <summary>Makes one, or answers who has that very name already.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="typed">The name.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<NameOutcome> CreateAsync(DeskActor actor, NewName typed, CancellationToken cancel = default)
    {
        var name = typed.Clean();
        if (!actor.MayPublish && !actor.Roles.Contains(Accounts.AccountRole.Translator))
        {
            return NameOutcome.Refused(CreditRefusal.NotAllowed);
        }

        if (name.WhyNot is { } why)
        {
            return NameOutcome.Refused(why);
        }

        if ((await AllAsync(cancel)).FirstOrDefault(c => c.IsCalled(name.Name!)) is { } known)
        {
            return new NameOutcome(new FoundName(known.Id, known.Name, known.Others is [var also, ..] ? also : null, known.Slug), false, null);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var made = new Contributor(await NewName.FreeSlugAsync(name.Name!, "contributor", async slug => await db.Contributors.AnyAsync(c => c.Slug == slug, cancel) || await db.ContributorRedirects.AnyAsync(r => r.Slug == slug, cancel)), name.Name!)
        {
            ScriptName = name.ScriptName, ScriptLanguage = name.ScriptLanguage,
        };
        db.Contributors.Add(made);
        await db.SaveChangesAsync(cancel);
        db.DeskLog.Add(new DeskEntry(clock.GetUtcNow().UtcDateTime, actor.AccountId, DeskAction.Created, DeskThing.Contributor, made.Id, made.Name));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new NameOutcome(new FoundName(made.Id, made.Name, made.ScriptName, made.Slug), true, null);
    }

    /// <summary>All of them with their names: what the names look like cannot be asked of a database, and an archive has few enough to read.</summary>
    private async Task<IReadOnlyList<NamedThing>> AllAsync(CancellationToken cancel)
    {
        var all = await db.Contributors.AsNoTracking().Select(c => new { c.Id, c.Slug, c.Name, c.Names, c.ScriptName, c.Aliases }).ToListAsync(cancel);
        return [.. all.Select(c => new NamedThing(c.Id, c.Slug, c.Name, [.. NameFinder.Distinct([c.ScriptName, .. c.Names.Texts.Values, .. c.Aliases]).Where(n => n != c.Name)]))];
    }
}
