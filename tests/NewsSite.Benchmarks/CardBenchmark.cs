using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;

namespace NewsSite.Benchmarks;

/// <summary>How long somebody waits for a card: the first who asks, the first after a restart, and everybody else. One connection, one after the other.</summary>
internal static partial class CardBenchmark
{
    private const int Rounds = 20;

    public static async Task<int> RunAsync()
    {
        await using var data = await SiteData.CreateAsync();
        var settings = new Dictionary<string, string> { ["PageCache__LifetimeSeconds"] = "3600" };
        Console.WriteLine($"{Machine.Describe()}. The card of every piece of the sample publication, SQLite, one connection; milliseconds from asking to the last byte.");
        Console.WriteLine();
        Console.WriteLine("| answered | cards | p50 | p95 | most |");
        Console.WriteLine("|---|---|---|---|---|");
        List<string> cards;
        List<double> kept;
        await using (var site = await SiteProcess.StartAsync(data, "/", settings))
        {
            using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
            // The pages warm up what every request needs; no card is asked for, so the first drawing is the first.
            cards = await CardsAsync(data, client);
            Print("drawn: the first who asks", await AskAsync(client, cards));
            kept = await AskAsync(client, [.. Enumerable.Repeat(cards, Rounds).SelectMany(c => c)]);
        }

        await using (var site = await SiteProcess.StartAsync(data, "/", settings))
        {
            using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
            await CardsAsync(data, client);
            Print("from the disk: the first after a restart", await AskAsync(client, cards));
            Print("kept", kept);
            await using var limit = await BareKestrel.StartAsync(await CapturedAnswer.TakeAsync(site.Url + cards[0]));
            using var bare = new HttpClient();
            var least = await AskAsync(bare, [.. Enumerable.Repeat(limit.Url, cards.Count * Rounds)]);
            Print("bare Kestrel, the first card's bytes", least);
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Kept, a card takes {Measure.Middle(kept) / Measure.Middle(least):0.00} of what the bare Kestrel takes. {new DirectoryInfo(Path.Combine(data.Directory, "share-cards")).EnumerateFiles("*", SearchOption.AllDirectories).Average(f => f.Length) / 1024:0.0} KB a card."));
        }

        return 0;
    }

    private static async Task<List<string>> CardsAsync(SiteData data, HttpClient client)
    {
        await using var db = data.Open();
        var cards = new List<string>();
        foreach (var piece in await db.Articles.Where(a => a.Status == ArticleStatus.Published && a.PublicationDay != null).OrderBy(a => a.Id).Select(a => new { Day = a.PublicationDay!.Value, a.Slug }).ToListAsync())
        {
            using var page = await client.GetAsync(new ArticleAddress(piece.Day, piece.Slug).ToString());
            if (page.IsSuccessStatusCode)
            {
                cards.Add(Card().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
            }
        }

        return cards;
    }

    private static async Task<List<double>> AskAsync(HttpClient client, IReadOnlyList<string> addresses)
    {
        var times = new List<double>();
        foreach (var address in addresses)
        {
            var began = Stopwatch.GetTimestamp();
            var bytes = await client.GetByteArrayAsync(address);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (bytes is not [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
            {
                throw new InvalidOperationException($"{address} is no card.");
            }
        }

        return times;
    }

    private static void Print(string what, List<double> times)
    {
        var sorted = times.Order().ToList();
        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {sorted.Count} | {At(0.5):0.00} | {At(0.95):0.00} | {sorted[^1]:0.00} |"));
    }

    [GeneratedRegex("<meta property=\"og:image\" content=\"https?://[^/\"]+(/cards/[0-9]+/[0-9a-f]+\\.png)\">")]
    private static partial Regex Card();
}
