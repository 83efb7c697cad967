using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

// All that is put into a statement is the name of one of two tables; what people type is a parameter.
#pragma warning disable EF1002

namespace NewsSite.Search;

/// <summary>
/// Words in PostgreSQL's <c>tsvector</c>, written by us and never by a text search configuration: there is none for Ukrainian. Beside it stands which words follow each other
/// (<see cref="SignOf"/>), in the same index. The planner does not know what a look into a long vector costs and would read all of them from the newest down for a word few have, so
/// each statement leaves it one way: the index of words finds the keys, and the keys are put in order.
/// </summary>
internal sealed class PostgresSearch(NewsDbContext db) : SearchEngine
{
    /// <summary>Where words no longer have a place of their own; all further ones share it.</summary>
    private const int LastPosition = 16_383;

    /// <summary>So many places of a word are kept.</summary>
    private const int MostPositions = 255;

    /// <summary>Between two words that follow each other and are taken as one; no word has it.</summary>
    private const char Joint = '~';

    /// <summary>So many of the newest comments are looked through before the index is: what everybody says is found there, and the index would give a quarter of a million.</summary>
    private const int Newest = 2_000;

    /// <summary>
    /// So many kilobytes of words wait to be sorted into the index, which every search reads through and one writer then has to sort in. A rebuild sorts in many more at once, which
    /// takes far less time for each, and does so before the list is full and somebody who posts has to.
    /// </summary>
    private const int WaitingOnADay = 256;
    private const int WaitingInARebuild = 32 * 1024;
    private const int SortedInAtOnce = 4 * 1024 * 1024;

    private static readonly TimeSpan TidyingTakesAtMost = TimeSpan.FromMinutes(10);

    /// <summary>Characters written since words were last sorted in; what waits takes about twice as many bytes.</summary>
    private long waiting;

    internal override async Task<List<long>> FindAsync(SearchKind kind, SearchMatch? match, long from, long before, int most, CancellationToken cancel)
    {
        var table = TableOf(kind);
        if (match is null)
        {
            return await db.Database.SqlQueryRaw<long>($$"""SELECT "Rank" AS "Value" FROM "{{table}}" WHERE "Rank" >= {0} AND "Rank" < {1} ORDER BY "Rank" DESC LIMIT {2}""", from, before, most).ToListAsync(cancel);
        }

        var exact = Paired(match);
        if (kind == SearchKind.Comments
            && await db.Database.SqlQueryRaw<long>(
                $$"""
                SELECT "Rank" AS "Value" FROM (SELECT "Rank", "Tokens" FROM "{{table}}" WHERE "Rank" >= {0} AND "Rank" < {1} ORDER BY "Rank" DESC LIMIT {{Newest}}) AS newest
                WHERE "Tokens" @@ {2}::tsquery ORDER BY "Rank" DESC LIMIT {3}
                """, from, before, Write(exact), most).ToListAsync(cancel) is { } newest && newest.Count == most)
        {
            return newest;
        }

        // "Offset 0" keeps the planner from taking the two apart.
        if (!HasPhrase(exact))
        {
            return await db.Database.SqlQueryRaw<long>(
                $$"""
                SELECT "Rank" AS "Value" FROM (SELECT "Rank" FROM "{{table}}" WHERE "Tokens" @@ {0}::tsquery AND "Rank" >= {1} AND "Rank" < {2} OFFSET 0) AS found
                ORDER BY "Rank" DESC LIMIT {3}
                """, Write(exact), from, before, most).ToListAsync(cancel);
        }

        short[] signs = [.. SignsOf(exact)];
        object[] asked = [from, before, most, Write(exact), Write(Loose(exact)), signs];
        // No signs at all are in every array: the index would be gone through from one end to the other.
        var (signed, values) = signs.Length == 0 ? ("", asked[..^1]) : ("""AND "Signs" @> {5}""", asked);
        return await db.Database.SqlQueryRaw<long>(
            $$"""
            SELECT found."Rank" AS "Value" FROM (SELECT "Rank" FROM "{{table}}" WHERE "Tokens" @@ {4}::tsquery {{signed}} AND "Rank" >= {0} AND "Rank" < {1} ORDER BY "Rank" DESC OFFSET 0) AS found,
            LATERAL (SELECT 1 FROM "{{table}}" AS t WHERE t."Rank" = found."Rank" AND t."Tokens" @@ {3}::tsquery OFFSET 0) AS exact
            ORDER BY found."Rank" DESC LIMIT {2}
            """, values).ToListAsync(cancel);
    }

    internal override async Task PutAsync(SearchKind kind, IReadOnlyList<SearchDocument> documents, CancellationToken cancel)
    {
        if (documents.Count == 0)
        {
            return;
        }

        var written = documents.Select(d => Written(d.Tokens)).ToList();
        await db.Database.ExecuteSqlRawAsync(
            $$"""
            INSERT INTO "{{TableOf(kind)}}" ("Rank", "Tokens", "Signs") SELECT d.rank, d.tokens::tsvector, d.signs::smallint[] FROM unnest({0}, {1}, {2}) AS d(rank, tokens, signs)
            ON CONFLICT ("Rank") DO UPDATE SET "Tokens" = EXCLUDED."Tokens", "Signs" = EXCLUDED."Signs"
            """,
            [documents.Select(d => d.Rank).ToArray(), written.Select(w => w.Vector).ToArray(), written.Select(w => w.Signs).ToArray()], cancel);
        waiting += written.Sum(w => (long)w.Vector.Length + w.Signs.Length);
    }

    internal override Task RemoveAsync(SearchKind kind, IReadOnlyList<long> ranks, CancellationToken cancel) => ranks.Count == 0 ? Task.CompletedTask :
        db.Database.ExecuteSqlRawAsync($$"""DELETE FROM "{{TableOf(kind)}}" WHERE "Rank" = ANY({0})""", [ranks.ToArray()], cancel);

    internal override Task LockAsync(IReadOnlyList<int> articles, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<int>("""SELECT "Id" AS "Value" FROM "Articles" WHERE "Id" = ANY({0}) ORDER BY "Id" FOR UPDATE""", articles.ToArray()).ToListAsync(cancel);

    internal override async Task ExpectMuchAsync(CancellationToken cancel)
    {
        waiting = 0;
        await LetWaitAsync(WaitingInARebuild, cancel);
    }

    internal override Task SortInAsync(CancellationToken cancel) => waiting < SortedInAtOnce ? Task.CompletedTask : PatientlyAsync(() => SortInAllAsync(cancel));

    internal override Task TidyAsync(CancellationToken cancel) => PatientlyAsync(async () =>
    {
        await LetWaitAsync(WaitingOnADay, cancel);
        await SortInAllAsync(cancel);
        // Not "not in": among a million that is no longer kept in memory, and each row is compared with each.
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "ArticleSearch" s WHERE NOT EXISTS (SELECT 1 FROM "SearchedArticles" a WHERE a."Rank" = s."Rank")""", cancel);
        await db.Database.ExecuteSqlRawAsync($"""DELETE FROM "CommentSearch" s WHERE NOT EXISTS (SELECT 1 FROM "Comments" c WHERE c."Id" = (s."Rank" & {SearchRank.IdMask}) AND c."Status" = 'Published')""", cancel);
        await db.Database.ExecuteSqlRawAsync("""ANALYZE "ArticleSearch" """, cancel);
        await db.Database.ExecuteSqlRawAsync("""ANALYZE "CommentSearch" """, cancel);
    });

    private async Task SortInAllAsync(CancellationToken cancel)
    {
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            await db.Database.SqlQueryRaw<long>($"""SELECT gin_clean_pending_list('"{IndexOf(kind)}"') AS "Value" """).SingleAsync(cancel);
        }

        waiting = 0;
    }

    private async Task LetWaitAsync(int kilobytes, CancellationToken cancel)
    {
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            await db.Database.ExecuteSqlRawAsync($"""ALTER INDEX "{IndexOf(kind)}" SET (gin_pending_list_limit = {kilobytes})""", cancel);
        }
    }

    private static string IndexOf(SearchKind kind) => $"IX_{TableOf(kind)}_Words";

    /// <summary>What goes through everything there is; a page's patience is no measure for it.</summary>
    private async Task PatientlyAsync(Func<Task> work)
    {
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TidyingTakesAtMost);
        try
        {
            await work();
        }
        finally
        {
            db.Database.SetCommandTimeout(patience);
        }
    }

    public override async Task<long> SizeAsync(SearchKind kind, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>($"""SELECT pg_total_relation_size('"{TableOf(kind)}"') AS "Value" """).SingleAsync(cancel);

    /// <summary>
    /// The match with what stands together in the narrow zones looked for as one word, for so it is kept there (<see cref="Written"/>): the index knows which words a text has, not their
    /// places, and many texts have both words of a phrase.
    /// </summary>
    private static SearchMatch Paired(SearchMatch match) => match switch
    {
        SearchMatch.Words { Tokens.Count: > 1 } words when ZoneOf(words.Tokens[0]).Length > 0 => Paired(words),
        SearchMatch.All all => new SearchMatch.All([.. all.Parts.Select(Paired)]),
        SearchMatch.Any any => new SearchMatch.Any([.. any.Parts.Select(Paired)]),
        SearchMatch.Without without => new SearchMatch.Without(Paired(without.Wanted), Paired(without.Unwanted)),
        _ => match,
    };

    private static SearchMatch Paired(SearchMatch.Words words)
    {
        var last = words.Tokens.Count - 2;
        SearchMatch[] pairs = [.. words.Tokens.Zip(words.Tokens.Skip(1)).Select((pair, i) => new SearchMatch.Words([$"{pair.First}{Joint}{pair.Second}"], words.IsPrefix && i == last))];
        // Of three words two pairs may stand apart.
        return pairs.Length == 1 ? pairs[0] : new SearchMatch.All([.. pairs, words]);
    }

    /// <summary>The signs that everything has that matches. They say which texts are worth looking into, not more; of a beginning there is none.</summary>
    private static IEnumerable<short> SignsOf(SearchMatch match) => match switch
    {
        SearchMatch.Words words when ZoneOf(words.Tokens[0]).Length == 0 => words.Tokens.Zip(words.Tokens.Skip(1)).SkipLast(words.IsPrefix ? 1 : 0).Select(pair => SignOf(pair.First, pair.Second)),
        SearchMatch.All all => all.Parts.SelectMany(SignsOf).Distinct(),
        SearchMatch.Without without => SignsOf(without.Wanted),
        _ => [],
    };

    /// <summary>
    /// One of 65,536 signs for two words that follow each other. As words of their own they would make the index several times as large; so few are cheap to keep, and a text of 600
    /// words has a sign by chance in one case of a hundred.
    /// </summary>
    private static short SignOf(string first, string second)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{first}{Joint}{second}"), hash);
        return BinaryPrimitives.ReadInt16LittleEndian(hash);
    }

    /// <summary>True where the places of words matter, which are read from the vectors.</summary>
    private static bool HasPhrase(SearchMatch match) => match switch
    {
        SearchMatch.Words words => words.Tokens.Count > 1,
        SearchMatch.All all => all.Parts.Any(HasPhrase),
        SearchMatch.Any any => any.Parts.Any(HasPhrase),
        SearchMatch.Without without => HasPhrase(without.Wanted) || HasPhrase(without.Unwanted),
        _ => false,
    };

    /// <summary>What has the words, wherever they stand; more than what matches, never less.</summary>
    private static SearchMatch Loose(SearchMatch match) => match switch
    {
        SearchMatch.Words { Tokens.Count: > 1 } words => new SearchMatch.All([.. words.Tokens.Select((token, i) => new SearchMatch.Words([token], words.IsPrefix && i == words.Tokens.Count - 1))]),
        SearchMatch.All all => new SearchMatch.All([.. all.Parts.Select(Loose)]),
        SearchMatch.Any any => new SearchMatch.Any([.. any.Parts.Select(Loose)]),
        SearchMatch.Without without => HasPhrase(without.Unwanted) ? Loose(without.Wanted) : new SearchMatch.Without(Loose(without.Wanted), without.Unwanted),
        _ => match,
    };

    private static string ZoneOf(string token) =>
        token.StartsWith(SearchTokens.Head, StringComparison.Ordinal) ? SearchTokens.Head : token.StartsWith(SearchTokens.Top, StringComparison.Ordinal) ? SearchTokens.Top : SearchTokens.Whole;

    /// <summary>The query as <c>tsquery</c> is written: https://www.postgresql.org/docs/current/datatype-textsearch.html.</summary>
    private static string Write(SearchMatch match) => match switch
    {
        SearchMatch.Words words => $"({string.Join(" <-> ", words.Tokens.Select((token, i) => $"'{token}'{(words.IsPrefix && i == words.Tokens.Count - 1 ? ":*" : "")}"))})",
        SearchMatch.All all => $"({string.Join(" & ", all.Parts.Select(Write))})",
        SearchMatch.Any any => $"({string.Join(" | ", any.Parts.Select(Write))})",
        SearchMatch.Without without => $"({Write(without.Wanted)} & !{Write(without.Unwanted)})",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    /// <summary>
    /// The words with their places, as <c>tsvector</c> is written, and each two that follow each other once more: in a narrow zone as one word, in the whole text by their sign, as an array
    /// is written. Words are letters, digits and underscores, so nothing needs escaping.
    /// </summary>
    private static (string Vector, string Signs) Written(string tokens)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        var signs = new HashSet<short>();
        var position = 0;
        var before = SearchTokens.Gap;
        foreach (var range in tokens.AsSpan().Split(' '))
        {
            position++;
            var token = tokens[range];
            if (token.Length > 0 && token != SearchTokens.Gap)
            {
                (places.TryGetValue(token, out var list) ? list : places[token] = []).Add(Math.Min(position, LastPosition));
                var zone = ZoneOf(token);
                var follows = before != SearchTokens.Gap && ZoneOf(before) == zone;
                if (follows && zone == SearchTokens.Whole)
                {
                    signs.Add(SignOf(before, token));
                }
                else if (follows)
                {
                    pairs.Add($"{before}{Joint}{token}");
                }
            }

            before = token;
        }

        var vector = new StringBuilder(tokens.Length * 2);
        foreach (var (token, list) in places)
        {
            vector.Append('\'').Append(token).Append("':").AppendJoin(',', list.Distinct().Take(MostPositions).Select(p => p.ToString(CultureInfo.InvariantCulture))).Append(' ');
        }

        foreach (var pair in pairs)
        {
            vector.Append('\'').Append(pair).Append("' ");
        }

        return (vector.ToString(), $"{{{string.Join(',', signs.Select(s => s.ToString(CultureInfo.InvariantCulture)))}}}");
    }
}
