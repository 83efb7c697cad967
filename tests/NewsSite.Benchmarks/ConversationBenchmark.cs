using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Benchmarks;

/// <summary>What a very long conversation costs beside a short one: the article page, rendered each time.</summary>
internal static class ConversationBenchmark
{
    private const int Rounds = 5;

    private const int SecondsARound = 3;

    private const int ShortOne = 100;

    private const int LongOne = 5_000;

    private const int LongThread = 2_000;

    private const int Deepest = 60;

    public static async Task<int> RunAsync()
    {
        await using var data = await SiteData.CreateAsync();
        var few = await WriteAsync(data, "a-short-conversation", ShortOne, thread: 20, depth: 5);
        var many = await WriteAsync(data, "a-long-conversation", LongOne, LongThread, Deepest);
        await using var site = await SiteProcess.StartAsync(data, few, new() { ["PageCache__SizeLimitMegabytes"] = "0" });
        var (shortRounds, longRounds) = (new List<Measure>(), new List<Measure>());
        foreach (var path in (string[])[few, many])
        {
            await Load.RunAsync(site.Url + path, null, connections: 1, SecondsARound * 2);
        }

        for (var round = 0; round < Rounds; round++)
        {
            shortRounds.Add(await Load.RunAsync(site.Url + few, null, connections: 1, SecondsARound));
            longRounds.Add(await Load.RunAsync(site.Url + many, null, connections: 1, SecondsARound));
        }

        Console.WriteLine($"{Machine.Describe()}; {Rounds} rounds of {SecondsARound} s in turn, medians; one connection, nothing kept.");
        Console.WriteLine();
        Console.WriteLine("| conversation | on the first page | req/s | p50 ms | p99 ms | cost |");
        Console.WriteLine("|---|---|---|---|---|---|");
        using var reader = new HttpClient { BaseAddress = new Uri(site.Url) };
        Print($"{ShortOne} comments", await CountAsync(reader, few), shortRounds, shortRounds);
        Print($"{LongOne} comments, one thread of {LongThread}, {Deepest} deep", await CountAsync(reader, many), longRounds, shortRounds);
        return 0;
    }

    private static async Task<int> CountAsync(HttpClient reader, string path) => (await reader.GetStringAsync(path)).Split(" id=\"c-").Length - 1;

    private static void Print(string name, int shown, List<Measure> rounds, List<Measure> beside)
    {
        var own = Measure.Of(rounds);
        // Round by round, so that a slow moment of the machine weighs on both sides.
        var cost = Measure.Middle(rounds.Zip(beside, (one, other) => other.RequestsPerSecond / one.RequestsPerSecond));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {shown} | {own.RequestsPerSecond:#,0} | {own.Median:0.00} | {own.Slowest:0.00} | {cost:0.00} |"));
    }

    /// <summary>Publishes an article with that many comments: one long thread with a chain in it, and short ones around.</summary>
    private static async Task<string> WriteAsync(SiteData data, string slug, int comments, int thread, int depth)
    {
        await using var db = data.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var like = await db.Articles.Published(TimeProvider.System.GetUtcNow().UtcDateTime).LatestFirst.Include(a => a.Section).FirstAsync(a => a.Language == "en");
        var article = new Article(new Work(slug), "en", slug, "A measured conversation", like.Section, Genre.OpEd);
        article.Write(like.BodyMarkdown);
        article.Publish(like.PublishedAt!.Value, TimeZoneInfo.Utc);
        db.Add(article);
        await db.SaveChangesAsync();
        var commenting = new Commenting(db);
        var (head, chain, parent) = ((Comment?)null, (Comment?)null, (Comment?)null);
        for (var i = 0; i < comments; i++)
        {
            // The long thread first: a chain to the depth asked for, then replies all over it; after it threads of four.
            parent = i == 0 ? null : i < depth ? chain : i < thread ? (i % 3 == 0 ? head : chain) : i % 4 == 0 ? null : parent;
            var comment = Comment.Under(article, parent, $"Reader {i % 40}", article.PublishedAt!.Value.AddMinutes(i));
            comment.Write("We have a line like this on the school in our town, with the year 1958 next to it, and every class is told about the flood. There was no flood. It was the painters.");
            await commenting.AppendAsync(comment);
            (head, chain, parent) = (head ?? comment, i < depth ? comment : chain, i < thread ? parent : comment);
        }

        await commenting.RecountAsync(article.Id);
        await transaction.CommitAsync();
        return article.Address!.ToString()!;
    }
}
