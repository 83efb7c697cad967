using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.Desk;

namespace NewsSite.Web.Tests.Feeds;

/// <summary>The hub that tells subscribers of changes, on either database.</summary>
public abstract class WebSubTests(Newsroom newsroom)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feeds_name_the_hub_in_every_format_and_none_where_there_is_none()
    {
        await using var site = WithHub("https://hub.example/");
        using var reader = site.CreateClient();
        using var usual = newsroom.Reader();

        var atom = XDocument.Parse(await reader.GetStringAsync("/feed.atom", cancel)).Root!;
        var rss = XDocument.Parse(await reader.GetStringAsync("/feed.rss", cancel)).Root!.Element("channel")!;
        using var json = JsonDocument.Parse(await reader.GetStringAsync("/feed.json", cancel));

        foreach (var feed in new[] { atom, rss })
        {
            var links = feed.Elements(Atom + "link").ToDictionary(l => (string?)l.Attribute("rel") ?? "alternate", l => (string)l.Attribute("href")!);
            Assert.Equal("https://hub.example/", links["hub"]);
            Assert.StartsWith("https://news.example/feed.", links["self"], StringComparison.Ordinal);
        }

        Assert.Equal(("WebSub", "https://hub.example/"), (json.RootElement.GetProperty("hubs")[0].GetProperty("type").GetString(), json.RootElement.GetProperty("hubs")[0].GetProperty("url").GetString()));
        Assert.DoesNotContain("\"hubs\"", await usual.GetStringAsync("/feed.json", cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"hub\"", await usual.GetStringAsync("/feed.atom", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piece_that_appears_is_told_to_the_hub_by_the_feeds_it_stands_in_also_when_the_hub_failed_at_first()
    {
        var editor = await newsroom.Editor($"Hub Hana {Guid.NewGuid():N}"[..20]);
        await using var hub = await Hub.StartAsync();
        await using var site = WithHub(hub.Address, ("NewsSite.Web.Background.PublicationLoop"));
        using var _ = site.CreateClient();
        var waited = System.Diagnostics.Stopwatch.StartNew();

        // The loop tells nothing of what came before its first turn, and nobody sees its turns: pieces appear until one is told of.
        while (hub.Told.Task is { IsCompleted: false } && waited.Elapsed < Patience)
        {
            var id = await newsroom.Begun(editor, await newsroom.Complete("Told to the hub"));
            Assert.Null((await newsroom.Use((Publishing publishing) => publishing.PublishAsync(editor, [(id, 1)]))).Why);
            for (var turn = 0; turn < 4 && !hub.Told.Task.IsCompleted; turn++)
            {
                await Task.WhenAny(hub.Told.Task, Task.Delay(TimeSpan.FromSeconds(1), cancel));
                newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
            }
        }

        var notice = await hub.Told.Task.WaitAsync(Patience, cancel);
        Assert.True(hub.Asked > 1);
        Assert.Equal("publish", Assert.Single(notice["hub.mode"]));
        var feeds = notice["hub.url"].ToList();
        Assert.Equal(feeds.Count, feeds.Distinct().Count());
        Assert.All(feeds, f => Assert.StartsWith("https://news.example/", f, StringComparison.Ordinal));
        foreach (var expected in new[] { "/feed.atom", "/feed.rss", "/feed.json", "/en/feed.atom" })
        {
            Assert.Contains($"https://news.example{expected}", feeds);
        }

        Assert.Contains(feeds, f => f!.Contains("/sections/", StringComparison.Ordinal));
        Assert.Equal(6, feeds.Count(f => f!.Contains("/contributors/", StringComparison.Ordinal)));
        using var reader = newsroom.Reader();
        foreach (var feed in feeds)
        {
            using var answer = await reader.GetAsync(new Uri(feed!).PathAndQuery, cancel);
            Assert.True(answer.IsSuccessStatusCode, $"{feed}: {answer.StatusCode}");
        }
    }

    private WebApplicationFactory<Program> WithHub(string hub, string? loop = null) => newsroom.WithWebHostBuilder(host =>
    {
        host.UseSetting("Feeds:Hub", hub);
        host.UseSetting("Site:BaseUrl", "https://news.example");
        if (loop is not null)
        {
            host.ConfigureTestServices(services => services.AddSingleton(typeof(IHostedService), typeof(Program).Assembly.GetType(loop, throwOnError: true)!));
        }
    });

    /// <summary>A hub on this machine, out of order the first time it is asked.</summary>
    private sealed class Hub(WebApplication server) : IAsyncDisposable
    {
        public TaskCompletionSource<IFormCollection> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Asked { get; private set; }

        public string Address => server.Urls.First();

        public static async Task<Hub> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
            var server = builder.Build();
            var hub = new Hub(server);
            server.MapPost("/", async (HttpContext context) =>
            {
                if (hub.Asked++ == 0)
                {
                    return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
                }

                hub.Told.TrySetResult(await context.Request.ReadFormAsync());
                return Results.Accepted();
            });
            await server.StartAsync();
            return hub;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}

public sealed class WebSubOnSqlite(SqliteNewsroom newsroom) : WebSubTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class WebSubOnPostgres : WebSubTests
{
    public WebSubOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
