using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Search;

/// <summary>
/// Builds the index of what was there before it: after an upgrade, or when somebody asks for it. Piece by piece, each with its comments in a transaction of its own, so that the site goes on,
/// the search finds what is there already, and what is interrupted is taken up again. Several servers may do so at once; they only do the same work twice.
/// </summary>
public sealed class SearchRebuilding(NewsDbContext db)
{
    /// <summary>So many pieces in a transaction at most.</summary>
    private const int MostArticles = 100;

    /// <summary>So many comments in a transaction, unless they are all of one piece.</summary>
    private const int MostComments = 2_000;

    /// <summary>True where every published piece is found by the words it has, cut as they are cut now.</summary>
    public async Task<bool> IsCompleteAsync(CancellationToken cancel = default) => !await Missing().AnyAsync(cancel);

    /// <summary>Writes what is missing, or cut as it no longer is.</summary>
    /// <returns>So many pieces.</returns>
    public async Task<int> CompleteAsync(CancellationToken cancel = default)
    {
        var keeping = new SearchKeeping(db);
        for (int last = 0, done = 0; ;)
        {
            var after = last;
            var next = await Missing().Where(a => a.Id > after).OrderBy(a => a.Id).Take(MostArticles).Select(a => new { a.Id, a.CommentCount }).ToListAsync(cancel);
            if (next.Count == 0)
            {
                await db.Search.TidyAsync(cancel);
                return done;
            }

            if (last == 0)
            {
                await db.Search.ExpectMuchAsync(cancel);
            }

            var comments = 0;
            List<int> batch = [.. next.TakeWhile(a => (comments += a.CommentCount) <= MostComments).Select(a => a.Id)];
            batch = batch.Count == 0 ? [next[0].Id] : batch;
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await keeping.KeepArticlesAsync(batch, cancel, withComments: true);
            await transaction.CommitAsync(cancel);
            await db.Search.SortInAsync(cancel);
            (last, done) = (batch[^1], done + batch.Count);
        }
    }

    /// <summary>Writes everything anew.</summary>
    /// <returns>So many pieces.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancel = default)
    {
        await db.SearchedArticles.ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, 0), cancel);
        return await CompleteAsync(cancel);
    }

    private IQueryable<Article> Missing() =>
        db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Published && !db.SearchedArticles.Any(s => s.ArticleId == a.Id && s.Version == SearchTokens.Version));
}
