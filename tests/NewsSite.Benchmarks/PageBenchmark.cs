using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Benchmarks;

/// <summary>How many readers of an article one core serves, beside the most it could.</summary>
internal static class PageBenchmark
{
    private const int Rounds = 4;

    private const int SecondsARound = 2;

    private const int SecondsToWarmUp = 3;

    private const int Connections = 32;

    /// <summary>After so many readings the strongest compression is sure to have been asked for.</summary>
    private const int ReadingsBeforeCapture = 200;

    private static readonly int[] CommentCounts = [25, 300];

    /// <summary>One server asked for one thing.</summary>
    private sealed record Contender(string Name, string Url, string? Known)
    {
        public List<Measure> Crowd { get; } = [];

        public List<Measure> Alone { get; } = [];
    }

    public static async Task<int> RunAsync()
    {
        await using var data = await SiteData.CreateAsync();
        Console.WriteLine($"{Machine.Describe()}; {Rounds} rounds of {SecondsARound} s in turn, medians; {Connections} connections, and one.");
        foreach (var wanted in CommentCounts)
        {
            var (path, comments) = await FindArticleAsync(data, wanted);
            await MeasureAsync(data, path, comments);
        }

        return 0;
    }

    private static async Task MeasureAsync(SiteData data, string path, int comments)
    {
        await using var keeping = await SiteProcess.StartAsync(data, path);
        await using var rendering = await SiteProcess.StartAsync(data, path, new() { ["PageCache__SizeLimitMegabytes"] = "0" });
        var page = await SmallestAsync(keeping.Url + path);
        var known = page.Headers["ETag"];
        var unchanged = await CapturedAnswer.TakeAsync(keeping.Url + path, known);
        await using var limit = await BareKestrel.StartAsync(page);
        await using var unchangedLimit = await BareKestrel.StartAsync(unchanged);

        var kept = new Contender("kept", keeping.Url + path, null);
        var keptLimit = new Contender("bare Kestrel, same bytes", limit.Url, null);
        var same = new Contender("kept, reader has it (304)", keeping.Url + path, known);
        var sameLimit = new Contender("bare Kestrel, same 304", unchangedLimit.Url, known);
        var rendered = new Contender("rendered each time", rendering.Url + path, null);
        Contender[] all = [keptLimit, kept, sameLimit, same, rendered];
        foreach (var contender in all)
        {
            await Load.RunAsync(contender.Url, contender.Known, Connections, SecondsToWarmUp);
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in all)
            {
                contender.Crowd.Add(await Load.RunAsync(contender.Url, contender.Known, Connections, SecondsARound));
                contender.Alone.Add(await Load.RunAsync(contender.Url, contender.Known, connections: 1, seconds: 1));
            }
        }

        var identity = await IdentitySizeAsync(keeping.Url + path);
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}, {comments} comments: {page.Body.Length / 1024.0:0.0} KB {page.Headers["Content-Encoding"]}, {identity / 1024.0:0} KB identity"));
        Console.WriteLine();
        Console.WriteLine("| answered | req/s | of the limit | p50 ms | p99 ms | p50 ms, one client |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Print(keptLimit, keptLimit);
        Print(kept, keptLimit);
        Print(sameLimit, sameLimit);
        Print(same, sameLimit);
        Print(rendered, keptLimit);
    }

    private static void Print(Contender contender, Contender limit)
    {
        var crowd = Measure.Of(contender.Crowd);
        // Round by round, so that a slow moment of the machine weighs on both sides.
        var ratio = Measure.Middle(contender.Crowd.Zip(limit.Crowd, (own, most) => own.RequestsPerSecond / most.RequestsPerSecond));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {contender.Name} | {crowd.RequestsPerSecond:#,0} | {(contender == limit ? 1 : ratio):0.00##} | {crowd.Median:0.00} | {crowd.Slowest:0.00} | {Measure.Of(contender.Alone).Median:0.000} |"));
    }

    /// <summary>The page as it is served once its strongest compression is done.</summary>
    private static async Task<CapturedAnswer> SmallestAsync(string url)
    {
        var answer = await CapturedAnswer.TakeAsync(url);
        for (var reading = 0; reading < ReadingsBeforeCapture; reading++)
        {
            var next = await CapturedAnswer.TakeAsync(url);
            if (next.Body.Length < answer.Body.Length)
            {
                return next;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }

        return answer;
    }

    private static async Task<int> IdentitySizeAsync(string url)
    {
        using var client = new HttpClient();
        return (await client.GetByteArrayAsync(url)).Length;
    }

    /// <summary>The published article whose comments come nearest to that many.</summary>
    private static async Task<(string Path, int Comments)> FindArticleAsync(SiteData data, int comments)
    {
        var options = (DbContextOptions<SqliteNewsDbContext>)new DbContextOptionsBuilder<SqliteNewsDbContext>().UseNewsSqlite($"Data Source={data.Database}").Options;
        await using var db = new SqliteNewsDbContext(options);
        var found = await db.Articles.Published(TimeProvider.System.GetUtcNow().UtcDateTime)
            .Select(a => new { a.PublicationDay, a.Slug, Comments = db.Comments.Count(c => c.ArticleId == a.Id) })
            .OrderBy(a => Math.Abs(a.Comments - comments))
            .FirstAsync();
        return (new ArticleAddress(found.PublicationDay!.Value, found.Slug).ToString(), found.Comments);
    }
}
