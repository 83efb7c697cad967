using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Articles;

/// <summary>Reads front pages, as they stand now or will stand at a time.</summary>
public sealed class FrontPages(NewsDbContext db)
{
    private const int PiecesRead = 60;
    private const int InOtherLanguages = 4;

    /// <summary>The front page of a language at a time.</summary>
    /// <param name="language">The language.</param>
    /// <param name="sections">The sections, in order.</param>
    /// <param name="at">The time; UTC.</param>
    /// <param name="expected">Pieces that will have appeared by then; none for a page of today.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<FrontPage> ReadAsync(string language, IReadOnlyList<FrontSection> sections, DateTime at, IReadOnlyList<ArticleCard>? expected = null, CancellationToken cancel = default)
    {
        var published = db.Articles.AsNoTracking().Published(at);
        var here = published.Where(a => a.Language == language);
        var picks = (await db.FrontPagePicks.AsNoTracking().Of(language).ToListAsync(cancel)).Where(p => p.Stands(at)).ToList();
        var latest = With(await here.LatestFirst.Take(PiecesRead).Cards.ToListAsync(cancel), expected?.Where(c => c.Language == language), PiecesRead);

        // A pick may be older than what was read.
        var known = latest.ToDictionary(c => c.Id);
        var older = picks.Select(p => p.ArticleId).Where(id => !known.ContainsKey(id)).ToList();
        if (older.Count > 0)
        {
            foreach (var card in await here.Where(a => older.Contains(a.Id)).Cards.ToListAsync(cancel))
            {
                known.Add(card.Id, card);
            }
        }

        var elsewhere = await published.Where(a => a.Language != language).LatestFirst.Take(InOtherLanguages).Cards.ToListAsync(cancel);
        return FrontPage.Of([.. picks.Select(p => known.GetValueOrDefault(p.ArticleId)).OfType<ArticleCard>()], latest, sections) with
        {
            Elsewhere = With(elsewhere, expected?.Where(c => c.Language != language), InOtherLanguages),
            StandsUntil = picks.Min(p => p.ExpiresAt),
        };
    }

    /// <summary>The sections that have columns, in order.</summary>
    public async Task<IReadOnlyList<FrontSection>> SectionsAsync(CancellationToken cancel = default) =>
        await db.Sections.AsNoTracking().Where(s => !s.IsHidden).OrderBy(s => s.Position).ThenBy(s => s.Id).Select(s => new FrontSection(s.Slug, s.Name)).ToListAsync(cancel);

    private static List<ArticleCard> With(List<ArticleCard> there, IEnumerable<ArticleCard>? come, int most) =>
        come is null ? there : [.. there.Concat(come).DistinctBy(c => c.Id).OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(most)];
}
