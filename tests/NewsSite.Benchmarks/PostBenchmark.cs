using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Benchmarks;

/// <summary>
/// 200 signed-in people post under one article for a minute, each from a network of their own; then they do so again and the site is killed in the middle. Afterwards
/// the database is asked for everything that was acknowledged.
/// </summary>
internal static class PostBenchmark
{
    private const int People = 200;

    private const string Password = "a long sentence nobody guesses";

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan UntilKilled = TimeSpan.FromSeconds(15);

    /// <summary>How long a person waits from one post to the next: what the site allows by default (six a minute), five times as often, and not at all.</summary>
    private static readonly TimeSpan[] Paces = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2), TimeSpan.Zero];

    public static async Task<int> RunAsync(string? only)
    {
        Console.WriteLine($"{Machine.Describe(pinned: false)}; {People} people for {Length.TotalSeconds:0} s under one article, every second post a reply.");
        Console.WriteLine();
        Console.WriteLine("| database | each person posts | acknowledged | a second | p50 ms | p95 ms | p99 ms | other answers | stored once | counts |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var isWhole = only == "postgres" || await MeasureAsync("SQLite", null);
        if (only != "sqlite" && Environment.GetEnvironmentVariable("NEWSSITE_TEST_POSTGRES") is { Length: > 0 } server)
        {
            isWhole &= await MeasureAsync("PostgreSQL", server);
        }

        return isWhole ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(string name, string? server)
    {
        await using var data = await SiteData.CreateAsync(server);
        var addresses = await RegisterAsync(data);
        var isWhole = true;
        foreach (var pace in Paces)
        {
            var place = await PublishAsync(data, $"measured-{pace.TotalSeconds:0}");
            await using var site = await StartAsync(data, place);
            using var crowd = await Crowd.SignInAsync(site.Url, addresses, Password);
            var posted = await crowd.PostAsync(place, pace, Length, kill: null);
            isWhole &= await ReportAsync(data, name, pace == TimeSpan.Zero ? "without a pause" : $"every {pace.TotalSeconds:0} s", place, posted);
        }

        var scene = await PublishAsync(data, "killed");
        var doomed = await StartAsync(data, scene);
        using (var crowd = await Crowd.SignInAsync(doomed.Url, addresses, Password))
        {
            var posted = await crowd.PostAsync(scene, TimeSpan.Zero, UntilKilled, doomed.KillAsync);
            await doomed.DisposeAsync();
            // The next start is part of it: a site that does not come back has lost everything.
            await using var again = await StartAsync(data, scene);
            isWhole &= await ReportAsync(data, name, "without a pause, killed", scene, posted);
        }

        return isWhole && await IsIntactAsync(data, name);
    }

    private static Task<SiteProcess> StartAsync(SiteData data, Place place) => SiteProcess.StartAsync(data, place.Path, new()
    {
        // The stated limit would answer most of the posts; what is measured is what lies behind it.
        ["Comments__PerAccountPerMinute"] = "1000000",
        ["Comments__PerNetworkPerMinute"] = "1000000",
    }, pinned: false);

    private static async Task<bool> ReportAsync(SiteData data, string database, string pace, Place place, Posted posted)
    {
        await using var db = data.Open();
        var stored = await db.Comments.AsNoTracking().Where(c => c.ArticleId == place.ArticleId)
            .Select(c => new { c.Id, c.BodyMarkdown, c.BodyHtml, c.ParentId, c.ThreadId, c.ThreadPosition, c.Depth, c.ReplyCount, IsPublished = c.Status == CommentStatus.Published, HasOrigin = db.CommentOrigins.Any(o => o.CommentId == c.Id) })
            .ToListAsync();
        var copies = stored.GroupBy(c => c.BodyMarkdown).ToDictionary(g => g.Key, g => g.Count());
        var lost = posted.Acknowledged.Count(text => copies.GetValueOrDefault(text) != 1);
        var twice = copies.Values.Count(n => n > 1);
        var half = stored.Count(c => c.BodyHtml.ToString().Length == 0 || !(c.HasOrigin || place.Tops.Contains(c.Id)));
        var replies = stored.Where(c => c.ParentId is not null).GroupBy(c => c.ParentId!.Value).ToDictionary(g => g.Key, g => g.Count());
        var counted = await db.Articles.Where(a => a.Id == place.ArticleId).Select(a => a.CommentCount).SingleAsync();
        var isCounted = counted == stored.Count
            && stored.TrueForAll(c => c.IsPublished && c.ReplyCount == replies.GetValueOrDefault(c.Id))
            && stored.Select(c => (c.ThreadId, c.ThreadPosition)).Distinct().Count() == stored.Count;
        var times = posted.Milliseconds.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {database} | {pace} | {posted.Acknowledged.Count:#,0} | {posted.Acknowledged.Count / posted.Seconds:0} | {At(50):0.0} | {At(95):0.0} | {At(99):0.0} | {posted.Others} | {(lost + twice + half == 0 ? "all" : $"{lost} not, {twice} twice, {half} half")} | {(isCounted ? "right" : $"wrong ({counted} of {stored.Count})")} |"));
        return lost + twice + half == 0 && isCounted && (posted.Others == 0 || posted.WasKilled);

        double At(int percent) => times.Count == 0 ? 0 : times[Math.Min(times.Count - 1, times.Count * percent / 100)];
    }

    private static async Task<bool> IsIntactAsync(SiteData data, string name)
    {
        if (data.Postgres is not null)
        {
            return true;
        }

        await using var db = data.Open();
        var says = await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync();
        Console.WriteLine($"{Environment.NewLine}{name} after being killed: integrity_check says {string.Join(", ", says)}.");
        return says is ["ok"];
    }

    /// <summary>Makes the accounts; one hash serves them all, so that making them takes no minute.</summary>
    private static async Task<IReadOnlyList<string>> RegisterAsync(SiteData data)
    {
        await using var db = data.Open();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        string? hash = null;
        var addresses = new List<string>();
        for (var i = 0; i < People; i++)
        {
            var address = $"poster{i}@readers.example";
            var account = new Account($"Poster number {i}", now)
            {
                Email = address, NormalizedEmail = address.ToUpperInvariant(), UserName = address, NormalizedUserName = address.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = $"{Guid.NewGuid():N}",
            };
            account.PasswordHash = hash ??= new PasswordHasher<Account>().HashPassword(account, Password);
            db.Add(account);
            addresses.Add(address);
        }

        await db.SaveChangesAsync();
        return addresses;
    }

    /// <summary>An article open to everybody's comments, with five to answer.</summary>
    private static async Task<Place> PublishAsync(SiteData data, string slug)
    {
        await using var db = data.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var article = new Article(new Work(slug), "en", slug, "A measured conversation", await db.Sections.FirstAsync(), Genre.OpEd) { Conversation = ConversationMode.Open };
        article.Write("Some text.");
        article.Publish(now.AddHours(-1), TimeZoneInfo.Utc);
        db.Add(article);
        await db.SaveChangesAsync();
        var tops = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            var comment = Comment.Under(article, null, "Somebody", now.AddMinutes(-30));
            comment.Write($"Question {i}?");
            await new Commenting(db).AppendAsync(comment);
            tops.Add(comment.Id);
        }

        await new Commenting(db).RecountAsync(article.Id);
        await transaction.CommitAsync();
        return new Place(article.Id, article.Address!.ToString()!, tops);
    }
}

/// <summary>The article posted under, and its comments at the start.</summary>
internal sealed record Place(int ArticleId, string Path, IReadOnlyList<int> Tops);
