using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Web.Tests;

public sealed class MigrationParityTests
{
    [Fact]
    public void The_model_has_no_change_that_the_SQLite_migrations_lack()
    {
        using var db = new SqliteNewsDbContext((DbContextOptions<SqliteNewsDbContext>)new DbContextOptionsBuilder<SqliteNewsDbContext>().UseNewsSqlite("Data Source=:memory:").Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_model_has_no_change_that_the_PostgreSQL_migrations_lack()
    {
        using var db = new PostgresNewsDbContext((DbContextOptions<PostgresNewsDbContext>)new DbContextOptionsBuilder<PostgresNewsDbContext>().UseNewsPostgres("Host=localhost").Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
