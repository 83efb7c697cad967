using Microsoft.EntityFrameworkCore;

namespace NewsSite.Data;

/// <summary>The newsroom's records in an SQLite file.</summary>
public sealed class SqliteNewsDbContext(DbContextOptions<SqliteNewsDbContext> options) : NewsDbContext(options);
