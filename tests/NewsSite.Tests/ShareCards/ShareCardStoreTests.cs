using NewsSite.ShareCards;

namespace NewsSite.Tests.ShareCards;

/// <summary>What is kept of drawn cards.</summary>
public sealed class ShareCardStoreTests : IDisposable
{
    private readonly string directory = Path.Combine(Directory.CreateTempSubdirectory("newssite-cards").FullName, "share-cards");
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    private static ShareCard Card => ReviewedCards.All["en-short"];

    [Fact]
    public async Task Twenty_who_ask_at_once_get_one_drawing()
    {
        using var store = new ShareCardStore(directory, long.MaxValue);

        var pngs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.GetAsync(1, Card, cancel))));

        Assert.All(pngs, png => Assert.Equal(pngs[0], png));
        Assert.Equal(1, store.Drawn);
        // And none at all after a restart.
        using var restarted = new ShareCardStore(directory, long.MaxValue);
        Assert.Equal(pngs[0], await restarted.GetAsync(1, Card, cancel));
        Assert.Equal(0, restarted.Drawn);
    }

    [Fact]
    public async Task A_new_card_of_an_article_takes_the_place_of_the_old_one()
    {
        using var store = new ShareCardStore(directory, long.MaxValue);
        await store.GetAsync(1, Card, cancel);
        await store.GetAsync(2, Card, cancel);

        await store.GetAsync(1, Card with { Headline = "Nobody owns noon" }, cancel);

        Assert.Equal([1, 1], Directory.GetDirectories(directory).Select(d => Directory.GetFiles(d).Length));
        Assert.Equal(3, store.Drawn);
    }

    [Fact]
    public async Task The_store_keeps_to_its_room_and_drops_what_was_drawn_longest_ago()
    {
        using var big = new ShareCardStore(directory, long.MaxValue);
        var size = (await big.GetAsync(1, Card, cancel)).Length;
        using var store = new ShareCardStore(directory, (size * 4) + (size / 2));

        for (var article = 2; article <= 9; article++)
        {
            await store.GetAsync(article, Card, cancel);
            File.SetLastWriteTimeUtc(Directory.GetFiles(Path.Combine(directory, $"{article}")).Single(), new DateTime(2026, 1, article, 0, 0, 0, DateTimeKind.Utc));
        }

        var left = Directory.GetFiles(directory, "*", SearchOption.AllDirectories);
        Assert.InRange(left.Sum(f => new FileInfo(f).Length), 1, (size * 4) + (size / 2));
        Assert.Contains(left, f => Path.GetFileName(Path.GetDirectoryName(f)) == "9");
        Assert.DoesNotContain(left, f => Path.GetFileName(Path.GetDirectoryName(f)) == "2");
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_cards_are_drawn_all_the_same()
    {
        // A file where the directory should be.
        await File.WriteAllTextAsync(directory, "in the way", cancel);
        using var store = new ShareCardStore(directory, long.MaxValue);

        Assert.Equal(await store.GetAsync(1, Card, cancel), await store.GetAsync(1, Card, cancel));
        Assert.Equal(2, store.Drawn);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(directory)!, recursive: true);
}
