using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Staff;

namespace NewsSite.Browser.Tests;

/// <summary>
/// The published site as a production reader meets it: on Kestrel, with the files a publish makes, the sample publication loaded and the clock
/// pinned to the day after its last piece.
/// </summary>
public sealed class Newsroom : WebApplicationFactory<Program>
{
    /// <summary>The address of a piece that was taken back.</summary>
    public const string Withdrawn = "/2026/01/05/taken-back";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly string directory = Directory.CreateTempSubdirectory("newssite").FullName;

    public Newsroom() => UseKestrel(0);

    /// <summary>True for a publication of which nothing is there yet: no pieces, no sections, nobody.</summary>
    public bool IsEmpty { get; init; }

    private string ConnectionString => $"Data Source={Path.Combine(directory, "newssite.db")}";

    /// <summary>Opens the site.</summary>
    /// <returns>Where it is, without a trailing slash.</returns>
    public async Task<string> OpenAsync()
    {
        // Outside Development the site does not change its database by itself.
        await using (var db = new SqliteNewsDbContext((DbContextOptions<SqliteNewsDbContext>)new DbContextOptionsBuilder<SqliteNewsDbContext>().UseNewsSqlite(ConnectionString).Options))
        {
            await db.Database.MigrateAsync();
        }

        StartServer();
        if (!IsEmpty)
        {
            await InDatabase(TakeOneBackAsync);
        }

        return ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Asks the site's database.</summary>
    public async Task<T> InDatabase<T>(Func<NewsDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<NewsDbContext>());
    }

    /// <summary>A link as a start without an administrator prints it; the earlier one ends.</summary>
    public async Task<string> FirstLinkAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return $"/account/first?token={await scope.ServiceProvider.GetRequiredService<FirstLinks>().RenewAsync(Now.UtcDateTime)}";
    }

    /// <summary>The cookie of somebody signed in, as the site itself writes it.</summary>
    /// <returns>Its name and its value.</returns>
    public async Task<(string Name, string Value)> CookieOfAsync(int accountId)
    {
        await using var scope = Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        var account = await signIn.UserManager.FindByIdAsync(accountId.ToString(CultureInfo.InvariantCulture));
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = Now, ExpiresUtc = Now.AddDays(1) };
        var ticket = new AuthenticationTicket(await signIn.CreateUserPrincipalAsync(account!), properties, IdentityConstants.ApplicationScheme);
        return (cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var published = Path.Combine(AppContext.BaseDirectory, "site");
        builder.UseEnvironment("Production");
        builder.UseContentRoot(published);
        builder.UseWebRoot(Path.Combine(published, "wwwroot"));
        builder.UseSetting("ConnectionStrings:NewsSite", ConnectionString);
        builder.UseSetting("Storage:Directory", directory);
        builder.UseSetting("Seeds:Load", IsEmpty ? "false" : "true");
        // What is sent loses its text; the tests read it where it waits.
        builder.UseSetting("Mail:Dispatch", "false");
        // Originals come from the site itself.
        builder.UseSetting("Desk:FetchSources", "true");
        builder.UseSetting("Desk:FetchFrom", "127.0.0.0/8 ::1/128");
        // The site's name for the same machine stands for another site, whatever its port.
        builder.UseSetting("Embedding:Hosts", "localhost:*");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
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

    /// <summary>The sample publication has no withdrawn piece; its page is one of those to look at.</summary>
    private static async Task<int> TakeOneBackAsync(NewsDbContext db)
    {
        var section = await db.Sections.FirstAsync(s => s.Slug == "time");
        var article = new Article(new Work("taken-back"), "en", "taken-back", "Taken back", section, Genre.Report);
        article.Write("Some text.");
        article.Publish(new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc);
        article.Withdraw(Now.UtcDateTime, "The author asked for it.");
        db.Add(article);
        return await db.SaveChangesAsync();
    }
}
