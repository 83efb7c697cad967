using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Data;
using Npgsql;

namespace NewsSite.Web.Tests;

/// <summary>The real site on a real database, with the sample publication loaded and the clock pinned.</summary>
public abstract class Newsroom : WebApplicationFactory<Program>, IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly string directory = Directory.CreateTempSubdirectory("newssite").FullName;

    /// <summary>Where its data lie, for a second process that serves them too.</summary>
    public string Data => directory;

    public FakeTimeProvider Clock { get; } = new(Now);

    public StatementCounter Statements { get; } = new();

    protected abstract string Provider { get; }

    protected string? ConnectionString { get; set; }

    public virtual ValueTask InitializeAsync()
    {
        _ = Server;
        return ValueTask.CompletedTask;
    }

    /// <summary>A browser that follows nothing, so that redirects can be seen.</summary>
    public HttpClient Reader() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A browser as people have them: it keeps cookies and says where its posts come from. It follows nothing, so that redirects can be seen.</summary>
    public HttpClient Browser()
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>A browser in which that account is signed in. It keeps cookies, for forms of the personal pages carry a token.</summary>
    public HttpClient As(int accountId)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, accountId.ToString(CultureInfo.InvariantCulture));
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>Changes records behind the pages' back; then everything kept is evicted.</summary>
    public async Task<T> InDatabase<T>(Func<NewsDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var result = await work(scope.ServiceProvider.GetRequiredService<NewsDbContext>());
        Forget();
        return result;
    }

    /// <summary>Evicts every kept page by letting its lifetime pass.</summary>
    public void Forget() => Clock.Advance(TimeSpan.FromMinutes(2));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Provider", Provider);
        builder.UseSetting("ConnectionStrings:NewsSite", ConnectionString ?? "");
        builder.UseSetting("Storage:Directory", directory);
        builder.UseSetting("Seeds:Load", "true");
        // All tests post from one network, in a minute that never ends where the clock stands.
        builder.UseSetting("Comments:PerNetworkPerMinute", "1000");
        // Programs of tests ask faster than any other, by a clock that is not pinned.
        builder.UseSetting("Api:RequestsPerMinute", "100000");
        // Tests send mail themselves; a loop beside them would run whenever the clock is moved.
        builder.UseSetting("Mail:Dispatch", "false");
        // Originals come from a server on this machine.
        builder.UseSetting("Desk:FetchSources", "true");
        builder.UseSetting("Desk:FetchFrom", "127.0.0.1/32");
        // The sites that may show conversations.
        builder.UseSetting("Embedding:Hosts", "blog.example *.partner.example");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddTestSignIn();
            // Tests move the clock by months; the housekeeping is done when they say so.
            services.Remove(services.Single(s => s.ImplementationType?.Name == "HousekeepingLoop"));
            // So is publishing what is due; and the loop's questions would be counted with the pages'.
            services.Remove(services.Single(s => s.ImplementationType?.Name == "PublicationLoop"));
            services.Remove(services.Single(s => s.ImplementationType?.Name == "ShareCardWarmUp"));
            services.ConfigureDbContext<SqliteNewsDbContext>(context => context.AddInterceptors(Statements));
            services.ConfigureDbContext<PostgresNewsDbContext>(context => context.AddInterceptors(Statements));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }
}

public class SqliteNewsroom : Newsroom
{
    protected override string Provider => "Sqlite";
}

public class PostgresNewsroom : Newsroom
{
    private static readonly string? Address = Environment.GetEnvironmentVariable("NEWSSITE_TEST_POSTGRES");

    public static bool IsThere => !string.IsNullOrEmpty(Address);

    /// <summary>How another server reaches the same database.</summary>
    public string Shared => ConnectionString!;

    protected override string Provider => "Postgres";

    public override async ValueTask InitializeAsync()
    {
        if (!IsThere)
        {
            return;
        }

        var name = $"newssite_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(Address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        ConnectionString = new NpgsqlConnectionStringBuilder(Address) { Database = name }.ConnectionString;
        await base.InitializeAsync();
    }
}

/// <summary>Counts what is sent to the database on behalf of the test that asks.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    private int count;

    public int Count => count;

    public void Reset() => count = 0;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref count);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // The loops of the navigation and the settings read on their own account.
        if (!command.CommandText.Contains("FROM \"Sections\"", StringComparison.Ordinal) && !command.CommandText.Contains("FROM \"SettingChanges\"", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
        }

        return ValueTask.FromResult(result);
    }
}
