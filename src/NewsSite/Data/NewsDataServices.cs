using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace NewsSite.Data;

/// <summary>Makes <see cref="NewsDbContext"/> available for the database chosen.</summary>
public static class NewsDataServices
{
    /// <summary>A piece comes whole in one statement: it has a handful of credits and corrections, and its page five statements to spend.</summary>
    private const QuerySplittingBehavior Splitting = QuerySplittingBehavior.SingleQuery;

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

    /// <summary>Sets a context up for the house's SQLite file.</summary>
    public static DbContextOptionsBuilder UseNewsSqlite(this DbContextOptionsBuilder context, string connectionString) =>
        context.UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(Splitting)).AddInterceptors(new SqliteConnectionSettings());

    /// <summary>Sets a context up for PostgreSQL.</summary>
    public static DbContextOptionsBuilder UseNewsPostgres(this DbContextOptionsBuilder context, string connectionString) =>
        context.UseNpgsql(connectionString, npgsql => npgsql.UseQuerySplittingBehavior(Splitting));
}
