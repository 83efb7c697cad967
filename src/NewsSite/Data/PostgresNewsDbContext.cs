using Microsoft.EntityFrameworkCore;

namespace NewsSite.Data;

/// <summary>The newsroom's records in PostgreSQL.</summary>
public sealed class PostgresNewsDbContext(DbContextOptions<PostgresNewsDbContext> options) : NewsDbContext(options);
