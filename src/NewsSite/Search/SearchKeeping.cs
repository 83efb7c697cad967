using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Search;

/// <summary>Keeps the index true to the texts, in the transaction that is open.</summary>
internal sealed class SearchKeeping(NewsDbContext db)
{
    /// <summary>So many comments are written at once.</summary>
    public const int BatchSize = 1_000;

    private sealed record Searched(int ArticleId, long Rank, string Facets);

    /// <summary>Brings the index up to date with what was saved.</summary>
    public async Task KeepAsync(SearchChanges changes, CancellationToken cancel)
    {
        var articles = changes.Articles.ToHashSet();
        articles.UnionWith(await AffectedAsync(changes, cancel));
        if (articles.Count > 0)
        {
            await KeepArticlesAsync([.. articles.Order()], cancel);
        }

        if (changes.Comments.Count > 0)
        {
            await KeepCommentsAsync(changes.Comments, cancel);
        }
    }

    /// <summary>Brings articles up to date, and their comments where what these are narrowed down by has changed.</summary>
    /// <param name="ids">Their keys, in order.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="withComments">True to write the comments in any case.</param>
    public async Task KeepArticlesAsync(IReadOnlyList<int> ids, CancellationToken cancel, bool withComments = false)
    {
        await db.Search.LockAsync(ids, cancel);
        var before = await db.SearchedArticles.AsNoTracking().Where(s => ids.Contains(s.ArticleId)).Select(s => new Searched(s.ArticleId, s.Rank, s.Facets)).ToDictionaryAsync(s => s.ArticleId, cancel);
        var published = await ReadAsync(ids, cancel);
        var now = published.ToDictionary(a => a.Id, a => new Searched(a.Id, SearchRank.Of(a.PublishedAt, a.Id), SearchTokens.Facets(a)));

        await db.Search.RemoveAsync(SearchKind.Articles, [.. before.Values.Where(b => now.GetValueOrDefault(b.ArticleId)?.Rank != b.Rank).Select(b => b.Rank)], cancel);
        await db.Search.PutAsync(SearchKind.Articles, [.. published.Select(a => new SearchDocument(now[a.Id].Rank, SearchTokens.Of(a))).OrderBy(d => d.Rank)], cancel);
        foreach (var gone in before.Keys.Except(now.Keys))
        {
            await db.SearchedArticles.Where(s => s.ArticleId == gone).ExecuteDeleteAsync(cancel);
            await db.Search.RemoveAsync(SearchKind.Comments, await CommentRanksAsync(gone, cancel), cancel);
        }

        var changed = now.Values.Where(n => withComments || before.GetValueOrDefault(n.ArticleId)?.Facets != n.Facets).ToDictionary(n => n.ArticleId, n => n.Facets);
        await PutCommentsAsync(changed, cancel);
        foreach (var article in now.Values.Where(n => withComments || before.GetValueOrDefault(n.ArticleId) != n))
        {
            // Both databases know this form of it.
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "SearchedArticles" ("ArticleId", "Rank", "Facets", "Version") VALUES ({article.ArticleId}, {article.Rank}, {article.Facets}, {SearchTokens.Version}) ON CONFLICT ("ArticleId") DO UPDATE SET "Rank" = EXCLUDED."Rank", "Facets" = EXCLUDED."Facets", "Version" = CASE WHEN {withComments} THEN EXCLUDED."Version" ELSE "SearchedArticles"."Version" END""",
                cancel);
        }
    }

    private async Task KeepCommentsAsync(List<Comment> comments, CancellationToken cancel)
    {
        var articles = comments.Select(c => c.ArticleId).Distinct().ToList();
        var facets = await db.SearchedArticles.AsNoTracking().Where(s => articles.Contains(s.ArticleId)).ToDictionaryAsync(s => s.ArticleId, s => s.Facets, cancel);
        // What stands under a piece readers do not see is written when they do.
        var shown = comments.ToLookup(c => db.Entry(c).State != EntityState.Detached && c.Status == CommentStatus.Published && facets.ContainsKey(c.ArticleId));
        await db.Search.RemoveAsync(SearchKind.Comments, [.. shown[false].Select(c => SearchRank.Of(c.PostedAt, c.Id))], cancel);
        await db.Search.PutAsync(SearchKind.Comments,
            [.. shown[true].Select(c => new SearchDocument(SearchRank.Of(c.PostedAt, c.Id), SearchTokens.OfComment(c.AuthorName, c.BodyHtml, c.Language, facets[c.ArticleId]))).OrderBy(d => d.Rank)], cancel);
    }

    /// <summary>Writes all that readers see under some articles.</summary>
    private async Task PutCommentsAsync(Dictionary<int, string> facets, CancellationToken cancel)
    {
        foreach (var article in facets.Keys)
        {
            for (var last = 0; ;)
            {
                var some = await db.Comments.AsNoTracking().Where(c => c.ArticleId == article && c.Id > last).OrderBy(c => c.Id).Take(BatchSize)
                    .Select(c => new { c.Id, c.PostedAt, c.Language, c.AuthorName, c.BodyHtml, c.Status }).ToListAsync(cancel);
                var shown = some.ToLookup(c => c.Status == CommentStatus.Published);
                await db.Search.RemoveAsync(SearchKind.Comments, [.. shown[false].Select(c => SearchRank.Of(c.PostedAt, c.Id))], cancel);
                await db.Search.PutAsync(SearchKind.Comments,
                    [.. shown[true].Select(c => new SearchDocument(SearchRank.Of(c.PostedAt, c.Id), SearchTokens.OfComment(c.AuthorName, c.BodyHtml, c.Language, facets[article]))).OrderBy(d => d.Rank)], cancel);
                if (some.Count < BatchSize)
                {
                    break;
                }

                last = some[^1].Id;
            }
        }
    }

    private async Task<List<long>> CommentRanksAsync(int article, CancellationToken cancel) =>
        [.. (await db.Comments.Where(c => c.ArticleId == article).Select(c => new { c.Id, c.PostedAt }).ToListAsync(cancel)).Select(c => SearchRank.Of(c.PostedAt, c.Id))];

    /// <summary>Published pieces that bear a name that changed.</summary>
    private async Task<IReadOnlyList<int>> AffectedAsync(SearchChanges changes, CancellationToken cancel)
    {
        var (contributors, publications, topics, series) = (changes.Contributors, changes.Publications, changes.Topics, changes.Series);
        return contributors.Count + publications.Count + topics.Count + series.Count == 0 ? [] : await db.Articles.Where(a => a.Status == ArticleStatus.Published)
            .Where(a => a.Credits.Any(c => contributors.Contains(c.ContributorId)) || publications.Contains(a.Source!.PublicationId) || a.Topics.Any(t => topics.Contains(t.Id)) || series.Contains(a.SeriesId ?? 0))
            .Select(a => a.Id).ToListAsync(cancel);
    }

    /// <summary>Reads the published ones among these; credits and topics apart, so that no text comes once for each of them.</summary>
    private async Task<List<SearchableArticle>> ReadAsync(IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var published = db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.Status == ArticleStatus.Published);
        var texts = await published.Select(a => new { a.Id, a.Language, a.Headline, a.Standfirst, a.BodyHtml, a.PublishedAt, a.SectionId, SeriesName = a.Series!.Name }).ToListAsync(cancel);
        if (texts.Count == 0)
        {
            return [];
        }

        var credits = (await published.SelectMany(a => a.Credits, (a, c) => new { ArticleId = a.Id, c.Position, c.CreditedAs, c.Contributor }).ToListAsync(cancel)).ToLookup(c => c.ArticleId);
        var topics = (await published.SelectMany(a => a.Topics, (a, t) => new { ArticleId = a.Id, t.Id, t.Name }).ToListAsync(cancel)).ToLookup(t => t.ArticleId);
        var sources = await published.Where(a => a.Source != null).Select(a => new { a.Id, a.Source!.PublicationId, a.Source.Title, a.Source.Publication }).ToDictionaryAsync(s => s.Id, cancel);
        return [.. texts.Select(a => new SearchableArticle
        {
            Id = a.Id,
            Language = a.Language,
            Headline = a.Headline,
            Standfirst = a.Standfirst,
            Body = a.BodyHtml,
            PublishedAt = a.PublishedAt,
            SectionId = a.SectionId,
            Subjects = [.. topics[a.Id].OrderBy(t => t.Id).Select(t => t.Name).Append(a.SeriesName).OfType<LocalizedText>().SelectMany(n => n.Texts.Values).Distinct(StringComparer.Ordinal)],
            Credits = [.. credits[a.Id].OrderBy(c => c.Position).Select(c => (c.Contributor.Id, NameFinder.Distinct([.. c.Contributor.AllNames, c.CreditedAs])))],
            PublicationId = sources.GetValueOrDefault(a.Id)?.PublicationId,
            Origin = sources.GetValueOrDefault(a.Id) is { } source ? NameFinder.Distinct([.. source.Publication.AllNames, source.Title]) : [],
        })];
    }
}
