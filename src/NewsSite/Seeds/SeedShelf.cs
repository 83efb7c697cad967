using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Sources;

namespace NewsSite.Seeds;

/// <summary>What articles refer to, found in the database or made, by slug.</summary>
internal sealed class SeedShelf
{
    /// <summary>Readers' accounts are this much older than the first article.</summary>
    private static readonly TimeSpan AccountsBeforeArticles = TimeSpan.FromDays(30);

    private readonly NewsDbContext db;
    private readonly Dictionary<string, Work> works;

    private SeedShelf(NewsDbContext db, Dictionary<string, Work> works)
    {
        this.db = db;
        this.works = works;
    }

    public Dictionary<string, Section> Sections { get; private set; } = [];

    public Dictionary<string, Topic> Topics { get; private set; } = [];

    public Dictionary<string, Series> Series { get; private set; } = [];

    public Dictionary<string, Contributor> Contributors { get; private set; } = [];

    public Dictionary<string, Publication> Outlets { get; private set; } = [];

    public Dictionary<string, Account> Readers { get; private set; } = [];

    public static async Task<SeedShelf> FillAsync(NewsDbContext db, SeedPublication publication, CancellationToken cancel)
    {
        var shelf = new SeedShelf(db, await db.Works.ToDictionaryAsync(w => w.Key, cancel))
        {
            Sections = await db.Sections.ToDictionaryAsync(s => s.Slug, cancel),
            Topics = await db.Topics.ToDictionaryAsync(t => t.Slug, cancel),
            Series = await db.Series.ToDictionaryAsync(s => s.Slug, cancel),
            Contributors = await db.Contributors.ToDictionaryAsync(c => c.Slug, cancel),
            Outlets = await db.Publications.ToDictionaryAsync(p => p.Slug, cancel),
            Readers = await db.Accounts.Where(a => a.NameSkeleton != null).ToDictionaryAsync(a => a.DisplayName, cancel),
        };
        shelf.Fill(publication);
        return shelf;
    }

    public Work Work(string key)
    {
        if (!works.TryGetValue(key, out var work))
        {
            works[key] = work = db.Works.Add(new Work(key)).Entity;
        }

        return work;
    }

    private void Fill(SeedPublication publication)
    {
        foreach (var (seed, position) in publication.Sections.Select((s, i) => (s, i)))
        {
            var section = Find(Sections, seed.Slug, () => new Section(seed.Slug, seed.Name, position));
            (section.Name, section.About, section.Position) = (seed.Name, seed.About, position);
        }

        foreach (var seed in publication.Topics)
        {
            Find(Topics, seed.Slug, () => new Topic(seed.Slug, seed.Name)).Name = seed.Name;
        }

        foreach (var seed in publication.Series)
        {
            var series = Find(Series, seed.Slug, () => new Series(seed.Slug, seed.Name));
            (series.Name, series.About) = (seed.Name, seed.About);
        }

        foreach (var seed in publication.Contributors)
        {
            var person = Find(Contributors, seed.Slug, () => new Contributor(seed.Slug, seed.Name));
            (person.Name, person.Names, person.ScriptName, person.ScriptLanguage) = (seed.Name, seed.Names, seed.ScriptName, seed.ScriptLanguage);
            (person.Bio, person.Link, person.IsOrganisation) = (seed.Bio, seed.Link, seed.IsOrganisation);
        }

        foreach (var seed in publication.Outlets)
        {
            var outlet = Find(Outlets, seed.Slug, () => new Publication(seed.Slug, seed.Name));
            (outlet.Name, outlet.Names, outlet.ScriptName, outlet.Language) = (seed.Name, seed.Names, seed.ScriptName, seed.Language);
            (outlet.Home, outlet.Country, outlet.About) = (seed.Home, seed.Country, seed.About);
        }

        var accountsSince = publication.Articles.Select(a => a.Published).DefaultIfEmpty(DateTime.UnixEpoch).Min() - AccountsBeforeArticles;
        foreach (var seed in publication.Readers)
        {
            var reader = Find(Readers, seed.Name, () => new Account(seed.Name, accountsSince));
            reader.Contributor = seed.Contributor is null ? null : Contributors[seed.Contributor];
            reader.OwnName();
        }
    }

    private T Find<T>(Dictionary<string, T> known, string key, Func<T> make)
        where T : class
    {
        if (!known.TryGetValue(key, out var item))
        {
            known[key] = item = db.Add(make()).Entity;
        }

        return item;
    }
}
