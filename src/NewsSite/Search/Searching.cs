using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Search;

/// <summary>What is asked.</summary>
/// <param name="Query">The words.</param>
/// <param name="Filter">What it is narrowed down to.</param>
/// <param name="After">The find the page begins after; null for the first page.</param>
public sealed record SearchRequest(SearchQuery Query, SearchFilter Filter, SearchCursor? After = null);

/// <summary>A page of finds.</summary>
/// <param name="Finds">The finds, best first.</param>
/// <param name="Way">How the words were taken.</param>
/// <param name="Next">After what the next page begins; null on the last.</param>
public sealed record SearchPage<T>(IReadOnlyList<T> Finds, SearchWay Way, SearchCursor? Next);

/// <summary>A piece that was found.</summary>
/// <param name="Card">What lists show of it.</param>
/// <param name="Body">Its text, to cut a passage from.</param>
public sealed record FoundArticle(ArticleCard Card, SafeHtml Body);

/// <summary>A comment that was found.</summary>
public sealed record FoundComment
{
    /// <summary>Its key.</summary>
    public required int Id { get; init; }

    /// <summary>The name printed above it.</summary>
    public required string AuthorName { get; init; }

    /// <summary>Its language.</summary>
    public required string Language { get; init; }

    /// <summary>Its text.</summary>
    public required SafeHtml Body { get; init; }

    /// <summary>When it was posted; UTC.</summary>
    public required DateTime? PostedAt { get; init; }

    /// <summary>The headline of the piece it stands under.</summary>
    public required string Headline { get; init; }

    /// <summary>The language of the piece.</summary>
    public required string ArticleLanguage { get; init; }
}

/// <summary>
/// Finds pieces and comments. Whatever the index says, only what readers see is shown: finds are read through the same scopes as every other page.
/// </summary>
public sealed class Searching(NewsDbContext db)
{
    /// <summary>Finds on a page.</summary>
    public const int PageSize = 20;

    /// <summary>So often is read on where nothing of what was found may be shown.</summary>
    private const int MostRounds = 5;

    /// <summary>A page of pieces.</summary>
    public Task<SearchPage<FoundArticle>> ArticlesAsync(SearchRequest request, DateTime now, CancellationToken cancel = default) => PageAsync(SearchKind.Articles, request, now, async ids =>
    {
        var shown = await db.Articles.AsNoTracking().Published(now).Where(a => ids.Contains(a.Id)).Cards.ToListAsync(cancel);
        var texts = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.BodyHtml }).ToDictionaryAsync(a => a.Id, a => a.BodyHtml, cancel);
        return shown.ToDictionary(c => c.Id, c => new FoundArticle(c, texts[c.Id]));
    }, cancel);

    /// <summary>A page of comments.</summary>
    public Task<SearchPage<FoundComment>> CommentsAsync(SearchRequest request, ConversationPolicy policy, DateTime now, CancellationToken cancel = default) => PageAsync(SearchKind.Comments, request, now, async ids =>
        await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id) && c.Status == CommentStatus.Published)
            .Join(db.Articles.Published(now).WithConversation(policy), c => c.ArticleId, a => a.Id, (c, a) => new FoundComment
            {
                Id = c.Id,
                AuthorName = c.AuthorName,
                Language = c.Language,
                Body = c.BodyHtml,
                PostedAt = c.PostedAt,
                Headline = a.Headline,
                ArticleLanguage = a.Language,
            })
            .ToDictionaryAsync(c => c.Id, cancel), cancel);

    private async Task<SearchPage<T>> PageAsync<T>(SearchKind kind, SearchRequest request, DateTime now, Func<List<int>, Task<Dictionary<int, T>>> read, CancellationToken cancel)
    {
        IReadOnlyList<SearchWay> ways = request.After is { } after ? [after.Way] : [.. SearchPlan.WaysOf(request.Query)];
        foreach (var way in ways)
        {
            var finds = new List<T>();
            var cursor = request.After;
            for (var round = 0; round < MostRounds; round++)
            {
                var most = PageSize + 1 - finds.Count;
                var ranks = await RanksAsync(kind, request, way, cursor, now, most, cancel);
                var shown = await read([.. ranks.Select(r => SearchRank.IdOf(r.Rank))]);
                foreach (var rank in ranks)
                {
                    if (finds.Count == PageSize)
                    {
                        return new SearchPage<T>(finds, way, cursor);
                    }

                    cursor = rank;
                    if (shown.TryGetValue(SearchRank.IdOf(rank.Rank), out var find))
                    {
                        finds.Add(find);
                    }
                }

                if (ranks.Count < most)
                {
                    cursor = null;
                    break;
                }
            }

            if (finds.Count > 0 || cursor is not null)
            {
                return new SearchPage<T>(finds, way, cursor);
            }
        }

        return new SearchPage<T>([], ways[0], null);
    }

    /// <summary>The keys that follow a find, from its tier on.</summary>
    private async Task<List<SearchCursor>> RanksAsync(SearchKind kind, SearchRequest request, SearchWay way, SearchCursor? after, DateTime now, int most, CancellationToken cancel)
    {
        var plan = SearchPlan.For(kind, request.Query, request.Filter, way);
        var (from, before) = (SearchRank.From(request.Filter.From), SearchRank.From(Earlier(request.Filter.Before, now.AddSeconds(1))));
        var found = new List<SearchCursor>();
        for (var tier = after?.Tier ?? 0; tier < plan.Tiers.Count && found.Count < most; tier++)
        {
            var below = after is { } last && last.Tier == tier ? Math.Min(last.Rank, before) : before;
            found.AddRange((await db.Search.FindAsync(kind, plan.Tiers[tier], from, below, most - found.Count, cancel)).Select(rank => new SearchCursor(way, tier, rank)));
        }

        return found;
    }

    private static DateTime Earlier(DateTime? one, DateTime other) => one < other ? one.Value : other;
}
