using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Readership;

/// <summary>A piece and how often it was opened.</summary>
/// <param name="ArticleId">The piece.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Language">Its language.</param>
/// <param name="Address">Its address.</param>
/// <param name="Days">How often on each day asked about, the earliest first.</param>
public sealed record ReadPiece(int ArticleId, string Headline, string Language, ArticleAddress Address, IReadOnlyList<int> Days)
{
    /// <summary>How often on all of them.</summary>
    public int Total => Days.Sum();
}

/// <summary>A host and how many came by it.</summary>
/// <param name="Host">The host; or what stands for none, see <see cref="DailyReads"/>.</param>
/// <param name="Count">How often.</param>
public sealed record ReadHost(string Host, int Count);

/// <summary>Keeps the counts, and tells them to editors and to those credited on a piece.</summary>
public sealed class Readings(NewsDbContext db, TimeProvider clock)
{
    /// <summary>So many pieces are told at once, the most read first.</summary>
    public const int MostPieces = 50;

    /// <summary>Adds what was counted. Any number of servers may do so at once: the database adds up.</summary>
    /// <param name="counted">What was counted.</param>
    /// <param name="cancel">Ends it early.</param>
    public async Task KeepAsync(IReadOnlyDictionary<Opening, int> counted, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var article in counted.GroupBy(c => (c.Key.Day, c.Key.Address)))
        {
            if (ArticleAddress.Parse(article.Key.Address) is not { } address || await db.Articles.Published(now).At(address).Select(a => (int?)a.Id).SingleOrDefaultAsync(cancel) is not { } id)
            {
                continue;
            }

            var day = article.Key.Day;
            var known = (await db.DailyReads.Where(r => r.ArticleId == id && r.Day == day).Select(r => r.Host).ToListAsync(cancel)).ToHashSet();
            foreach (var host in article.OrderByDescending(c => c.Value))
            {
                var name = known.Contains(host.Key.Host) || known.Count < DailyReads.MostHosts ? host.Key.Host : DailyReads.Others;
                known.Add(name);
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "DailyReads" ("Day", "ArticleId", "Host", "Count") VALUES ({day}, {id}, {name}, {host.Value})
                    ON CONFLICT ("ArticleId", "Day", "Host") DO UPDATE SET "Count" = "DailyReads"."Count" + excluded."Count"
                    """,
                    cancel);
            }
        }
    }

    /// <summary>The pieces somebody may know about, the most read first.</summary>
    /// <param name="actor">Who asks: editors are told of every piece, others of those they are credited on.</param>
    /// <param name="from">The first day.</param>
    /// <param name="days">How many days.</param>
    /// <param name="cancel">Ends it early.</param>
    public async Task<IReadOnlyList<ReadPiece>> PiecesAsync(DeskActor actor, DateOnly from, int days, CancellationToken cancel = default)
    {
        var until = from.AddDays(days);
        var most = await Visible(actor)
            .Join(db.DailyReads.Where(r => r.Day >= from && r.Day < until), a => a.Id, r => r.ArticleId, (a, r) => new { a.Id, r.Count })
            .GroupBy(r => r.Id).Select(g => new { Id = g.Key, Total = g.Sum(r => r.Count) })
            .OrderByDescending(g => g.Total).ThenBy(g => g.Id).Take(MostPieces).Select(g => g.Id).ToListAsync(cancel);
        var pieces = await db.Articles.AsNoTracking().Where(a => most.Contains(a.Id)).Select(a => new { a.Id, a.Headline, a.Language, a.PublicationDay, a.Slug }).ToDictionaryAsync(a => a.Id, cancel);
        var counts = (await db.DailyReads.Where(r => most.Contains(r.ArticleId) && r.Day >= from && r.Day < until)
            .GroupBy(r => new { r.ArticleId, r.Day }).Select(g => new { g.Key.ArticleId, g.Key.Day, Count = g.Sum(r => r.Count) }).ToListAsync(cancel)).ToLookup(c => c.ArticleId);
        return [.. most.Where(pieces.ContainsKey).Select(id =>
        {
            var byDay = counts[id].ToDictionary(c => c.Day, c => c.Count);
            var piece = pieces[id];
            return new ReadPiece(id, piece.Headline, piece.Language, new ArticleAddress(piece.PublicationDay!.Value, piece.Slug), [.. Enumerable.Range(0, days).Select(d => byDay.GetValueOrDefault(from.AddDays(d)))]);
        })];
    }

    /// <summary>One piece and the hosts its readers came by; null where there is none, or not for whoever asks.</summary>
    public async Task<(ReadPiece Piece, IReadOnlyList<ReadHost> Hosts)?> PieceAsync(DeskActor actor, int articleId, DateOnly from, int days, CancellationToken cancel = default)
    {
        if (await Visible(actor).AsNoTracking().Where(a => a.Id == articleId).Select(a => new { a.Headline, a.Language, a.PublicationDay, a.Slug }).SingleOrDefaultAsync(cancel) is not { } piece)
        {
            return null;
        }

        var until = from.AddDays(days);
        var rows = await db.DailyReads.AsNoTracking().Where(r => r.ArticleId == articleId && r.Day >= from && r.Day < until).ToListAsync(cancel);
        var byDay = rows.GroupBy(r => r.Day).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
        return (
            new ReadPiece(articleId, piece.Headline, piece.Language, new ArticleAddress(piece.PublicationDay!.Value, piece.Slug), [.. Enumerable.Range(0, days).Select(d => byDay.GetValueOrDefault(from.AddDays(d)))]),
            [.. rows.GroupBy(r => r.Host).Select(g => new ReadHost(g.Key, g.Sum(r => r.Count))).OrderByDescending(h => h.Count).ThenBy(h => h.Host, StringComparer.Ordinal)]);
    }

    private IQueryable<Article> Visible(DeskActor actor)
    {
        var published = db.Articles.Published(clock.GetUtcNow().UtcDateTime);
        return actor.MayPublish
            ? published
            : published.Where(a => db.Accounts.Any(p => p.Id == actor.AccountId && p.ContributorId != null && a.Credits.Any(c => c.ContributorId == p.ContributorId)));
    }
}
