using Microsoft.EntityFrameworkCore;
using NewsSite.Search;

namespace NewsSite.Data;

/// <summary>The newsroom's records in PostgreSQL.</summary>
public sealed class PostgresNewsDbContext(DbContextOptions<PostgresNewsDbContext> options) : NewsDbContext(options)
{
    private PostgresSearch? search;

    /// <inheritdoc/>
    public override SearchEngine Search => search ??= new PostgresSearch(this);
}
