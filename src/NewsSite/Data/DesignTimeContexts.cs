using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsSite.Data;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteNewsDbContext</c> make a context without a site around it. Never connects.</summary>
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteNewsDbContext>
{
    public SqliteNewsDbContext CreateDbContext(string[] args) =>
        new((DbContextOptions<SqliteNewsDbContext>)new DbContextOptionsBuilder<SqliteNewsDbContext>().UseNewsSqlite("Data Source=design.db").Options);
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class PostgresDesignTimeContext : IDesignTimeDbContextFactory<PostgresNewsDbContext>
{
    public PostgresNewsDbContext CreateDbContext(string[] args) =>
        new((DbContextOptions<PostgresNewsDbContext>)new DbContextOptionsBuilder<PostgresNewsDbContext>().UseNewsPostgres("Host=localhost").Options);
}
