using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace NewsSite.Benchmarks;

/// <summary>
/// The first page of finds among 100,000 pieces and 1,000,000 comments, asked for over HTTP from the site as it runs; each beside the page of the search with nothing asked, in the same run.
/// </summary>
internal static class SearchBenchmark
{
    private const int Asked = 100;

    private const int Rounds = 2;

    public static async Task<int> RunAsync(string? only, int articles, int comments)
    {
        Console.WriteLine($"{Machine.Describe(pinned: false)}; {articles:#,0} pieces, {comments:#,0} comments; {Asked} different questions of each kind, each asked {Rounds} times, one after the other and four at once.");
        if (only != "postgres")
        {
            await MeasureAsync("SQLite", null, articles, comments);
        }

        if (only != "sqlite" && Environment.GetEnvironmentVariable("NEWSSITE_TEST_POSTGRES") is { Length: > 0 } server)
        {
            await MeasureAsync("PostgreSQL", server, articles, comments);
        }

        return 0;
    }

    private static async Task MeasureAsync(string name, string? server, int articles, int comments)
    {
        await using var data = await SiteData.CreateAsync(server);
        var made = Stopwatch.StartNew();
        var press = new SearchPress(data);
        await press.FillAsync(articles, comments);
        Console.WriteLine($"{Environment.NewLine}{name}: generated in {made.Elapsed.TotalSeconds:0} s.");
        var built = await Machine.RunAsync("dotnet", [SiteProcess.Assembly, "search", "rebuild"], SiteProcess.ContentRoot, SiteProcess.Settings(data, port: 0, []));
        Console.WriteLine($"`search rebuild`: {built.Trim()}");
        Console.WriteLine();
        Console.WriteLine("| database | question | p50 ms | p95 ms | p99 ms | p95 with four at once | beside nothing asked |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        await using var site = await SiteProcess.StartAsync(data, "/search", pinned: false);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new Uri(site.Url) };
        var nothing = Enumerable.Repeat("/search", Asked).ToList();
        await AskAsync(client, nothing, atOnce: 1);
        var floor = await AskAsync(client, nothing, atOnce: 1);
        foreach (var (kind, questions) in press.Questions(Asked))
        {
            // Once unmeasured: what a database read a moment ago is what it has at hand on a busy day.
            await AskAsync(client, [.. questions.Take(20)], atOnce: 1);
            var times = new List<double>();
            var crowded = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                times.AddRange(await AskAsync(client, questions, atOnce: 1));
                crowded.AddRange(await AskAsync(client, questions, atOnce: 4));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {kind} | {At(times, 50):0.0} | {At(times, 95):0.0} | {At(times, 99):0.0} | {At(crowded, 95):0.0} | {At(times, 50) / At(floor, 50):0.0} |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | nothing asked | {At(floor, 50):0.0} | {At(floor, 95):0.0} | {At(floor, 99):0.0} | | 1 |"));
    }

    private static async Task<List<double>> AskAsync(HttpClient client, IReadOnlyList<string> questions, int atOnce)
    {
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (question, cancel) =>
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(question, cancel);
            await answer.Content.ReadAsByteArrayAsync(cancel);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{question} was answered with {answer.StatusCode}.");
            }
        });
        return [.. times];
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
