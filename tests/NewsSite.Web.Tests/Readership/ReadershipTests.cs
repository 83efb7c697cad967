using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Desk;
using NewsSite.Readership;

namespace NewsSite.Web.Tests.Readership;

/// <summary>Readers are counted and nothing is kept of them, on either database.</summary>
public abstract class ReadershipTests(Newsroom newsroom)
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_who_open_a_piece_are_counted_by_day_and_by_the_site_they_came_from_kept_page_or_not()
    {
        var (id, path) = await newsroom.Out(await newsroom.Editor("Count Cora"), "Counted readers");
        await OpenAsync(path, "https://www.Other.example/a/page?with=secrets#here");
        await OpenAsync(path, "https://other.example/another");
        await OpenAsync(path, "http://localhost/");
        await OpenAsync(path, null);
        await OpenAsync(path, "android-app://com.example/");
        await OpenAsync(path, "not an address");
        await WriteAsync();
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        await OpenAsync(path, "https://other.example/");
        await WriteAsync();

        var rows = await newsroom.InDatabase(db => db.DailyReads.Where(r => r.ArticleId == id).OrderBy(r => r.Day).ThenBy(r => r.Host).ToListAsync(cancel));

        var today = rows[0].Day;
        Assert.Equal([(today, "", 3), (today, ".", 1), (today, "other.example", 2), (today.AddDays(1), "other.example", 1)], rows.Select(r => (r.Day, r.Host, r.Count)));
    }

    [Theory]
    [InlineData("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("User-Agent", "curl/8.0")]
    [InlineData("User-Agent", "")]
    [InlineData("Sec-Fetch-Dest", "empty")]
    [InlineData("Sec-Fetch-Dest", "iframe")]
    [InlineData("Sec-Fetch-Dest", "")]
    [InlineData("Sec-Fetch-Mode", "cors")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Purpose", "prefetch")]
    public async Task Programs_and_pages_fetched_ahead_are_not_counted(string header, string value)
    {
        var path = await newsroom.InDatabase(async db => (await db.Articles.Published(newsroom.Clock.GetUtcNow().UtcDateTime).OrderBy(a => a.Id).FirstAsync(cancel)).Address!.Value.ToString());
        await WriteAsync();
        var before = await SumAsync();

        await OpenAsync(path, null, (header, value));
        await WriteAsync();

        Assert.Equal(before, await SumAsync());
    }

    [Fact]
    public async Task Only_what_is_shown_is_counted()
    {
        var editor = await newsroom.Editor("Shown Sana");
        var (id, withdrawn) = await newsroom.Out(editor, "Counted no more");
        await newsroom.Use((PublishedPieces pieces) => pieces.WithdrawAsync(editor, id, "Taken back."));
        newsroom.Forget();
        await WriteAsync();
        var before = await SumAsync();

        foreach (var path in new[] { withdrawn, "/2026/11/24/nothing-here", "/", "/archive", "/2026/11/16/leave-the-slow-tram-alone/comments", "/2026/13/45/no-such-day" })
        {
            await OpenAsync(path, null);
        }

        await WriteAsync();
        Assert.Equal(before, await SumAsync());
    }

    [Fact]
    public async Task Made_up_sites_fill_nothing()
    {
        var (id, path) = await newsroom.Out(await newsroom.Editor("Flood Flora"), "Flooded with names");
        for (var i = 0; i < DailyReads.MostHosts + 30; i++)
        {
            await OpenAsync(path, $"https://made-up-{i}.example/");
            if (i % 40 == 0)
            {
                await WriteAsync();
            }
        }

        await OpenAsync(path, $"https://{new string('a', 60)}.{new string('b', 60)}.example/");
        await WriteAsync();

        var rows = await newsroom.InDatabase(db => db.DailyReads.Where(r => r.ArticleId == id).ToListAsync(cancel));
        Assert.Equal(DailyReads.MostHosts + 1, rows.Count);
        Assert.Equal(DailyReads.MostHosts + 31, rows.Sum(r => r.Count));
        Assert.Equal(31, rows.Single(r => r.Host == DailyReads.Others).Count);
    }

    [Fact]
    public async Task Two_servers_that_write_at_once_add_up()
    {
        var (id, path) = await newsroom.Out(await newsroom.Editor("Sum Suna"), "Added up");
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        var counted = new Dictionary<Opening, int> { [new Opening(DateOnly.FromDateTime(now), path, "a.example")] = 5 };

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => newsroom.Use(async (Readings readings) =>
        {
            await readings.KeepAsync(counted, cancel);
            return 0;
        })));

        Assert.Equal(20, await newsroom.InDatabase(db => db.DailyReads.Where(r => r.ArticleId == id).SumAsync(r => r.Count, cancel)));
    }

    [Fact]
    public async Task Editors_are_told_of_every_piece_and_those_credited_of_theirs()
    {
        var editor = await newsroom.Editor("Told Tara");
        var (id, path) = await newsroom.Out(editor, "Told <to> whom");
        var translator = await newsroom.Translator("Told Tomas", "en");
        var other = await newsroom.Translator("Told Teresa", "en");
        await newsroom.InDatabase(async db =>
        {
            var credited = await db.Credits.Where(c => c.ArticleId == id && c.Role == NewsSite.Credits.CreditRole.Translator).Select(c => c.ContributorId).SingleAsync(cancel);
            return await db.Accounts.Where(a => a.Id == translator.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.ContributorId, credited), cancel);
        });
        for (var i = 0; i < 3; i++)
        {
            await OpenAsync(path, "https://came-from.example/");
        }

        await WriteAsync();
        foreach (var (account, isTold) in new[] { (editor.AccountId, true), (translator.AccountId, true), (other.AccountId, false) })
        {
            using var browser = newsroom.As(account);
            var list = await browser.GetStringAsync("/desk/readership", cancel);
            using var piece = await browser.GetAsync($"/desk/readership/{id}", cancel);
            Assert.Equal(isTold, list.Contains("Told &lt;to&gt; whom", StringComparison.Ordinal));
            Assert.Equal(isTold ? HttpStatusCode.OK : HttpStatusCode.NotFound, piece.StatusCode);
            if (isTold)
            {
                var page = await piece.Content.ReadAsStringAsync(cancel);
                Assert.Contains("came-from.example", page, StringComparison.Ordinal);
                Assert.Contains("opened 3 times, 3 on the busiest day", page, StringComparison.Ordinal);
                Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "<rect "));
            }
        }
    }

    [Fact]
    public async Task Counting_sets_no_cookie_and_keeps_no_address()
    {
        var columns = await newsroom.InDatabase(db => Task.FromResult(db.Model.FindEntityType(typeof(DailyReads))!.GetProperties().Select(p => p.Name).Order().ToList()));
        Assert.Equal(["ArticleId", "Count", "Day", "Host"], columns);

        using var answer = await OpenAsync("/2026/11/16/leave-the-slow-tram-alone", null);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private async Task<HttpResponseMessage> OpenAsync(string path, string? referer, params (string Name, string Value)[] other)
    {
        using var reader = newsroom.Reader();
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        var headers = new Dictionary<string, string> { ["User-Agent"] = Browser, ["Sec-Fetch-Dest"] = "document", ["Sec-Fetch-Mode"] = "navigate", ["Accept"] = "text/html" };
        if (referer is not null)
        {
            headers["Referer"] = referer;
        }

        foreach (var (name, value) in other)
        {
            headers[name] = value;
        }

        foreach (var (name, value) in headers.Where(h => h.Value.Length > 0))
        {
            asked.Headers.TryAddWithoutValidation(name, value);
        }

        return await reader.SendAsync(asked, cancel);
    }

    /// <summary>What the loop does once a minute.</summary>
    private Task<int> WriteAsync() => newsroom.Use(async (Readings readings) =>
    {
        await readings.KeepAsync(newsroom.Services.GetRequiredService<ReadCounts>().Take(), cancel);
        return 0;
    });

    private Task<int> SumAsync() => newsroom.InDatabase(db => db.DailyReads.SumAsync(r => r.Count, cancel));
}

public sealed class ReadershipOnSqlite(SqliteNewsroom newsroom) : ReadershipTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class ReadershipOnPostgres : ReadershipTests
{
    public ReadershipOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
