using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Web.Tests.Sharing;

/// <summary>What other sites are told and may show, on either database. The newsroom of the tests lets <c>blog.example</c> and <c>*.partner.example</c> show conversations.</summary>
public abstract class EmbeddingTests(Newsroom newsroom) : SharingStage(newsroom)
{
    public static TheoryData<string, int, string> Odd => new()
    {
        { "", 400, "Name the address" },
        { "?url=", 400, "Name the address" },
        { "?url=HERE&url=HERE", 400, "once" },
        { "?url=HERE&format=yaml", 501, "json and xml" },
        { "?url=HERE&format=", 501, "json and xml" },
        { "?url=HERE&format=json&format=xml", 400, "once" },
        { "?url=HERE&maxwidth=0", 400, "whole numbers" },
        { "?url=HERE&maxwidth=-5", 400, "whole numbers" },
        { "?url=HERE&maxheight=ten", 400, "whole numbers" },
        { "?url=HERE&maxheight=99999999999999", 400, "whole numbers" },
        { "?url=javascript:alert(1)", 404, "no article" },
        { "?url=%00", 404, "no article" },
        { "?url=/2026/11/06/who-owns-noon", 404, "no article" },
        { "?url=http://localhost/", 404, "no article" },
        { "?url=http://localhost/2026/11/06/nobody-wrote-this", 404, "no article" },
        { "?url=http://localhost/2026/13/45/who-owns-noon", 404, "no article" },
        { "?url=http://elsewhere.example/2026/11/06/who-owns-noon", 404, "no article" },
        { "?url=http://localhost@elsewhere.example/2026/11/06/who-owns-noon", 404, "no article" },
        { "?url=ftp://localhost/2026/11/06/who-owns-noon", 404, "no article" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_question_that_cannot_be_answered_gets_a_sentence(string query, int status, string sentence)
    {
        using var reader = Newsroom.Reader();

        using var answer = await reader.GetAsync($"/oembed{query.Replace("HERE", "http://localhost/2026/11/06/who-owns-noon", StringComparison.Ordinal)}", Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_piece_is_told_in_both_formats_with_everybody_named_and_without_script()
    {
        var (_, path) = await Shared(headline: "Told <b>&</b> \"quoted\"");
        var asked = Uri.EscapeDataString($"https://LOCALHOST{path}/?utm=1#comments");

        var json = JsonNode.Parse(await PageAsync($"/oembed?url={asked}"))!;
        var xml = XDocument.Parse(await PageAsync($"/oembed?url={asked}&format=xml")).Root!;

        Assert.Equal(("rich", "1.0", "Told <b>&</b> \"quoted\"", "Olena Tkach-Lysenko", "NewsSite", "http://localhost/"), ((string?)json["type"], (string?)json["version"], (string?)json["title"], (string?)json["author_name"], (string?)json["provider_name"], (string?)json["provider_url"]));
        var html = (string)json["html"]!;
        Assert.StartsWith($"<blockquote cite=\"http://localhost{path}\" lang=\"en\" dir=\"ltr\"><p><a href=\"http://localhost{path}\">Told &lt;b&gt;&amp;&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Nora &amp; Whitcombe, jr", html, StringComparison.Ordinal);
        Assert.Contains("First published by", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(("oembed", html, "600"), (xml.Name.LocalName, xml.Element("html")!.Value, xml.Element("width")!.Value));
        Assert.Equal(json.AsObject().Select(p => p.Key), xml.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public async Task The_room_there_is_decides_what_is_told()
    {
        var card = await Newsroom.InDatabase(db => db.Articles.Published(Now).Where(a => a.Slug == "leave-the-slow-tram-alone").Cards.SingleAsync(Cancel));
        var address = $"/oembed?url=http://localhost{card.Address}";

        var (wide, narrow, tiny, thin) = (await Told(""), await Told("&maxwidth=500&maxheight=200"), await Told("&maxwidth=100"), await Told("&maxheight=1"));

        Assert.Equal((600, 960), ((int)wide["width"]!, (int)wide["thumbnail_width"]!));
        Assert.Equal(Math.Round(960.0 * card.PictureHeight!.Value / card.PictureWidth!.Value), (int)wide["thumbnail_height"]!);
        Assert.Equal(("rich", 500, 200), ((string?)narrow["type"], (int)narrow["width"]!, (int)narrow["height"]!));
        Assert.True(narrow["thumbnail_width"] is null || ((int)narrow["thumbnail_width"]! <= 500 && (int)narrow["thumbnail_height"]! <= 200));
        Assert.All((JsonNode[])[tiny, thin], link =>
        {
            Assert.Equal("link", (string?)link["type"]);
            Assert.Null(link["html"] ?? link["width"] ?? link["height"] ?? link["thumbnail_url"]);
        });
        using var picture = await Newsroom.Reader().GetAsync(new Uri((string)wide["thumbnail_url"]!).PathAndQuery, Cancel);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);

        async Task<JsonNode> Told(string room) => JsonNode.Parse(await PageAsync(address + room))!;
    }

    [Fact]
    public async Task The_head_of_an_article_leads_to_what_is_told_of_it()
    {
        var (_, path) = await Shared();

        var page = await PageAsync(path);

        foreach (var (format, type) in ((string, string)[])[("json", "application/json"), ("xml", "text/xml")])
        {
            var link = System.Text.RegularExpressions.Regex.Match(page, $"<link rel=\"alternate\" type=\"{System.Text.RegularExpressions.Regex.Escape(type + "+oembed")}\" title=\"[^\"]+\" href=\"([^\"]+)\">").Groups[1].Value;
            using var answer = await Newsroom.Reader().GetAsync(new Uri(WebUtility.HtmlDecode(link)).PathAndQuery, Cancel);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Nothing_is_told_of_what_readers_do_not_have()
    {
        var (id, path) = await Shared();
        var (_, later) = await Shared(a => a.Redate(new DateTime(2099, 1, 5, 8, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc));
        await Newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == id, Cancel)).Withdraw(Now, "Taken back.");
            return await db.SaveChangesAsync(Cancel);
        });
        using var reader = Newsroom.Reader();

        foreach (var piece in (string[])[path, later])
        {
            foreach (var address in (string[])[$"/oembed?url=http://localhost{piece}", $"{piece}/cite", $"{piece}/cite.bib", $"{piece}/republish", $"{piece}/comments/embed"])
            {
                using var answer = await reader.GetAsync(address, Cancel);
                Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_conversation_may_be_framed_by_the_sites_named_also_when_it_is_kept_and_other_pages_by_none()
    {
        var (id, path) = await Shared();
        await Newsroom.InDatabase(async db =>
        {
            var commenting = new Commenting(db);
            var top = Comment.Under(await db.Articles.SingleAsync(a => a.Id == id, Cancel), null, "Anna", Now);
            top.Write("Said below it, with [a link](https://elsewhere.example/).");
            await commenting.AppendAsync(top, Cancel);
            await commenting.RecountAsync(id, Cancel);
            return 0;
        });
        using var reader = Newsroom.Reader();

        for (var time = 0; time < 2; time++)
        {
            Newsroom.Statements.Reset();
            using var frame = await reader.GetAsync($"{path}/comments/embed", Cancel);
            Assert.Equal(HttpStatusCode.OK, frame.StatusCode);
            var policy = frame.Headers.GetValues("Content-Security-Policy").Single();
            Assert.EndsWith("frame-ancestors blog.example *.partner.example", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.False(frame.Headers.Contains("X-Frame-Options"));
            Assert.False(frame.Headers.Contains("Set-Cookie"));
            Assert.Equal("noindex", frame.Headers.GetValues("X-Robots-Tag").Single());
            Assert.Equal("nosniff", frame.Headers.GetValues("X-Content-Type-Options").Single());
            var page = await frame.Content.ReadAsStringAsync(Cancel);
            Assert.Contains("Said below it", page, StringComparison.Ordinal);
            Assert.Contains("<base target=\"_blank\">", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
            Assert.InRange(Newsroom.Statements.Count, 0, time == 0 ? 5 : 0);
        }

        using var article = await reader.GetAsync(path, Cancel);
        Assert.Contains("frame-ancestors 'none'", article.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", article.Headers.GetValues("X-Frame-Options").Single());
        var tag = Fields(await PageAsync($"{path}/republish"))[^1];
        Assert.Equal($"<script src=\"http://localhost/embed.js\" data-article=\"http://localhost{path}\" async></script>", tag);
        using var script = await reader.GetAsync("/embed.js", Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (script.StatusCode, script.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_hidden_conversation_is_shown_nowhere_and_none_is_where_no_site_is_named()
    {
        var (_, hidden) = await Shared(a => a.Conversation = ConversationMode.Hidden);
        var (_, path) = await Shared();
        using var reader = Newsroom.Reader();
        using var answer = await reader.GetAsync($"{hidden}/comments/embed", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("embed.js", await PageAsync($"{hidden}/republish"), StringComparison.Ordinal);

        await using var off = Newsroom.WithWebHostBuilder(host => host.UseSetting("Embedding:Hosts", ""));
        using var elsewhere = off.CreateClient();
        using var none = await elsewhere.GetAsync($"{path}/comments/embed", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.DoesNotContain("embed.js", await elsewhere.GetStringAsync($"{path}/republish", Cancel), StringComparison.Ordinal);
    }
}

public sealed class EmbeddingOnSqlite(SqliteNewsroom newsroom) : EmbeddingTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class EmbeddingOnPostgres : EmbeddingTests
{
    public EmbeddingOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}

/// <summary>What the setting takes; the sentence it is refused with is read in <see cref="CommandTests"/>.</summary>
public sealed class EmbeddingHosts(SqliteNewsroom newsroom)
{
    [Theory]
    [InlineData("*")]
    [InlineData("blog.example;script-src")]
    [InlineData("blog.example *")]
    [InlineData("https://blog.example/path")]
    [InlineData("'self'")]
    [InlineData("blog.example,other.example")]
    [InlineData("ftp://blog.example")]
    public async Task A_host_that_is_none_stops_the_start(string hosts)
    {
        await using var wrong = newsroom.WithWebHostBuilder(host => host.UseSetting("Embedding:Hosts", hosts));

        Assert.Throws<InvalidOperationException>(() => wrong.CreateClient());
    }
}
