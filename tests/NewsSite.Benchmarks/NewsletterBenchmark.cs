using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Newsletter;

namespace NewsSite.Benchmarks;

/// <summary>
/// An issue for 50,000 subscribers: composed and queued by the site as it runs; then once more with the site killed while it queues and again while it sends, to a real
/// SMTP server, which is asked afterwards whom it got how many mails for.
/// </summary>
internal static class NewsletterBenchmark
{
    private const int Pieces = 30;

    /// <summary>A heap so small that a list of all subscribers, or of their mails, would not fit.</summary>
    private const int SmallHeapMegabytes = 100;

    private static readonly string[] Tongues = ["en", "uk", "ar"];

    public static async Task<int> RunAsync(string? only, int subscribers)
    {
        Console.WriteLine($"{Machine.Describe(pinned: false)}; {subscribers:#,0} subscribers, {Pieces} new pieces.");
        Console.WriteLine();
        Console.WriteLine("| database | heap | texts | composed and queued in | resident before, MB | most in the first half, MB | most in the second, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var isWhole = true;
        foreach (var (name, server) in Databases(only))
        {
            await QueueAsync(name, server, subscribers, heapMegabytes: null);
            await QueueAsync(name, server, subscribers, SmallHeapMegabytes);
        }

        Console.WriteLine();
        Console.WriteLine("| database | killed after queueing | killed after sending | sent a second | missed | twice |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, server) in Databases(only))
        {
            isWhole &= await KillAsync(name, server, subscribers);
        }

        return isWhole ? 0 : 1;
    }

    private static IEnumerable<(string Name, string? Server)> Databases(string? only)
    {
        if (only != "postgres")
        {
            yield return ("SQLite", null);
        }

        if (only != "sqlite" && Environment.GetEnvironmentVariable("NEWSSITE_TEST_POSTGRES") is { Length: > 0 } server)
        {
            yield return ("PostgreSQL", server);
        }
    }

    private static async Task QueueAsync(string name, string? server, int subscribers, int? heapMegabytes)
    {
        await using var data = await SiteData.CreateAsync(server);
        await FillAsync(data, subscribers);
        await using var site = await StartAsync(data, smtpPort: Machine.FreePort(), perMinute: 1, heapMegabytes);
        var (before, first, second) = (site.ResidentBytes, 0L, 0L);
        var began = 0L;
        while (true)
        {
            if (await IssueAsync(data) is { } issue)
            {
                began = began == 0 ? Stopwatch.GetTimestamp() : began;
                // Memory that grows with the number of subscribers is larger in the second half.
                (first, second) = issue.Queued < subscribers / 2 ? (Math.Max(first, site.ResidentBytes), second) : (first, Math.Max(second, site.ResidentBytes));
                if (issue.QueuedAt is not null)
                {
                    break;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        var took = Stopwatch.GetElapsedTime(began);
        await using var db = data.Open();
        var texts = await db.IssueTexts.CountAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {(heapMegabytes is { } most ? $"at most {most} MB" : "as it likes")} | {texts} | {took.TotalSeconds:0.0} s | {before / 1e6:0} | {first / 1e6:0} | {second / 1e6:0} |"));
        var queued = await db.Outbox.CountAsync(m => m.IsBulk);
        if (queued != subscribers)
        {
            throw new InvalidOperationException($"{queued} mails are queued for {subscribers} subscribers.");
        }
    }

    private static async Task<bool> KillAsync(string name, string? server, int subscribers)
    {
        await using var data = await SiteData.CreateAsync(server);
        await FillAsync(data, subscribers);
        await using var smtp = await CountingSmtpServer.StartAsync();
        var site = await StartAsync(data, smtp.Port, perMinute: 1);
        var queued = await UntilAsync(async () => (await IssueAsync(data))?.Queued ?? 0, subscribers / 3);
        await site.KillAsync();
        await site.DisposeAsync();

        site = await StartAsync(data, smtp.Port, perMinute: 100_000);
        var sent = await UntilAsync(async () => (await smtp.TakenAsync()).Count, subscribers / 3);
        await site.KillAsync();
        await site.DisposeAsync();

        await using var last = await StartAsync(data, smtp.Port, perMinute: 100_000);
        var (began, from) = (Stopwatch.GetTimestamp(), (await smtp.TakenAsync()).Count);
        // What was being handed over when the site was killed is tried again when its lease is over: five minutes.
        await UntilAsync(async () => (await smtp.TakenAsync()).Count, subscribers - 1);
        var pace = (subscribers - 1 - from) / Stopwatch.GetElapsedTime(began).TotalSeconds;
        await UntilAsync(
            async () =>
            {
                await using var db = data.Open();
                return await db.Outbox.AnyAsync(m => m.IsBulk && m.SentAt == null && m.GivenUpAt == null) || (await IssueAsync(data))?.QueuedAt is null ? 0 : 1;
            }, 1);
        var taken = await smtp.TakenAsync();
        var (missed, twice) = (subscribers - taken.Count, taken.Count(t => t.Value > 1));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {queued:#,0} | {sent:#,0} | {pace:0} | {missed} | {twice} |"));
        return missed == 0 && twice <= 1;
    }

    private static async Task<int> UntilAsync(Func<Task<int>> count, int enough)
    {
        int now;
        while ((now = await count()) < enough)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }

        return now;
    }

    private static async Task<Issue?> IssueAsync(SiteData data)
    {
        await using var db = data.Open();
        return await db.Issues.AsNoTracking().Where(i => i.Rhythm == IssueRhythm.Daily).OrderByDescending(i => i.Id).FirstOrDefaultAsync();
    }

    private static Task<SiteProcess> StartAsync(SiteData data, int smtpPort, int perMinute, int? heapMegabytes = null) => SiteProcess.StartAsync(data, "/about", new(heapMegabytes is { } most
        ? new() { ["DOTNET_GCHeapHardLimit"] = (most << 20).ToString("X", CultureInfo.InvariantCulture) }
        : new Dictionary<string, string>())
    {
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = smtpPort.ToString(CultureInfo.InvariantCulture),
        ["Mail__Security"] = "none",
        ["Mail__From"] = "letters@newssite.example",
        ["Mail__BounceAddress"] = "bounces@newssite.example",
        ["Site__TimeZone"] = "Etc/UTC",
        ["Newsletter__Hour"] = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-2).Hour.ToString(CultureInfo.InvariantCulture),
        ["Newsletter__MailsPerMinute"] = perMinute.ToString(CultureInfo.InvariantCulture),
    }, pinned: false);

    /// <summary>Subscribers who between them chose in as many ways as there are languages and half the sections.</summary>
    private static async Task FillAsync(SiteData data, int subscribers)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var db = data.Open();
        var sections = await db.Sections.OrderBy(s => s.Id).ToListAsync();
        for (var i = 0; i < Pieces; i++)
        {
            var article = new Article(new Work($"issue-{i}"), Tongues[i % Tongues.Length], $"issue-{i}", $"New piece number {i} of this issue", sections[i / Tongues.Length % sections.Count], Genre.OpEd) { Standfirst = "A sentence about what it says, as long as such sentences are in newspapers." };
            article.Write("Some text.");
            article.Publish(now.AddHours(-1), TimeZoneInfo.Utc);
            db.Add(article);
        }

        await db.SaveChangesAsync();
        var languages = new[] { ["en"], ["uk"], ["ar"], ["en", "uk"], ["uk", "en"], new[] { "en", "uk", "ar" } };
        for (var i = 0; i < subscribers; i++)
        {
            var tongues = languages[i % languages.Length];
            int[] some = i % 5 == 0 ? [.. sections.Take(1 + (i / 5 % (sections.Count - 1))).Select(s => s.Id)] : [];
            db.Subscribers.Add(new Subscriber($"reader{i}@readers.example", new NewsletterChoices(tongues[0], tongues, some, IssueRhythm.Daily), now.AddDays(-1)));
            if (i % 5_000 == 4_999)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync();
    }
}
