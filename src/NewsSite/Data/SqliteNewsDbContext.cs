using Microsoft.EntityFrameworkCore;
using NewsSite.Search;

namespace NewsSite.Data;

/// <summary>The newsroom's records in an SQLite file.</summary>
public sealed class SqliteNewsDbContext(DbContextOptions<SqliteNewsDbContext> options) : NewsDbContext(options)
{
    private SqliteSearch? search;

    /// <inheritdoc/>
    public override SearchEngine Search => search ??= new SqliteSearch(this);
}
