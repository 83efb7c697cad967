using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Data;

// All that is put into a statement is the name of one of two tables; what people type is a parameter.
#pragma warning disable EF1002

namespace NewsSite.Search;

/// <summary>
/// Words in SQLite's FTS5, in tables that keep no text, only where which word stands. Their tokenizer divides at spaces alone: all letters but ASCII ones are words to it, and the underscore.
/// </summary>
internal sealed class SqliteSearch(NewsDbContext db) : SearchEngine
{
    internal override Task<List<long>> FindAsync(SearchKind kind, SearchMatch? match, long from, long before, int most, CancellationToken cancel)
    {
        var table = TableOf(kind);
        return match is null
            ? db.Database.SqlQueryRaw<long>($$"""SELECT rowid AS "Value" FROM "{{table}}" WHERE rowid >= {0} AND rowid < {1} ORDER BY rowid DESC LIMIT {2}""", from, before, most).ToListAsync(cancel)
            : db.Database.SqlQueryRaw<long>($$"""SELECT rowid AS "Value" FROM "{{table}}" WHERE "{{table}}" MATCH {0} AND rowid >= {1} AND rowid < {2} ORDER BY rowid DESC LIMIT {3}""", Write(match), from, before, most).ToListAsync(cancel);
    }

    internal override async Task PutAsync(SearchKind kind, IReadOnlyList<SearchDocument> documents, CancellationToken cancel)
    {
        await using var put = Command($"""INSERT OR REPLACE INTO "{TableOf(kind)}" (rowid, tokens) VALUES ($rank, $tokens)""");
        var (rank, tokens) = (put.Parameters.Add("$rank", SqliteType.Integer), put.Parameters.Add("$tokens", SqliteType.Text));
        foreach (var document in documents)
        {
            (rank.Value, tokens.Value) = (document.Rank, document.Tokens);
            await put.ExecuteNonQueryAsync(cancel);
        }
    }

    internal override async Task RemoveAsync(SearchKind kind, IReadOnlyList<long> ranks, CancellationToken cancel)
    {
        await using var remove = Command($"""DELETE FROM "{TableOf(kind)}" WHERE rowid = $rank""");
        var rank = remove.Parameters.Add("$rank", SqliteType.Integer);
        foreach (var gone in ranks)
        {
            rank.Value = gone;
            await remove.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>There is one writer at a time.</summary>
    internal override Task LockAsync(IReadOnlyList<int> articles, CancellationToken cancel) => Task.CompletedTask;

    internal override async Task TidyAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "ArticleSearch" WHERE rowid NOT IN (SELECT "Rank" FROM "SearchedArticles")""", cancel);
        await db.Database.ExecuteSqlRawAsync($"""DELETE FROM "CommentSearch" WHERE (rowid & {SearchRank.IdMask}) NOT IN (SELECT "Id" FROM "Comments" WHERE "Status" = 'Published')""", cancel);
        await transaction.CommitAsync(cancel);
    }

    public override async Task<long> SizeAsync(SearchKind kind, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>($"""SELECT COALESCE(SUM(LENGTH(block)), 0) AS "Value" FROM "{TableOf(kind)}_data" """).SingleAsync(cancel);

    /// <summary>The query as FTS5 reads it: https://www.sqlite.org/fts5.html#full_text_query_syntax.</summary>
    private static string Write(SearchMatch match) => match switch
    {
        SearchMatch.Words words => $"\"{string.Join(' ', words.Tokens)}\"{(words.IsPrefix ? "*" : "")}",
        SearchMatch.All all => $"({string.Join(" AND ", all.Parts.Select(Write))})",
        SearchMatch.Any any => $"({string.Join(" OR ", any.Parts.Select(Write))})",
        SearchMatch.Without without => $"({Write(without.Wanted)} NOT {Write(without.Unwanted)})",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    private SqliteCommand Command(string sql)
    {
        var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
