using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsletter;
using NewsSite.Text;
using NewsSite.Web.Tests.Mail;

namespace NewsSite.Web.Tests.Newsletter;

/// <summary>The server is killed while it queues an issue and again while it sends it, to a real SMTP server; on either database. The benchmarks do the same with 50,000.</summary>
public abstract class IssueKillTests(Newsroom newsroom, SmtpServer smtp)
{
    private const int Subscribers = 2 * IssuePress.BatchSize + 200;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_missed_and_nobody_written_to_twice_though_the_server_is_killed_twice()
    {
        SmtpServer.SkipUnlessThere();
        await FillAsync();

        await using (await StartAsync(perMinute: 1))
        {
            await UntilAsync(async db => await db.Issues.AnyAsync(i => i.QueuedThrough > 0 && i.Rhythm == IssueRhythm.Daily, cancel));
        }

        await using (await StartAsync(perMinute: 100_000))
        {
            await UntilAsync(_ => Task.FromResult(smtp.Received > Subscribers / 4));
        }

        // What was being handed over waits for its lease to end; five minutes pass.
        var before = smtp.Received;
        Assert.InRange(before, 1, Subscribers - 1);
        await newsroom.Use((NewsDbContext db) => db.Outbox.Where(m => m.IsBulk && m.SentAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, (DateTime?)null), cancel));
        await using (await StartAsync(perMinute: 100_000))
        {
            await UntilAsync(async db => await db.Issues.AnyAsync(i => i.QueuedAt != null && i.Rhythm == IssueRhythm.Daily, cancel) && !await db.Outbox.AnyAsync(m => m.IsBulk && m.SentAt == null, cancel));
        }

        var counts = smtp.CountsAt("killed.example");
        Assert.Equal(Subscribers, counts.Count);
        // The server had one mail in its hands when it was killed: taken, perhaps, and not yet recorded. No protocol with an SMTP server closes that.
        Assert.InRange(counts.Values.Sum(), Subscribers, Subscribers + 1);
    }

    private async Task FillAsync()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await newsroom.Use(async (NewsDbContext db) =>
        {
            var piece = new Article(new Work("killed-issue"), "en", "killed-issue", "What the killed server wrote of", new Section("killed", LocalizedText.FromJson("""{"en":"Killed"}"""), 1), Genre.OpEd) { Standfirst = "A sentence." };
            piece.Write("Some text.");
            piece.Publish(now.AddHours(-1), TimeZoneInfo.Utc);
            db.Add(piece);
            db.Subscribers.AddRange(Enumerable.Range(0, Subscribers).Select(i => new Subscriber($"reader{i}@killed.example", new NewsletterChoices("en", ["en"], [], IssueRhythm.Daily), now.AddDays(-1))));
            return await db.SaveChangesAsync(cancel);
        });
    }

    private async Task<RunningServer> StartAsync(int perMinute)
    {
        var hour = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-2).Hour;
        var server = new RunningServer(
            newsroom.Data,
            ("Database__Provider", newsroom is SqliteNewsroom ? "Sqlite" : "Postgres"),
            ("ConnectionStrings__NewsSite", newsroom is PostgresNewsroom shared ? shared.Shared : ""),
            ("Mail__Host", smtp.Settings.Host!), ("Mail__Port", smtp.Settings.PortUsed.ToString(CultureInfo.InvariantCulture)), ("Mail__Security", "none"), ("Mail__From", smtp.Settings.From!),
            ("Site__TimeZone", "Etc/UTC"),
            ("Newsletter__Hour", hour.ToString(CultureInfo.InvariantCulture)),
            ("Newsletter__MailsPerMinute", perMinute.ToString(CultureInfo.InvariantCulture)));
        await server.PrintedLink(cancel);
        return server;
    }

    private async Task UntilAsync(Func<NewsDbContext, Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(TimeSpan.FromMinutes(5));
        while (!await newsroom.Use(condition))
        {
            await timer.WaitForNextTickAsync(enough.Token);
        }
    }
}

public sealed class IssueKillOnSqlite(SqliteMailroom newsroom, SmtpServer smtp) : IssueKillTests(newsroom, smtp), IClassFixture<SqliteMailroom>, IClassFixture<SmtpServer>;

[Trait("Database", "PostgreSQL")]
public sealed class IssueKillOnPostgres : IssueKillTests, IClassFixture<PostgresMailroom>, IClassFixture<SmtpServer>
{
    public IssueKillOnPostgres(PostgresMailroom newsroom, SmtpServer smtp)
        : base(newsroom, smtp) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
