using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Credits;

/// <summary>A contributor as they are typed.</summary>
public sealed record ContributorForm : NameForm
{
    /// <summary>True for an agency, an archive, a collective.</summary>
    public bool IsOrganisation { get; init; }

    /// <summary>Where else they are to be found: addresses, a line each.</summary>
    public string? Links { get; init; }

    /// <summary>The key of their picture; null for none.</summary>
    public int? Picture { get; init; }

    /// <summary>The address they sign in with; empty for nobody's.</summary>
    public string? Account { get; init; }

    /// <summary>The addresses, cleaned.</summary>
    internal IReadOnlyList<string> LinkList => [.. TypedText.Clean(Links ?? "").Split('\n').Select(TypedText.Line).Where(l => l.Length > 0).Distinct()];

    /// <summary>Why the addresses cannot be taken; null when they can.</summary>
    internal CreditRefusal? WhyNotLinks => LinkList.Count > Contributor.MaxLinks ? CreditRefusal.TooManyLinks
        : LinkList.All(IsWeb) ? null
        : CreditRefusal.LinkUnfit;
}

/// <summary>Changes what hangs on a contributor's name, with a line in the log and a word to every server that shows the name.</summary>
public sealed class ContributorKeeping(NewsDbContext db, TimeProvider clock)
{
    /// <summary>A contributor as a form shows them; null when there is none.</summary>
    public async Task<ContributorForm?> ReadAsync(int id, CancellationToken cancel = default)
    {
        if (await db.Contributors.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } found)
        {
            return null;
        }

        return new ContributorForm
        {
            Name = found.Name,
            ScriptName = found.ScriptName,
            Language = found.ScriptLanguage,
            Names = found.Names.Texts.ToDictionary(t => t.Key, t => (string?)t.Value),
            Aliases = string.Join('\n', found.Aliases),
            About = found.Bio.Texts.ToDictionary(t => t.Key, t => (string?)t.Value),
            Link = found.Link,
            Links = string.Join('\n', found.Links),
            Slug = found.Slug,
            Picture = found.PictureId,
            IsOrganisation = found.IsOrganisation,
            Account = await db.Accounts.Where(a => a.ContributorId == id && a.ErasedAt == null).OrderBy(a => a.Id).Select(a => a.Email).FirstOrDefaultAsync(cancel),
        };
    }

    /// <summary>Changes a contributor.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<CreditRefusal?> ChangeAsync(DeskActor actor, int id, ContributorForm typed, CancellationToken cancel = default)
    {
        if (!actor.MayPublish)
        {
            return CreditRefusal.NotAllowed;
        }

        if ((typed.WhyNot ?? typed.WhyNotLinks) is { } why)
        {
            return why;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Contributors.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } contributor)
        {
            return CreditRefusal.NotFound;
        }

        var (slug, printed, wasName, wasSlug, wasScript) = (typed.Slug!.Trim(), typed.Printed, contributor.Name, contributor.Slug, contributor.ScriptName);
        if (await db.Contributors.AnyAsync(c => c.Slug == slug && c.Id != id, cancel) || await db.ContributorRedirects.AnyAsync(r => r.Slug == slug && r.ContributorId != id, cancel))
        {
            return CreditRefusal.SlugTaken;
        }

        var wasPicture = contributor.PictureId;
        if (typed.Picture is { } picture && !await db.PictureFiles.AnyAsync(f => f.Id == picture, cancel))
        {
            return CreditRefusal.NoPicture;
        }

        var (email, wasEmail) = (NameForm.Said(typed.Account)?.ToUpperInvariant(), await db.Accounts.Where(a => a.ContributorId == id).OrderBy(a => a.Id).Select(a => a.NormalizedEmail).FirstOrDefaultAsync(cancel));
        if (email != wasEmail && await LinkAsync(contributor, email, cancel) is { } noAccount)
        {
            return noAccount;
        }

        (contributor.Name, contributor.ScriptName, contributor.ScriptLanguage) = (printed.Name!, printed.ScriptName, printed.ScriptLanguage);
        (contributor.Names, contributor.Bio, contributor.Aliases) = (NameForm.Texts(typed.Names), NameForm.Texts(typed.About), typed.AliasList);
        (contributor.Link, contributor.Links, contributor.IsOrganisation, contributor.PictureId) = (typed.Address, typed.LinkList, typed.IsOrganisation, typed.Picture);
        if (contributor.Rename(slug) is { } redirect)
        {
            // One that gets an old slug back needs that redirect no more.
            await db.ContributorRedirects.Where(r => r.Slug == slug && r.MergedId == null).ExecuteDeleteAsync(cancel);
            db.ContributorRedirects.Add(redirect);
        }

        var (now, note) = (clock.GetUtcNow().UtcDateTime, NameForm.Differences(("name", wasName, contributor.Name), ("slug", wasSlug, slug), ("script", wasScript, contributor.ScriptName), ("account", wasEmail is null ? null : "•", email is null ? null : "•"), ("picture", Number(wasPicture), Number(typed.Picture))));
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Changed, DeskThing.Contributor, id, contributor.Name, note));
        await TellAsync(id, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>What merging would move; null when either is not there, or both are one.</summary>
    public async Task<MergePreview?> PreviewAsync(int keptId, int goneId, CancellationToken cancel = default)
    {
        var both = await db.Contributors.Where(c => c.Id == keptId || c.Id == goneId).Select(c => new FoundName(c.Id, c.Name, c.ScriptName, c.Slug)).ToListAsync(cancel);
        if (both.Count != 2)
        {
            return null;
        }

        var pieces = db.Articles.Where(a => a.Credits.Any(c => c.ContributorId == goneId));
        return new MergePreview(
            both.Single(c => c.Id == keptId),
            both.Single(c => c.Id == goneId),
            await pieces.CountAsync(cancel),
            await db.PictureFiles.CountAsync(f => f.ContributorId == goneId, cancel) + await db.Pictures.CountAsync(p => p.ContributorId == goneId && p.StoredId == null, cancel),
            await db.Accounts.CountAsync(a => a.ContributorId == goneId, cancel),
            await pieces.LatestFirst.Select(a => a.Headline).Take(MergePreview.MostHeadlines).ToListAsync(cancel));
    }

    /// <summary>Makes one contributor of two: everything of the one goes to the other, whose page the old slugs lead to.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="keptId">Who stays.</param>
    /// <param name="goneId">Who becomes a part of them.</param>
    /// <param name="cancel">Ends the asking.</param>
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
        var both = await db.Contributors.Where(c => c.Id == keptId || c.Id == goneId).ToListAsync(cancel);
        if (both.Count != 2)
        {
            return CreditRefusal.NotFound;
        }

        var (kept, gone, now) = (both.Single(c => c.Id == keptId), both.Single(c => c.Id == goneId), clock.GetUtcNow().UtcDateTime);
        await TellAsync(goneId, now, cancel);
        await TellAsync(keptId, now, cancel);
        // Where a piece names both in the same role, once is enough.
        await db.Credits.Where(c => c.ContributorId == goneId && db.Credits.Any(o => o.ArticleId == c.ArticleId && o.Role == c.Role && o.ContributorId == keptId)).ExecuteDeleteAsync(cancel);
        await db.Credits.Where(c => c.ContributorId == goneId).ExecuteUpdateAsync(set => set.SetProperty(c => c.ContributorId, keptId), cancel);
        await db.Pictures.Where(p => p.ContributorId == goneId).ExecuteUpdateAsync(set => set.SetProperty(p => p.ContributorId, keptId), cancel);
        await db.PictureFiles.Where(f => f.ContributorId == goneId).ExecuteUpdateAsync(set => set.SetProperty(f => f.ContributorId, keptId), cancel);
        await db.Accounts.Where(a => a.ContributorId == goneId).ExecuteUpdateAsync(set => set.SetProperty(a => a.ContributorId, keptId), cancel);
        await db.ContributorRedirects.Where(r => r.ContributorId == goneId).ExecuteUpdateAsync(set => set.SetProperty(r => r.ContributorId, keptId), cancel);
        (kept.Aliases, kept.Names, kept.Bio) = (NameFinder.Distinct([.. kept.Aliases, .. gone.AllNames.Except(kept.AllNames)]), NamesOf(kept.Names, gone.Names), NamesOf(kept.Bio, gone.Bio));
        if (kept.ScriptName is null)
        {
            (kept.ScriptName, kept.ScriptLanguage) = (gone.ScriptName, gone.ScriptLanguage);
        }

        kept.Links = [.. kept.Links.Concat(kept.Link is null || gone.Link is null ? gone.Links : gone.Links.Prepend(gone.Link)).Distinct().Take(Contributor.MaxLinks)];
        kept.Link ??= gone.Link;
        kept.PictureId ??= gone.PictureId;
        db.Contributors.Remove(gone);
        db.ContributorRedirects.Add(new ContributorRedirect(gone.Slug, keptId, goneId));
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Merged, DeskThing.Contributor, keptId, kept.Name, $"{gone.Name} ({gone.Slug}) → {kept.Name}"));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Texts of both; where both have one in a language, that of who stays.</summary>
    internal static LocalizedText NamesOf(LocalizedText kept, LocalizedText gone) => LocalizedText.Of(kept.Texts.Concat(gone.Texts.Where(t => kept.Exactly(t.Key) is null)));

    private static string? Number(int? key) => key?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<CreditRefusal?> LinkAsync(Contributor contributor, string? email, CancellationToken cancel)
    {
        var account = email is null ? null : await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == email && a.EmailConfirmed && a.ErasedAt == null, cancel);
        if (email is not null && account is null)
        {
            return CreditRefusal.NoAccount;
        }

        foreach (var other in await db.Accounts.Include(a => a.Contributor).Where(a => a.ContributorId == contributor.Id).ToListAsync(cancel))
        {
            other.Contributor = null;
        }

        account?.Contributor = contributor;
        return null;
    }

    /// <summary>Has every server drop the pages that show the name.</summary>
    private async Task TellAsync(int id, DateTime now, CancellationToken cancel)
    {
        var shown = await db.Articles.Published(now)
            .Where(a => a.Credits.Any(c => c.ContributorId == id) || a.Picture!.ContributorId == id)
            .Select(a => a.Id)
            .ToListAsync(cancel);
        db.PublicChanges.AddRange(shown.Select(article => new PublicChange(article, now)));
    }
}
