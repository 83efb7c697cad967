using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

// All that is put into a statement is the name of one of two tables; what people type is a parameter.
#pragma warning disable EF1002

namespace NewsSite.Search;

/// <summary>
/// Words in PostgreSQL's <c>tsvector</c>, written by us and never by a text search configuration: there is none for Ukrainian. A query for a word many have is answered from the keys
/// down, one for a rare word from the words; which it is, the planner reads from the statistics, so they are kept finer than usual.
/// </summary>
internal sealed class PostgresSearch(NewsDbContext db) : SearchEngine
{
    /// <summary>Where words no longer have a place of their own; all further ones share it.</summary>
    private const int LastPosition = 16_383;

    /// <summary>So many places of a word are kept.</summary>
    private const int MostPositions = 255;

    private static readonly TimeSpan TidyingTakesAtMost = TimeSpan.FromMinutes(10);

    internal override Task<List<long>> FindAsync(SearchKind kind, SearchMatch? match, long from, long before, int most, CancellationToken cancel)
    {
        var table = TableOf(kind);
        return match is null
            ? db.Database.SqlQueryRaw<long>($$"""SELECT "Rank" AS "Value" FROM "{{table}}" WHERE "Rank" >= {0} AND "Rank" < {1} ORDER BY "Rank" DESC LIMIT {2}""", from, before, most).ToListAsync(cancel)
            : db.Database.SqlQueryRaw<long>($$"""SELECT "Rank" AS "Value" FROM "{{table}}" WHERE "Tokens" @@ {0}::tsquery AND "Rank" >= {1} AND "Rank" < {2} ORDER BY "Rank" DESC LIMIT {3}""", Write(match), from, before, most).ToListAsync(cancel);
    }

    internal override Task PutAsync(SearchKind kind, IReadOnlyList<SearchDocument> documents, CancellationToken cancel) => documents.Count == 0 ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync(
        $$"""INSERT INTO "{{TableOf(kind)}}" ("Rank", "Tokens") SELECT d.rank, d.tokens::tsvector FROM unnest({0}, {1}) AS d(rank, tokens) ON CONFLICT ("Rank") DO UPDATE SET "Tokens" = EXCLUDED."Tokens" """,
        [documents.Select(d => d.Rank).ToArray(), documents.Select(d => Vector(d.Tokens)).ToArray()], cancel);

    internal override Task RemoveAsync(SearchKind kind, IReadOnlyList<long> ranks, CancellationToken cancel) => ranks.Count == 0 ? Task.CompletedTask :
        db.Database.ExecuteSqlRawAsync($$"""DELETE FROM "{{TableOf(kind)}}" WHERE "Rank" = ANY({0})""", [ranks.ToArray()], cancel);

    internal override Task LockAsync(IReadOnlyList<int> articles, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<int>("""SELECT "Id" AS "Value" FROM "Articles" WHERE "Id" = ANY({0}) ORDER BY "Id" FOR UPDATE""", articles.ToArray()).ToListAsync(cancel);

    internal override async Task TidyAsync(CancellationToken cancel)
    {
        // It goes through everything there is; a page's patience is no measure for it.
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TidyingTakesAtMost);
        try
        {
            // Not "not in": among a million that is no longer kept in memory, and each row is compared with each.
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "ArticleSearch" s WHERE NOT EXISTS (SELECT 1 FROM "SearchedArticles" a WHERE a."Rank" = s."Rank")""", cancel);
            await db.Database.ExecuteSqlRawAsync($"""DELETE FROM "CommentSearch" s WHERE NOT EXISTS (SELECT 1 FROM "Comments" c WHERE c."Id" = (s."Rank" & {SearchRank.IdMask}) AND c."Status" = 'Published')""", cancel);
            await db.Database.ExecuteSqlRawAsync("""ANALYZE "ArticleSearch" """, cancel);
            await db.Database.ExecuteSqlRawAsync("""ANALYZE "CommentSearch" """, cancel);
        }
        finally
        {
            db.Database.SetCommandTimeout(patience);
        }
    }

    public override async Task<long> SizeAsync(SearchKind kind, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>($"""SELECT pg_total_relation_size('"{TableOf(kind)}"') AS "Value" """).SingleAsync(cancel);

    /// <summary>The query as <c>tsquery</c> is written: https://www.postgresql.org/docs/current/datatype-textsearch.html.</summary>
    private static string Write(SearchMatch match) => match switch
    {
        SearchMatch.Words words => $"({string.Join(" <-> ", words.Tokens.Select((token, i) => $"'{token}'{(words.IsPrefix && i == words.Tokens.Count - 1 ? ":*" : "")}"))})",
        SearchMatch.All all => $"({string.Join(" & ", all.Parts.Select(Write))})",
        SearchMatch.Any any => $"({string.Join(" | ", any.Parts.Select(Write))})",
        SearchMatch.Without without => $"({Write(without.Wanted)} & !{Write(without.Unwanted)})",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    /// <summary>The words with their places, as <c>tsvector</c> is written. Words are letters, digits and underscores, so nothing needs escaping.</summary>
    private static string Vector(string tokens)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var position = 0;
        foreach (var range in tokens.AsSpan().Split(' '))
        {
            position++;
            if (tokens[range] is { Length: > 0 } token && token != SearchTokens.Gap)
            {
                (places.TryGetValue(token, out var list) ? list : places[token] = []).Add(Math.Min(position, LastPosition));
            }
        }

        var vector = new StringBuilder(tokens.Length * 2);
        foreach (var (token, list) in places)
        {
            vector.Append('\'').Append(token).Append("':").AppendJoin(',', list.Distinct().Take(MostPositions).Select(p => p.ToString(CultureInfo.InvariantCulture))).Append(' ');
        }

        return vector.ToString();
    }
}
