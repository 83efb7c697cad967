using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Desk;

namespace NewsSite.Web.Tests.Metadata;

/// <summary>What pages say of themselves to machines, on either database.</summary>
public abstract class MetadataTests(Newsroom newsroom)
{
    private static readonly XNamespace Maps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Images = "http://www.google.com/schemas/sitemap-image/1.1";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_published_article_has_a_graph_the_vocabulary_allows_in_which_a_translator_is_no_author()
    {
        using var reader = newsroom.Reader();
        var paths = (await newsroom.InDatabase(db => db.Articles.Published(newsroom.Clock.GetUtcNow().UtcDateTime).OrderBy(a => a.Id).Take(31).ToListAsync(cancel))).Select(a => a.Address!.Value.ToString()!).ToList();
        Assert.True(paths.Count > 25);
        foreach (var path in paths)
        {
            var (graph, page) = await GraphAsync(reader, path);

            Assert.Equal((path, ""), (path, string.Join(" ", SchemaOrg.Faults(graph))));
            var article = graph["@graph"]![0]!;
            Assert.NotEmpty(Ids(article["author"]));
            Assert.Empty(Ids(article["author"]).Intersect(Ids(article["translator"])));
            Assert.Equal(Ids(article["author"]).Count(), Regex.Count(page, "<meta name=\"citation_author\""));
        }
    }

    [Fact]
    public async Task A_translation_says_what_it_translates_and_by_way_of_which_of_ours()
    {
        var actor = await newsroom.Editor("Graph Greta");
        var (first, path) = await newsroom.Out(actor, "Said to machines </script><b>&\"'");
        using var editor = newsroom.As(actor.AccountId);
        using var reader = newsroom.Reader();

        var (graph, page) = await GraphAsync(reader, path);
        var article = graph["@graph"]![0]!;
        Assert.Equal("Said to machines </script><b>&\"'", (string?)article["headline"]);
        Assert.Equal(("https://outlet.example/piece", "uk", "Стаття", "2026-11-01"), ((string?)article["translationOfWork"]!["url"], (string?)article["translationOfWork"]!["inLanguage"], (string?)article["translationOfWork"]!["headline"], (string?)article["translationOfWork"]!["datePublished"]));
        Assert.Equal(Ids(article["author"]), Ids(article["translationOfWork"]!["author"]));
        Assert.Null(article["isBasedOn"]);
        Assert.Contains("<meta property=\"og:title\" content=\"Said to machines &lt;/script&gt;", page, StringComparison.Ordinal);

        using var begun = await editor.Submit($"/desk/articles/new?versionOf={first}", ("tongue", "ar"));
        var id = int.Parse(begun.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var content = (await newsroom.Use((Drafting d) => d.RevisionAsync(id, 1, cancel)))!.Content;
        content = content with { Headline = "By way of English", Body = "نص.\n", Credits = [.. content.Credits, new ContentCredit(CreditRole.Translator, await newsroom.InDatabase(db => db.Contributors.Select(c => c.Id).MaxAsync(cancel)))] };
        await newsroom.Use((Drafting d) => d.SaveAsync(actor, new DraftSave { ArticleId = id, Base = 1, Content = content }, cancel));
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(actor, [(id, 2)]))).Why);
        var (relay, _) = await GraphAsync(reader, await newsroom.PathOf(id));

        Assert.Equal("https://outlet.example/piece", (string?)relay["@graph"]![0]!["translationOfWork"]!["url"]);
        Assert.Equal($"http://localhost{path}#article", (string?)relay["@graph"]![0]!["isBasedOn"]!["@id"]);
    }

    [Fact]
    public async Task The_sitemaps_name_all_readers_have_with_languages_and_pictures_and_nothing_else()
    {
        var actor = await newsroom.Editor("Map Mara");
        await newsroom.Begun(actor, (await newsroom.Complete("Mapped never")) with { Slug = "mapped-never" });
        var (_, fresh) = await newsroom.Out(actor, "Mapped at once");
        using var reader = newsroom.Reader();

        var index = await XmlAsync(reader, "/sitemap.xml");
        var files = index.Descendants(Maps + "loc").Select(l => new Uri(l.Value).PathAndQuery).ToList();
        var maps = new List<XDocument>();
        foreach (var file in files)
        {
            maps.Add(await XmlAsync(reader, file));
        }

        Assert.Equal("sitemapindex", index.Root!.Name.LocalName);
        Assert.Empty(maps.Append(index).Append(await XmlAsync(reader, "/news-sitemap.xml")).SelectMany(SitemapSchemas.Faults));
        Assert.Equal("/sitemap-pages.xml", files[0]);
        var mapped = maps.SelectMany(m => m.Descendants(Maps + "loc")).Select(l => new Uri(l.Value).PathAndQuery).ToList();
        Assert.Equal(mapped.Count, mapped.Distinct().Count());
        Assert.Contains(fresh, mapped);
        Assert.DoesNotContain(mapped, m => m.Contains("mapped-never", StringComparison.Ordinal));
        Assert.Contains(mapped, m => m.EndsWith("/letters-on-a-shop-sign", StringComparison.Ordinal));

        var linked = maps.Skip(1).SelectMany(m => m.Descendants(Maps + "url")).Where(u => u.Elements(Xhtml + "link").Any()).ToList();
        Assert.NotEmpty(linked);
        Assert.All(linked, u =>
        {
            var versions = u.Elements(Xhtml + "link").Select(l => (string)l.Attribute("href")!).ToList();
            Assert.True(versions.Count > 1);
            Assert.Contains(u.Element(Maps + "loc")!.Value, versions);
            Assert.All(versions, v => Assert.Contains(new Uri(v).PathAndQuery, mapped));
        });
        Assert.NotEmpty(maps.SelectMany(m => m.Descendants(Images + "loc")));
        foreach (var nothing in new[] { "/sitemap-1999-01.xml", "/sitemap-2026-13.xml", "/sitemap-0000-01.xml" })
        {
            using var answer = await reader.GetAsync(nothing, cancel);
            Assert.Equal((nothing, HttpStatusCode.NotFound), (nothing, answer.StatusCode));
        }
    }

    [Fact]
    public async Task News_is_what_appeared_here_in_two_days_under_its_own_language()
    {
        var (id, path) = await newsroom.Out(await newsroom.Editor("News Nina"), "New <today> & here");
        using var reader = newsroom.Reader();

        var map = await XmlAsync(reader, "/news-sitemap.xml");

        var since = newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(-2).AddMinutes(-10);
        var item = map.Descendants(Maps + "url").Single(u => new Uri(u.Element(Maps + "loc")!.Value).AbsolutePath == path).Element(News + "news")!;
        Assert.Equal(("en", "New <today> & here"), (item.Element(News + "publication")!.Element(News + "language")!.Value, item.Element(News + "title")!.Value));
        Assert.All(map.Descendants(News + "publication_date"), d => Assert.True(DateTime.Parse(d.Value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal) > since));
        Assert.True(await newsroom.InDatabase(db => db.Articles.AnyAsync(a => a.Id == id, cancel)));
    }

    [Theory]
    [InlineData("<url><lastmod>2026-11-24</lastmod></url>")]
    [InlineData("<url><loc>/relative</loc></url>")]
    [InlineData("<url><loc>https://a.example/</loc><lastmod>yesterday</lastmod></url>")]
    [InlineData("<url><loc>https://a.example/</loc></url><url><loc>https://a.example/</loc></url>")]
    [InlineData("<url><loc>https://a.example/</loc><link xmlns='http://www.w3.org/1999/xhtml' rel='alternate' href='https://a.example/'/></url>")]
    [InlineData("<url><loc>https://a.example/</loc><image xmlns='http://www.google.com/schemas/sitemap-image/1.1'/></url>")]
    [InlineData("<url><loc>https://a.example/</loc><news xmlns='http://www.google.com/schemas/sitemap-news/0.9'><title>x</title></news></url>")]
    public void The_schemas_of_sitemaps_find_what_is_wrong(string wrong) =>
        Assert.NotEmpty(SitemapSchemas.Faults(XDocument.Parse($"<urlset xmlns='{Maps}'>{wrong}</urlset>")));

    [Theory]
    [InlineData("zh-Hant-TW", "zh-tw")]
    [InlineData("zh", "zh-cn")]
    [InlineData("pt-BR", "pt")]
    [InlineData("uk", "uk")]
    public void A_news_sitemap_writes_languages_as_it_must(string tag, string written) => Assert.Equal(written, Web.Metadata.Sitemap.NewsLanguage(tag));

    [Fact]
    public async Task Crawlers_are_asked_to_leave_alone_what_is_nobodys_and_those_refused_everything()
    {
        using var reader = newsroom.Reader();
        var usual = await reader.GetStringAsync("/robots.txt", cancel);
        await using var refusing = newsroom.WithWebHostBuilder(host => host.UseSetting("Crawlers:Refuse:0", "GPTBot"));
        using var other = refusing.CreateClient();
        await using var closed = newsroom.WithWebHostBuilder(host => host.UseSetting("Crawlers:Allow", "false"));
        using var unseen = closed.CreateClient();

        Assert.Contains("User-agent: *\nDisallow: /account\nDisallow: /desk\n", usual, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http://localhost/sitemap.xml\n", usual, StringComparison.Ordinal);
        Assert.StartsWith("User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\n", await other.GetStringAsync("/robots.txt", cancel), StringComparison.Ordinal);
        Assert.Equal("User-agent: *\nDisallow: /\n", await unseen.GetStringAsync("/robots.txt", cancel));
    }

    private async Task<(JsonNode Graph, string Page)> GraphAsync(HttpClient reader, string path)
    {
        var page = await reader.GetStringAsync(path, cancel);
        return (JsonNode.Parse(Regex.Match(page, "<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value)!, page);
    }

    private async Task<XDocument> XmlAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(path, cancel);
        Assert.Equal((path, HttpStatusCode.OK, "application/xml"), (path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
    }

    private static IEnumerable<string> Ids(JsonNode? people) => people?.AsArray().Select(p => (string)p!["@id"]!) ?? [];
}

public sealed class MetadataOnSqlite(SqliteNewsroom newsroom) : MetadataTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class MetadataOnPostgres : MetadataTests
{
    public MetadataOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
