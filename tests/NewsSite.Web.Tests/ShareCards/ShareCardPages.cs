using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.ShareCards;

namespace NewsSite.Web.Tests.ShareCards;

/// <summary>The pictures of pieces for those who pass their addresses on, on either database.</summary>
public abstract partial class ShareCardPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_names_its_card_and_whoever_has_it_may_keep_it_for_ever()
    {
        var (_, path) = await newsroom.Out(await newsroom.Editor("Carding Cleo"), "Passed on with a card");
        using var reader = newsroom.Reader();

        var page = await reader.GetStringAsync(path, cancel);
        using var card = await reader.GetAsync(CardOf(page), cancel);

        Assert.Equal((HttpStatusCode.OK, "image/png"), (card.StatusCode, card.Content.Headers.ContentType!.ToString()));
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", card.Headers.GetValues("Cache-Control")));
        Assert.StartsWith("sandbox", card.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(("nosniff", "cross-origin"), (card.Headers.GetValues("X-Content-Type-Options").Single(), card.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
        Assert.False(card.Headers.Contains("Set-Cookie"));
        using var picture = Image.NewFromBuffer(await card.Content.ReadAsByteArrayAsync(cancel));
        Assert.Equal((ShareCard.Width, ShareCard.Height), (picture.Width, picture.Height));
        Assert.Contains("<meta name=\"twitter:card\" content=\"summary_large_image\">", page, StringComparison.Ordinal);
        Assert.Contains($"<meta property=\"og:image:width\" content=\"{ShareCard.Width}\">", page, StringComparison.Ordinal);
        // Everybody of the byline is said to whoever does not see it, the translator as one.
        var names = await newsroom.InDatabase(db => db.Contributors.OrderBy(c => c.Id).Take(2).Select(c => c.Name).ToListAsync(cancel));
        Assert.Matches($"og:image:alt\" content=\"Passed on with a card\\. By {Regex.Escape(names[0])}\\. Translated from Ukrainian by {Regex.Escape(names[1])}\\. First published by ", WebUtility.HtmlDecode(page));
        Assert.EndsWith(CardOf(page), (string?)Images(page)[^1]!["url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_card_asks_neither_database_nor_press()
    {
        var (_, path) = await newsroom.Out(await newsroom.Editor("Keeping Kit"), "Kept with its card");
        using var reader = newsroom.Reader();
        var address = CardOf(await reader.GetStringAsync(path, cancel));
        var drawn = newsroom.Services.GetRequiredService<ShareCardStore>();
        var before = drawn.Drawn;

        var first = await reader.GetByteArrayAsync(address, cancel);
        newsroom.Statements.Reset();
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br, gzip" } } };
        using var again = await reader.SendAsync(request, cancel);

        Assert.Equal((0, 1), (newsroom.Statements.Count, drawn.Drawn - before));
        Assert.Empty(again.Content.Headers.ContentEncoding);
        Assert.Equal(first, await again.Content.ReadAsByteArrayAsync(cancel));
        // Forgotten by the pages, it is read from the disk.
        newsroom.Forget();
        Assert.Equal(first, await reader.GetByteArrayAsync(address, cancel));
        Assert.Equal(1, drawn.Drawn - before);
        using var known = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", again.Headers.ETag!.ToString() } } };
        using var unchanged = await reader.SendAsync(known, cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_new_headline_has_a_new_card_and_the_old_address_leads_to_it()
    {
        var editor = await newsroom.Editor("Renaming Rhea");
        var (id, path) = await newsroom.Out(editor, "Before it was called otherwise");
        using var reader = newsroom.Reader();
        var old = CardOf(await reader.GetStringAsync(path, cancel));
        await reader.GetByteArrayAsync(old, cancel);

        await newsroom.InDatabase(db => db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Headline, "Called otherwise now"), cancel));
        var current = CardOf(await reader.GetStringAsync(path, cancel));
        using var led = await reader.GetAsync(old, cancel);

        Assert.NotEqual(old, current);
        Assert.Equal((HttpStatusCode.Redirect, current, "no-cache"), (led.StatusCode, led.Headers.Location!.ToString(), led.Headers.CacheControl!.ToString()));
        using var made = await reader.GetAsync($"/cards/{id}/anything-else.png", cancel);
        Assert.Equal((HttpStatusCode.Redirect, current), (made.StatusCode, made.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_translator_who_is_called_otherwise_is_on_a_new_card()
    {
        var name = $"Renamed {Guid.NewGuid():N}";
        var editor = await newsroom.Editor("Naming Nell");
        var content = await newsroom.Complete("Translated by somebody who marries");
        var translator = await newsroom.InDatabase(async db =>
        {
            var made = new Contributor(name.ToLowerInvariant().Replace(' ', '-'), name);
            db.Contributors.Add(made);
            await db.SaveChangesAsync(cancel);
            return made.Id;
        });
        var id = await newsroom.Begun(editor, content with { Credits = [content.Credits[0], new ContentCredit(CreditRole.Translator, translator)] });
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 1)], cancel: cancel))).Why);
        var path = await newsroom.PathOf(id);
        using var reader = newsroom.Reader();
        var before = CardOf(await reader.GetStringAsync(path, cancel));

        await newsroom.InDatabase(db => db.Contributors.Where(c => c.Id == translator).ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, "Otherwise"), cancel));

        Assert.NotEqual(before, CardOf(await reader.GetStringAsync(path, cancel)));
    }

    [Fact]
    public async Task What_is_not_published_has_no_card()
    {
        var editor = await newsroom.Editor("Hiding Hal");
        var draft = await newsroom.Begun(editor, await newsroom.Complete("Not out yet, and no card"));
        var (gone, path) = await newsroom.Out(editor, "Withdrawn with its card");
        using var reader = newsroom.Reader();
        var card = CardOf(await reader.GetStringAsync(path, cancel));
        await reader.GetByteArrayAsync(card, cancel);

        await newsroom.Use((PublishedPieces p) => p.WithdrawAsync(editor, gone, "It went.", cancel));
        newsroom.Forget();

        foreach (var address in (string[])[card, $"/cards/{draft}/0123456789abcdef.png", "/cards/2147483647/0123456789abcdef.png", "/cards/0/x.png", "/cards/99999999999/x.png", $"/cards/{draft}/x.jpg"])
        {
            using var answer = await reader.GetAsync(address, cancel);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Every_published_piece_has_a_card_in_its_own_language()
    {
        using var reader = newsroom.Reader();
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        var paths = await newsroom.InDatabase(db => db.Articles.Published(now).OrderBy(a => a.Id).Take(12).Select(a => new { Day = a.PublicationDay!.Value, a.Slug }).ToListAsync(cancel));
        var cards = new List<string>();

        foreach (var path in paths.Select(p => new ArticleAddress(p.Day, p.Slug).ToString()))
        {
            cards.Add(CardOf(await reader.GetStringAsync(path, cancel)));
            Assert.Equal("image/png", (await reader.GetAsync(cards[^1], cancel)).Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal(paths.Count, cards.Distinct().Count());
        Assert.True(paths.Count > 5);
    }

    private static string CardOf(string page) => Card().Match(page).Groups[1].Value;

    private static JsonArray Images(string page) =>
        JsonNode.Parse(Graph().Match(page).Groups[1].Value)!["@graph"]![0]!["image"]!.AsArray();

    [GeneratedRegex("<meta property=\"og:image\" content=\"http://localhost(/cards/[0-9]+/[0-9a-f]+\\.png)\">")]
    private static partial Regex Card();

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Graph();
}

public sealed class ShareCardsOnSqlite(SqliteNewsroom newsroom) : ShareCardPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class ShareCardsOnPostgres : ShareCardPages
{
    public ShareCardsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
