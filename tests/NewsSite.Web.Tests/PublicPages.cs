using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Web.Tests;

/// <summary>What readers get, on either database.</summary>
public abstract class PublicPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses =>
    [
        "/", "/uk", "/ar", "/about", "/about?language=uk", "/corrections", "/corrections?language=ar", "/archive", "/archive?language=ar", "/contributors", "/contributors?language=uk",
        "/sources", "/sources?language=ar", "/sections/waters", "/sections/waters?language=uk", "/topics/trains", "/topics/trains?language=ar", "/series/night-trains",
        "/contributors/ilse-brandvold", "/contributors/thekla-maragou", "/sources/to-mouragio", "/2026", "/2026/11", "/2026/11/06",
        "/2026/11/06/who-owns-noon", "/2026/11/20/the-river-that-kept-two-names", "/2026/11/12/what-the-tide-table-knows",
        "/2026/11/06/who-owns-noon/comments", "/2026/11/06/who-owns-noon/comments?sort=newest", "/2026/11/06/who-owns-noon/comments?sort=most-replied", "/comments/1", "/readers/1", "/readers/1?language=ar",
        "/feed.atom", "/feed.rss", "/feed.json", "/en/feed.atom", "/uk/feed.rss", "/ar/feed.json", "/sections/waters/feed.atom", "/sections/waters/feed.rss?language=uk", "/topics/trains/feed.json",
        "/series/night-trains/feed.atom", "/contributors/ilse-brandvold/feed.rss", "/contributors/thekla-maragou/author/feed.atom", "/sources/to-mouragio/feed.json", "/corrections/feed.json",
        "/2026/11/06/who-owns-noon/feed.atom", "/2026/11/06/who-owns-noon/feed.rss", "/2026/11/06/who-owns-noon/feed.json",
        "/languages", "/languages?language=uk", "/sections/waters?languages=en,uk", "/archive?languages=ar", "/sections/waters/feed.rss?languages=uk", "/newsletter?languages=uk",
        "/2026/11/06/who-owns-noon/cite", "/2026/11/06/who-owns-noon/cite.bib", "/2026/11/06/who-owns-noon/cite.ris", "/2026/11/06/who-owns-noon/cite.json", "/2026/11/06/who-owns-noon/republish",
        "/2026/11/16/leave-the-slow-tram-alone/republish", "/2026/11/06/who-owns-noon/comments/embed",
    ];

    public static TheoryData<string, HttpStatusCode> WrongAddresses => new()
    {
        { "/nowhere", HttpStatusCode.NotFound },
        { "/xx", HttpStatusCode.NotFound },
        { "/sections/nowhere", HttpStatusCode.NotFound },
        { "/sections/UPPER", HttpStatusCode.NotFound },
        { "/contributors/nobody", HttpStatusCode.NotFound },
        { "/contributors/ilse-brandvold/pilot", HttpStatusCode.NotFound },
        { "/sources/nowhere", HttpStatusCode.NotFound },
        { "/2026/13", HttpStatusCode.NotFound },
        { "/2026/02/30", HttpStatusCode.NotFound },
        { "/0000/01/01", HttpStatusCode.NotFound },
        { "/2026/02/30/who-owns-noon", HttpStatusCode.NotFound },
        { "/2026/11/06/Who-Owns-Noon", HttpStatusCode.NotFound },
        { "/2026/11/07/who-owns-noon", HttpStatusCode.NotFound },
        { "/2026/11/06/who-owns-noon/comments?after=zz", HttpStatusCode.BadRequest },
        { "/2026/11/06/who-owns-noon/comments?after=-1", HttpStatusCode.BadRequest },
        { "/2026/11/06/who-owns-noon/comments?after=99999999999999", HttpStatusCode.BadRequest },
        { "/2026/11/06/who-owns-noon/comments?sort=most-replied&after=7", HttpStatusCode.BadRequest },
        { "/2026/11/06/who-owns-noon/comments?sort=worst", HttpStatusCode.NotFound },
        { "/2026/11/06/who-owns-noon/comments?after=2147483647", HttpStatusCode.NotFound },
        { "/comments/0", HttpStatusCode.NotFound },
        { "/comments/2147483647", HttpStatusCode.NotFound },
        { "/comments/99999999999", HttpStatusCode.NotFound },
        { "/comments/1?after=x", HttpStatusCode.BadRequest },
        { "/readers/0", HttpStatusCode.NotFound },
        { "/readers/2147483647", HttpStatusCode.NotFound },
        { "/readers/1?after=x", HttpStatusCode.BadRequest },
        { "/readers/1?after=0", HttpStatusCode.NotFound },
        { "/sections/waters?page=0", HttpStatusCode.NotFound },
        { "/sections/waters?page=2147483647", HttpStatusCode.NotFound },
        { "/sections/waters?page=1&page=2", HttpStatusCode.NotFound },
        { "/sections/waters?languages=xx", HttpStatusCode.NotFound },
        { "/feed.atom?languages=xx", HttpStatusCode.NotFound },
        { "/feed.exe", HttpStatusCode.NotFound },
        { "/feed.ATOM", HttpStatusCode.NotFound },
        { "/xx/feed.atom", HttpStatusCode.NotFound },
        { "/feed.atom?language=xx", HttpStatusCode.NotFound },
        { "/feed.rss?language=uk&language=ar", HttpStatusCode.NotFound },
        { "/sections/nowhere/feed.atom", HttpStatusCode.NotFound },
        { "/topics/nowhere/feed.rss", HttpStatusCode.NotFound },
        { "/series/nowhere/feed.json", HttpStatusCode.NotFound },
        { "/sources/nowhere/feed.atom", HttpStatusCode.NotFound },
        { "/contributors/nobody/feed.atom", HttpStatusCode.NotFound },
        { "/contributors/ilse-brandvold/pilot/feed.atom", HttpStatusCode.NotFound },
        { "/2026/11/07/who-owns-noon/feed.atom", HttpStatusCode.NotFound },
        { "/2026/02/30/who-owns-noon/feed.rss", HttpStatusCode.NotFound },
        { "/2026/11/06/who-owns-noon/cite.exe", HttpStatusCode.NotFound },
        { "/2026/02/30/who-owns-noon/cite", HttpStatusCode.NotFound },
        { "/2026/11/07/who-owns-noon/cite.bib", HttpStatusCode.NotFound },
        { "/2026/11/07/who-owns-noon/republish", HttpStatusCode.NotFound },
        { "/2026/11/07/who-owns-noon/comments/embed", HttpStatusCode.NotFound },
        { "/oembed", HttpStatusCode.BadRequest },
        { "/about?language=xx", HttpStatusCode.NotFound },
        { "/about?language=uk&language=ar", HttpStatusCode.NotFound },
    };

    protected Newsroom Newsroom => newsroom;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_is_the_same_bytes_for_everyone(string address)
    {
        using var reader = newsroom.Reader();

        using var first = await reader.GetAsync(address, cancel);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Contains("default-src 'none'", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.NotNull(first.Headers.ETag);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", "who=me" }, { "Accept-Language", "ar" } } };
        using var second = await reader.SendAsync(request, cancel);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(cancel), await second.Content.ReadAsByteArrayAsync(cancel));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_kept_page_asks_the_database_nothing_and_answers_304(string address)
    {
        using var reader = newsroom.Reader();
        using var first = await reader.GetAsync(address, cancel);
        newsroom.Statements.Reset();

        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var again = await reader.SendAsync(request, cancel);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(0, newsroom.Statements.Count);
    }

    [Theory]
    [MemberData(nameof(WrongAddresses))]
    public async Task A_wrong_address_gets_a_page_that_says_so(string address, HttpStatusCode status)
    {
        using var reader = newsroom.Reader();

        using var response = await reader.GetAsync(address, cancel);

        Assert.Equal(status, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/2026/11/06/who-owns-noon")]
    [InlineData("/2026/10/02/the-corridor-window")]
    [InlineData("/2026/11/17/a-city-is-measured-in-benches")]
    public async Task An_article_page_takes_five_statements_at_most(string address)
    {
        using var reader = newsroom.Reader();
        newsroom.Forget();
        newsroom.Statements.Reset();

        using var response = await reader.GetAsync(address, cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange(newsroom.Statements.Count, 2, 5);
    }

    [Fact]
    public async Task Slashes_at_the_end_and_old_slugs_lead_to_the_article_for_good()
    {
        using var reader = newsroom.Reader();
        await newsroom.InDatabase(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Slug == "the-corridor-window", cancel);
            if (!await db.Redirects.AnyAsync(r => r.Path == "/2026/10/02/an-older-name", cancel))
            {
                db.Redirects.Add(new Redirect("/2026/10/02/an-older-name", article));
                await db.SaveChangesAsync(cancel);
            }

            return 0;
        });

        using var slash = await reader.GetAsync("/2026/10/02/the-corridor-window/", cancel);
        using var old = await reader.GetAsync("/2026/10/02/an-older-name", cancel);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/2026/10/02/the-corridor-window"), (slash.StatusCode, slash.Headers.Location!.ToString()));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/2026/10/02/the-corridor-window"), (old.StatusCode, old.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_with_its_note_and_a_draft_and_a_scheduled_one_were_never_there()
    {
        using var reader = newsroom.Reader();
        await Publish("taken-back", a => a.Withdraw(Newsroom.Now.UtcDateTime, "The author asked for it."));
        await Publish("not-yet", _ => { }, Newsroom.Now.UtcDateTime.AddYears(2));

        using var gone = await reader.GetAsync("/2026/01/05/taken-back", cancel);
        using var later = await reader.GetAsync("/2028/11/24/not-yet", cancel);

        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("The author asked for it.", await gone.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, later.StatusCode);
        Assert.DoesNotContain("not-yet", await reader.GetStringAsync("/sections/time", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_of_ten_thousand_replies_is_printed()
    {
        var article = await Publish("a-long-quarrel", _ => { });
        var last = await newsroom.InDatabase(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var stored = await db.Articles.SingleAsync(a => a.Id == article, cancel);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var commenting = new Commenting(db);
            var top = Comment.Under(stored, null, "Anna", Newsroom.Now.UtcDateTime);
            top.Write("It began here.");
            await commenting.AppendAsync(top, cancel);
            // One row by the front door, the rest as a copy of it: ten thousand saves would be the test's own cost.
            var parent = top.Id;
            var thread = top.Id;
            for (var depth = 2; depth <= 10_000; depth++)
            {
                await db.Database.ExecuteSqlAsync($"""
                    INSERT INTO "Comments" ("Id", "ArticleId", "ParentId", "ThreadId", "Depth", "ThreadPosition", "ReplyCount", "UsefulCount", "Merit", "Revision", "ParentIsApproximate", "Status", "AuthorName", "PostedAt", "Language", "BodyMarkdown", "BodyHtml", "MarkupVersion")
                    SELECT {parent + 1}, "ArticleId", {parent}, {thread}, {depth}, {depth}, 0, 0, 0, 1, "ParentIsApproximate", "Status", "AuthorName", "PostedAt", "Language", "BodyMarkdown", "BodyHtml", "MarkupVersion" FROM "Comments" WHERE "Id" = {thread}
                    """, cancel);
                parent++;
            }

            if (db is Data.PostgresNewsDbContext)
            {
                // Keys given by hand do not move the sequence that gives the next one.
                await db.Database.ExecuteSqlAsync($"""SELECT setval(pg_get_serial_sequence('"Comments"', 'Id'), {parent})""", cancel);
            }

            await commenting.RecountAsync(article, cancel);
            await transaction.CommitAsync(cancel);
            return parent;
        });
        using var reader = newsroom.Reader();

        var page = await reader.GetStringAsync("/2026/01/05/a-long-quarrel", cancel);
        var deepest = await reader.GetStringAsync($"/comments/{last}", cancel);

        Assert.Contains("9,940", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"c-{last}\"", deepest, StringComparison.Ordinal);
        Assert.Contains("9,993", deepest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chrome_follows_the_language_and_runs_its_way()
    {
        using var reader = newsroom.Reader();

        Assert.Contains("<html lang=\"uk\" dir=\"ltr\">", await reader.GetStringAsync("/uk", cancel), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", await reader.GetStringAsync("/ar", cancel), StringComparison.Ordinal);
        Assert.Contains("Виправлення", await reader.GetStringAsync("/corrections?language=uk", cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("TRACE")]
    [InlineData("DELETE")]
    public async Task Only_reading_is_offered(string method)
    {
        using var reader = newsroom.Reader();

        using var response = await reader.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"), cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private Task<Seeds.SeedReport> LoadSeeds() => newsroom.InDatabase(db =>
        new Seeds.SeedLoader(db, new Media.PictureStore(Path.Combine(Path.GetTempPath(), "newssite-tests-media"), Path.Combine(Path.GetTempPath(), "newssite-tests-media-hidden")))
            .LoadAsync(Path.Combine(AppContext.BaseDirectory, "seeds"), TimeZoneInfo.Utc, cancel));

    [Fact]
    public async Task A_second_seed_writes_nothing()
    {
        // Other tests make up the front pages by hand; the first load brings the seeds' own back.
        await LoadSeeds();
        var report = await LoadSeeds();

        Assert.Empty(report.Problems);
        Assert.Equal((0, 0, 0), (report.NewArticles, report.NewComments, report.Changes));
    }

    /// <summary>Publishes a piece on 5 January 2026, or at the time given, under the section "time".</summary>
    private Task<int> Publish(string slug, Action<Article> then, DateTime? at = null) => newsroom.InDatabase(async db =>
    {
        var section = await db.Sections.SingleAsync(s => s.Slug == "time", cancel);
        var article = new Article(new Work(slug), "en", slug, slug, section, Genre.Report);
        article.Write("Some text.");
        article.Publish(at ?? new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc);
        then(article);
        db.Add(article);
        await db.SaveChangesAsync(cancel);
        return article.Id;
    });
}

public sealed class PublicPagesOnSqlite(SqliteNewsroom newsroom) : PublicPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class PublicPagesOnPostgres : PublicPages
{
    public PublicPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
