using Microsoft.EntityFrameworkCore;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>
/// Finds or makes the contributors and outlets whose names were typed in the editor. Somebody one of whose names is exactly that name, whatever its case, is found;
/// anybody else is made in place. The caller saves.
/// </summary>
public sealed class NewNames(NewsDbContext db)
{
    /// <summary>The content with every name that was typed turned into a record.</summary>
    public async Task<ArticleContent> ResolveAsync(ArticleContent content, DeskActor actor, DateTime now, CancellationToken cancel = default)
    {
        var credits = new List<ContentCredit>();
        foreach (var credit in content.Credits)
        {
            credits.Add(credit.ContributorId is null && TypedText.Line(credit.Name ?? "") is { Length: > 0 } name && await ContributorAsync(name, actor, now, cancel) is { } id
                ? credit with { ContributorId = id, Name = null }
                : credit);
        }

        var source = content.Source;
        if (source is { PublicationId: null, PublicationName: { } typed } && TypedText.Line(typed) is { Length: > 0 } outlet)
        {
            source = source with { PublicationId = await PublicationAsync(outlet, source.Language, actor, now, cancel), PublicationName = null };
        }

        return content with { Credits = credits, Source = source };
    }

    private async Task<int?> ContributorAsync(string name, DeskActor actor, DateTime now, CancellationToken cancel)
    {
        if (name.Length > Contributor.MaxNameLength)
        {
            return null;
        }

        var all = await db.Contributors.AsNoTracking().Select(c => new { c.Id, c.Name, c.Names, c.ScriptName, c.Aliases }).ToListAsync(cancel);
        if (all.Find(c => Same(name, c.Names.Texts.Values.Concat(c.Aliases).Append(c.Name).Append(c.ScriptName))) is { } known)
        {
            return known.Id;
        }

        var made = new Contributor(await FreeAsync(Slug.From(name), "contributor", slug => db.Contributors.AnyAsync(c => c.Slug == slug, cancel)), name);
        db.Contributors.Add(made);
        await db.SaveChangesAsync(cancel);
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Created, DeskThing.Contributor, made.Id, name));
        await db.SaveChangesAsync(cancel);
        return made.Id;
    }

    private async Task<int?> PublicationAsync(string name, string? language, DeskActor actor, DateTime now, CancellationToken cancel)
    {
        if (name.Length > Publication.MaxNameLength)
        {
            return null;
        }

        var all = await db.Publications.AsNoTracking().Select(p => new { p.Id, p.Name, p.Names, p.ScriptName, p.Aliases }).ToListAsync(cancel);
        if (all.Find(p => Same(name, p.Names.Texts.Values.Concat(p.Aliases).Append(p.Name).Append(p.ScriptName))) is { } known)
        {
            return known.Id;
        }

        var made = new Publication(await FreeAsync(Slug.From(name), "outlet", slug => db.Publications.AnyAsync(p => p.Slug == slug, cancel)), name) { Language = LanguageTag.Canonical(language) };
        db.Publications.Add(made);
        await db.SaveChangesAsync(cancel);
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Created, DeskThing.Publication, made.Id, name));
        await db.SaveChangesAsync(cancel);
        return made.Id;
    }

    private static bool Same(string name, IEnumerable<string?> names) => names.Any(n => n is not null && Folded(n) == Folded(name));

    private static string Folded(string name) => TypedText.Line(name).Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    private static async Task<string> FreeAsync(string slug, string otherwise, Func<string, Task<bool>> isTaken)
    {
        var wanted = slug.Length == 0 ? otherwise : slug;
        var free = wanted;
        for (var i = 2; await isTaken(free); i++)
        {
            free = $"{wanted[..Math.Min(wanted.Length, Slug.MaxLength - 6)].TrimEnd('-')}-{i}";
        }

        return free;
    }
}
