using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Feeds;

/// <summary>What waits to be told to the hub; on each server its own.</summary>
internal sealed class HubQueue
{
    /// <summary>More than these are told by the next change: a hub fetches feeds, and a feed holds them all.</summary>
    private const int MostWaiting = 1_000;

    private readonly Channel<int> changed = Channel.CreateBounded<int>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Notes that readers have a piece differently.</summary>
    public void Add(int articleId) => changed.Writer.TryWrite(articleId);

    /// <summary>Waits until something is there, and for what comes shortly after.</summary>
    public async Task<IReadOnlyCollection<int>> TakeAsync(TimeSpan together, TimeProvider clock, CancellationToken cancel)
    {
        var taken = new SortedSet<int> { await changed.Reader.ReadAsync(cancel) };
        await Task.Delay(together, clock, cancel);
        while (changed.Reader.TryRead(out var more))
        {
            taken.Add(more);
        }

        return taken;
    }
}

/// <summary>Tells the WebSub hub which feeds changed, so that those who subscribed there have them at once. The hub fetches the feeds; nothing of a piece goes in the notice.</summary>
internal sealed class HubNotices(HttpClient http, NewsDbContext db, FeedSettings settings, SiteSettings site)
{
    /// <summary>The feeds these pieces stand in, as whole addresses: of the site, the language, the section, topics, series, everybody credited and the outlet.</summary>
    public async Task<IReadOnlyList<string>> FeedsAsync(IReadOnlyCollection<int> articles, CancellationToken cancel)
    {
        var pieces = await db.Articles.AsNoTracking().AsSplitQuery().Where(a => articles.Contains(a.Id) && a.PublishedAt != null).Select(a => new
        {
            a.Language,
            Section = a.Section.Slug,
            Series = a.Series!.Slug,
            Publication = a.Source!.Publication.Slug,
            Topics = a.Topics.Select(t => t.Slug).ToList(),
            People = a.Credits.Select(c => c.Contributor.Slug).ToList(),
        }).ToListAsync(cancel);
        var homes = pieces.SelectMany(p => p.Topics.Select(t => $"/topics/{t}").Concat(p.People.Select(c => $"/contributors/{c}"))
            .Concat(["", $"/{p.Language}", $"/sections/{p.Section}", p.Series is null ? "" : $"/series/{p.Series}", p.Publication is null ? "" : $"/sources/{p.Publication}"]));
        return [.. homes.Distinct().Order(StringComparer.Ordinal).SelectMany(home => FeedFormats.All.Select(format => $"{site.BaseUrl}{home}/feed.{format.Ending}"))];
    }

    /// <summary>Tells the hub.</summary>
    /// <returns>The status the hub answered with; null where there is no hub, or nothing to tell.</returns>
    /// <exception cref="HttpRequestException">Nobody answered.</exception>
    public async Task<int?> TellAsync(IReadOnlyCollection<int> articles, CancellationToken cancel)
    {
        if (settings.Hub is not { } hub || await FeedsAsync(articles, cancel) is not { Count: > 0 } feeds)
        {
            return null;
        }

        using var notice = new FormUrlEncodedContent([KeyValuePair.Create("hub.mode", "publish"), .. feeds.Select(f => KeyValuePair.Create("hub.url", f))]);
        using var answer = await http.PostAsync(hub, notice, cancel);
        return (int)answer.StatusCode;
    }
}
