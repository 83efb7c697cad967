using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace NewsSite.Data;

/// <summary>Makes <see cref="NewsDbContext"/> available for the database chosen.</summary>
public static class NewsDataServices
{
    /// <summary>Registers the context; ask for <see cref="NewsDbContext"/> everywhere.</summary>
    public static IServiceCollection AddNewsData(this IServiceCollection services, Func<IServiceProvider, DatabaseOptions> options)
    {
        services.AddSingleton(options);
        // Both are registered and one is used: the choice is made from settings that are validated after registration.
        services.AddDbContextPool<SqliteNewsDbContext>((provider, context) => context.UseNewsSqlite(provider.GetRequiredService<DatabaseOptions>().ConnectionString));
        services.AddDbContextPool<PostgresNewsDbContext>((provider, context) => context.UseNewsPostgres(provider.GetRequiredService<DatabaseOptions>().ConnectionString));
        services.AddScoped<NewsDbContext>(provider => provider.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Postgres
            ? provider.GetRequiredService<PostgresNewsDbContext>()
            : provider.GetRequiredService<SqliteNewsDbContext>());
        return services;
    }

    // Whole in one statement, on both: a piece has a handful of credits and corrections, and its page five statements to spend.

    /// <summary>Sets a context up for the house's SQLite file.</summary>
    public static DbContextOptionsBuilder UseNewsSqlite(this DbContextOptionsBuilder context, string connectionString) =>
        context.UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)).AddInterceptors(new SqliteConnectionSettings());

    /// <summary>Sets a context up for PostgreSQL.</summary>
    public static DbContextOptionsBuilder UseNewsPostgres(this DbContextOptionsBuilder context, string connectionString) =>
        context.UseNpgsql(connectionString, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery));
}
