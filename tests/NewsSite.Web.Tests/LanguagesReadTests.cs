using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;

namespace NewsSite.Web.Tests;

/// <summary>Lists and feeds limited to the languages somebody reads, on either database.</summary>
public abstract class LanguagesReadTests(Newsroom newsroom)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    /// <summary>Lists with pieces in more than one language.</summary>
    public static TheoryData<string> Lists => ["/2026", "/2026/11", "/sections/waters", "/sections/waters?language=uk"];

    /// <summary>What was asked, and the address it leads to; null where there is none.</summary>
    public static TheoryData<string, string?> Asked => new()
    {
        { "languages=uk,en", "languages=en,uk" },
        { "languages=en&languages=uk", "languages=en,uk" },
        { "languages=EN", "languages=en" },
        { "languages=en,en,", "languages=en" },
        { "languages=en,xx", "languages=en" },
        { "languages=", "" },
        { "languages=en,uk,ar", "" },
        { "languages=ar&languages=uk&languages=en", "" },
        { "languages=all,en", "languages=all" },
        { "languages=xx", null },
        { "languages=%00", null },
        { "languages=../en", null },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_shows_the_languages_its_address_says_and_no_other(string path)
    {
        foreach (var said in (string[])["en", "uk", "ar", "en,uk"])
        {
            var limited = await PageAsync(With(path, $"languages={said}"));

            var languages = limited.QuerySelectorAll(".card-list > article").Select(a => a.GetAttribute("lang")).Distinct().ToList();
            Assert.Empty(languages.Except(said.Split(',')));
            Assert.Equal("noindex", limited.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
            Assert.Equal($"http://localhost{path}", limited.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Empty(limited.QuerySelectorAll("link[hreflang]"));
            // The way back is in sight, and goes back.
            var all = limited.QuerySelectorAll(".reading a").Select(a => a.GetAttribute("href")!).First();
            Assert.Equal(With(path, "languages=all"), all);
            Assert.Equal(await CardsAsync(path), await CardsAsync(all));
        }

        var whole = await CardsAsync(path);
        Assert.True(whole.Count > 0);
        Assert.Equal(whole.Order(), (await CardsAsync(With(path, "languages=en"))).Concat(await CardsAsync(With(path, "languages=uk,ar"))).Order());
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task One_choice_has_one_address(string asked, string? said)
    {
        using var reader = newsroom.Reader();
        foreach (var path in (string[])["/sections/waters", "/sections/waters/feed.atom", "/feed.json", "/sections/waters?language=uk"])
        {
            // What is kept under the one address answers to no other.
            if (said is { Length: > 0 })
            {
                await reader.GetStringAsync(With(path, said), cancel);
            }

            using var answer = await reader.GetAsync(With(path, asked), cancel);

            Assert.Equal((asked, said is null ? HttpStatusCode.NotFound : HttpStatusCode.Redirect), (asked, answer.StatusCode));
            if (said is not null)
            {
                Assert.Equal(said.Length == 0 ? path : With(path, said), answer.Headers.Location!.ToString());
            }
        }
    }

    [Fact]
    public async Task A_limited_list_leads_to_its_feed_and_the_feed_says_what_it_is()
    {
        var page = await PageAsync("/sections/waters?languages=en,uk");
        var address = page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href")!;
        Assert.Equal("/sections/waters/feed.atom?languages=en,uk", address);
        using var reader = newsroom.Reader();

        var feed = XElement.Parse(await reader.GetStringAsync(address, cancel));
        var whole = XElement.Parse(await reader.GetStringAsync("/sections/waters/feed.atom", cancel));

        Assert.Empty(LanguagesOf(feed).Except(["en", "uk"]));
        Assert.NotEmpty(LanguagesOf(feed));
        // Either feed ends at so many entries; the limited one reaches further back.
        var shared = EntriesOf(whole).Where(e => e.Language is "en" or "uk").ToList();
        Assert.NotEmpty(shared);
        Assert.Equal(shared, EntriesOf(feed).Take(shared.Count));
        Assert.NotEqual(whole.Element(Atom + "id")!.Value, feed.Element(Atom + "id")!.Value);
        Assert.Equal($"http://localhost{address}", feed.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == "self").Attribute("href")!.Value);
        Assert.Equal("http://localhost/sections/waters?languages=en,uk", feed.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == "alternate").Attribute("href")!.Value);
    }

    [Fact]
    public async Task The_feed_of_the_whole_site_can_be_limited_in_every_format()
    {
        using var reader = newsroom.Reader();
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        var expected = await newsroom.InDatabase(db => db.Articles.Published(now).Where(a => a.Language == "ar" || a.Language == "uk").LatestFirst.Take(30).Select(a => new { Day = a.PublicationDay!.Value, a.Slug }).ToListAsync(cancel));
        var addresses = expected.Select(e => $"http://localhost{new ArticleAddress(e.Day, e.Slug)}").ToList();

        var json = JsonNode.Parse(await reader.GetStringAsync("/feed.json?languages=uk,ar", cancel))!;
        var rss = XElement.Parse(await reader.GetStringAsync("/feed.rss?languages=uk,ar", cancel));

        Assert.Equal(addresses, json["items"]!.AsArray().Select(i => (string?)i!["url"]));
        Assert.Equal(addresses, rss.Descendants("item").Select(i => i.Element("link")!.Value));
        Assert.Equal("http://localhost/feed.json?languages=uk,ar", (string?)json["feed_url"]);
    }

    [Fact]
    public async Task The_form_leads_back_to_where_one_came_from_and_nowhere_else()
    {
        using var reader = newsroom.Reader();
        foreach (var (asked, target) in new[]
                 {
                     ("from=%2Fsections%2Fwaters%3Flanguage%3Duk&go=1&languages=uk&languages=en", "/sections/waters?language=uk&languages=en,uk"),
                     ("from=%2F2026%2F11&go=1", "/2026/11"),
                     ("from=%2F2026%2F11&go=1&languages=en&languages=uk&languages=ar", "/2026/11"),
                     ("from=%2F2026%2F11%3Flanguages%3Dar&go=1&languages=uk", "/2026/11?languages=uk"),
                     ("go=1&languages=uk", "/archive?languages=uk"),
                     ("from=https%3A%2F%2Felsewhere.example%2F&go=1&languages=uk", "/archive?languages=uk"),
                     ("from=%2F%2Felsewhere.example%2F&go=1&languages=uk", "/archive?languages=uk"),
                     ("from=%2F%5Celsewhere.example&go=1&languages=uk", "/archive?languages=uk"),
                     ("from=~%2F%2Felsewhere.example&go=1&languages=uk", "/archive?languages=uk"),
                     ("from=%2Fa%0D%0ASet-Cookie%3A+a%3Db&go=1&languages=uk", "/archive?languages=uk"),
                     ("from=javascript%3Aalert(1)&go=1&languages=uk", "/archive?languages=uk"),
                 })
        {
            using var answer = await reader.GetAsync($"/languages?{asked}", cancel);
            Assert.Equal((asked, HttpStatusCode.Redirect, target), (asked, answer.StatusCode, answer.Headers.Location?.ToString()));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        var page = await PageAsync("/sections/waters?language=uk&languages=uk");
        var form = await PageAsync(page.QuerySelectorAll(".reading a")[^1].GetAttribute("href")!);
        Assert.Equal("uk", form.DocumentElement.GetAttribute("lang"));
        Assert.Equal("/sections/waters?language=uk", form.QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.Equal(["uk"], form.QuerySelectorAll("input[name=languages][checked]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task The_newsletter_is_offered_in_the_languages_the_address_says()
    {
        var page = await PageAsync("/newsletter?languages=uk,ar");

        Assert.Equal(["uk", "ar"], page.QuerySelectorAll("input[name=languages][checked]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Limited_lists_are_kept_and_addresses_that_limit_nothing_are_not()
    {
        using var reader = newsroom.Reader();
        await reader.GetStringAsync("/sections/waters?languages=en", cancel);
        newsroom.Statements.Reset();
        await reader.GetStringAsync("/sections/waters?languages=en", cancel);
        Assert.Equal(0, newsroom.Statements.Count);

        using var first = await reader.GetAsync("/corrections?languages=anything", cancel);
        newsroom.Statements.Reset();
        using var second = await reader.GetAsync("/corrections?languages=anything", cancel);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.True(newsroom.Statements.Count > 0);
    }

    private static string With(string path, string query) => path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;

    private static IEnumerable<string> LanguagesOf(XElement feed) => EntriesOf(feed).Select(e => e.Language).Distinct();

    private static List<(string Id, string Language)> EntriesOf(XElement feed) => [.. feed.Elements(Atom + "entry").Select(e => (e.Element(Atom + "id")!.Value, (string)e.Attribute(XNamespace.Xml + "lang")!))];

    private async Task<List<string>> CardsAsync(string path)
    {
        var cards = new List<string>();
        for (var next = path; next is not null;)
        {
            var page = await PageAsync(next);
            cards.AddRange(page.QuerySelectorAll(".card-list > article :is(h2, h3) a").Select(a => a.GetAttribute("href")!));
            next = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        return cards;
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string path)
    {
        using var reader = newsroom.Reader();
        return new HtmlParser().ParseDocument(await reader.GetStringAsync(path, cancel));
    }
}

public sealed class LanguagesReadOnSqlite(SqliteNewsroom newsroom) : LanguagesReadTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class LanguagesReadOnPostgres : LanguagesReadTests
{
    public LanguagesReadOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
