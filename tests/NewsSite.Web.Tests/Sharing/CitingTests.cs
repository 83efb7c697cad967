using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;

namespace NewsSite.Web.Tests.Sharing;

/// <summary>How pieces are cited, on either database; read back by programs that are not ours.</summary>
public abstract class CitingTests(Newsroom newsroom) : SharingStage(newsroom)
{
    private const string Hard = "50% of {all} \\trams_ & #1 ~ $2 ^ \"two\" and </textarea><b>three</b>";

    private static readonly XNamespace Mods = "http://www.loc.gov/mods/v3";

    /// <summary>The names CSL-JSON 1.0.2 has, as far as they could stand here; its schema lets nothing else through.</summary>
    private static readonly HashSet<string> CslNames =
    [
        "type", "id", "citation-key", "language", "author", "editor", "interviewer", "translator", "original-author", "accessed", "issued", "original-date", "container-title", "custom", "genre",
        "note", "original-publisher", "original-title", "publisher", "section", "title", "title-short", "URL",
    ];

    [Fact]
    public async Task BibTeX_is_read_back_with_every_character_and_the_translator_apart_from_the_author()
    {
        ReferenceManager.SkipUnlessThere();
        var (_, path) = await Shared(headline: Hard);

        var text = await PageAsync($"{path}/cite.bib");
        var entry = await ReferenceManager.BibTexAsync(text, Cancel);
        var mods = await ReferenceManager.ModsAsync("bib2xml", text, Cancel);

        Assert.Equal(("article", $"{path.Split('/')[^1]}-2026"), (entry.Kind, entry.Id));
        Assert.Equal(Hard, entry.Fields["title"]);
        Assert.Equal(["Olena Tkach-Lysenko"], entry.Authors);
        Assert.Equal(["Nora & Whitcombe, jr"], entry.Translators);
        Assert.Equal(("2026-11-20", "2026", "english", $"http://localhost{path}"), (entry.Fields["date"], entry.Fields["year"], entry.Fields["langid"], entry.Fields["url"]));
        Assert.Equal(("Не чіпайте {повільний} трамвай", "ukrainian", "2026-03-02", "Dnipro_Courier"), (entry.Fields["origtitle"], entry.Fields["origlanguage"], entry.Fields["origdate"], entry.Fields["origpublisher"]));
        Assert.Equal(["Olena Tkach-Lysenko: author", "Nora & Whitcombe, jr: translator"], mods.Elements(Mods + "name").Select(n => $"{n.Element(Mods + "namePart")!.Value}: {n.Descendants(Mods + "roleTerm").First().Value}"));
    }

    [Fact]
    public async Task RIS_is_read_back_and_nothing_in_it_can_begin_a_line()
    {
        ReferenceManager.SkipUnlessThere();
        var (_, path) = await Shared(headline: "A line\r\nER  - \r\nTY  - BOOK and  more");

        var text = await PageAsync($"{path}/cite.ris");
        var mods = await ReferenceManager.ModsAsync("ris2xml", text, Cancel);

        Assert.Equal("A line ER - TY - BOOK and more", mods.Element(Mods + "titleInfo")!.Element(Mods + "title")!.Value);
        Assert.Equal("Olena Tkach-Lysenko", string.Join(" ", Assert.Single(mods.Elements(Mods + "name")).Elements(Mods + "namePart").Select(p => p.Value)));
        Assert.Equal($"http://localhost{path}", mods.Descendants(Mods + "url").Single().Value);
        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines[..^1], line => Assert.Matches("^[A-Z][A-Z0-9]  - [^\r\n]*$", line));
        Assert.Contains("A4  - Nora & Whitcombe jr", lines);
        Assert.Equal(("TY  - NEWS", "ER  - "), (lines[0], lines[^2]));
        Assert.Contains("N1  - Original: Не чіпайте {повільний} трамвай, Dnipro_Courier, uk, 2026-03-02, https://dnipro-courier.example/2026/03/tram?a=%7Bb%7D&c=%25d", lines);
    }

    [Fact]
    public async Task CSL_JSON_has_only_names_the_schema_knows_and_says_what_was_translated()
    {
        var (_, path) = await Shared(headline: Hard);

        var item = Assert.Single(JsonNode.Parse(await PageAsync($"{path}/cite.json"))!.AsArray())!.AsObject();

        Assert.Empty(item.Select(p => p.Key).Except(CslNames));
        Assert.Equal(("article-newspaper", Hard, "en"), ((string?)item["type"], (string?)item["title"], (string?)item["language"]));
        Assert.Equal("""[{"literal":"Olena Tkach-Lysenko"}]""", item["author"]!.ToJsonString());
        Assert.Equal("""{"date-parts":[[2026,11,20]]}""", item["issued"]!.ToJsonString());
        Assert.Equal("""{"date-parts":[[2026,3,2]]}""", item["original-date"]!.ToJsonString());
        Assert.Equal("Nora & Whitcombe, jr", (string?)item["translator"]![0]!["literal"]);
        Assert.Equal(("Не чіпайте {повільний} трамвай", "Олена Ткач-Лисенко", "Dnipro_Courier"), ((string?)item["original-title"], (string?)item["original-author"]![0]!["literal"], (string?)item["original-publisher"]));
        Assert.Equal(("uk", "https://archive.example/1"), ((string?)item["custom"]!["original-language"], (string?)item["custom"]!["original-archive"]));
    }

    [Fact]
    public async Task The_page_has_four_forms_that_can_be_copied_and_the_plain_one_names_everybody()
    {
        var (_, path) = await Shared(headline: Hard);

        var page = await PageAsync($"{path}/cite");

        var fields = Fields(page);
        Assert.Equal(4, fields.Count);
        Assert.Equal(
            $"Olena Tkach-Lysenko, “{Hard}”, translated from Ukrainian by Nora & Whitcombe, jr, NewsSite, 20 November 2026, http://localhost{path}. "
                + "First published: “Не чіпайте {повільний} трамвай”, Dnipro_Courier, 2 March 2026, https://dnipro-courier.example/2026/03/tram?a=%7Bb%7D&c=%25d",
            fields[0]);
        foreach (var (field, ending) in fields.Skip(1).Zip(["bib", "ris", "json"]))
        {
            Assert.Equal((await PageAsync($"{path}/cite.{ending}")).ReplaceLineEndings("\n"), field.ReplaceLineEndings("\n"));
        }

        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_is_left_out_and_an_interviewer_is_no_author_beside_one()
    {
        var (_, path) = await Shared(a =>
        {
            a.Source!.Title = a.Source.Url = a.Source.Language = a.Source.ArchivedUrl = null;
            a.Source.PublishedOn = null;
            a.AddCredit(CreditRole.Interviewer, new Contributor(a.Slug + "-asks", "Iris Ask"));
            a.AddCredit(CreditRole.Author, new Contributor(a.Slug + "-second", "Oleh and Co"));
        });
        var (_, own) = await Shared(a =>
        {
            a.Source = null;
            a.Credits.Clear();
        });

        var bib = await PageAsync($"{path}/cite.bib");
        var csl = JsonNode.Parse(await PageAsync($"{path}/cite.json"))![0]!.AsObject();
        var ris = await PageAsync($"{own}/cite.ris");

        Assert.Contains("author = {{Olena Tkach-Lysenko} and {Oleh and Co}},", bib, StringComparison.Ordinal);
        Assert.DoesNotContain("origtitle", bib, StringComparison.Ordinal);
        Assert.DoesNotContain("origdate", bib, StringComparison.Ordinal);
        Assert.DoesNotContain("Iris Ask", bib, StringComparison.Ordinal);
        Assert.Equal("Iris Ask", (string?)csl["interviewer"]![0]!["literal"]);
        Assert.False(csl.ContainsKey("original-date") || csl.ContainsKey("custom") || csl.ContainsKey("original-title"));
        Assert.DoesNotContain("AU  - ", ris, StringComparison.Ordinal);
        Assert.DoesNotContain("N1  - ", ris, StringComparison.Ordinal);
        Assert.DoesNotContain("First published", Fields(await PageAsync($"{own}/cite"))[0], StringComparison.Ordinal);
        Assert.StartsWith("“A piece to be shared”", Fields(await PageAsync($"{own}/cite"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uk", "переклад з польської: Nora & Whitcombe, jr")]
    [InlineData("ar", "ترجمة Nora & Whitcombe, jr")]
    public async Task The_plain_form_is_in_the_words_of_the_article(string language, string translated)
    {
        var (_, path) = await Shared(a => a.Source!.Language = "pl", "Заголовок", language: language);

        Assert.Contains(translated, Fields(await PageAsync($"{path}/cite"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_article_of_the_sample_publication_can_be_cited()
    {
        ReferenceManager.SkipUnlessThere();
        var paths = (await Newsroom.InDatabase(db => db.Articles.Published(Now).OrderBy(a => a.Id).Take(31).ToListAsync(Cancel))).Select(a => a.Address!.Value.ToString()!).ToList();
        foreach (var path in paths)
        {
            var entry = await ReferenceManager.BibTexAsync(await PageAsync($"{path}/cite.bib"), Cancel);
            var item = JsonNode.Parse(await PageAsync($"{path}/cite.json"))![0]!;

            Assert.NotEmpty(entry.Authors);
            Assert.Empty(entry.Authors.Intersect(entry.Translators));
            Assert.Equal(entry.Fields["title"], (string?)item["title"]);
            Assert.Equal(entry.Authors, item["author"]!.AsArray().Select(a => (string?)a!["literal"]));
        }
    }

    [Theory]
    [InlineData("bib", "application/x-bibtex", "utf-8")]
    [InlineData("ris", "application/x-research-info-systems", "utf-8")]
    [InlineData("json", "application/vnd.citationstyles.csl+json", null)]
    public async Task A_file_has_its_type_and_name_also_when_it_is_kept_and_goes_with_the_piece(string ending, string type, string? charset)
    {
        var (id, path) = await Shared();
        using var reader = Newsroom.Reader();

        for (var time = 0; time < 2; time++)
        {
            Newsroom.Statements.Reset();
            using var file = await reader.GetAsync($"{path}/cite.{ending}", Cancel);
            Assert.Equal((type, charset), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentType.CharSet));
            Assert.Equal($"attachment; filename=\"{path.Split('/')[^1]}-2026.{ending}\"", file.Content.Headers.ContentDisposition!.ToString());
            Assert.False(file.Headers.Contains("Set-Cookie"));
            Assert.InRange(Newsroom.Statements.Count, 0, time == 0 ? 2 : 0);
        }

        await Newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == id, Cancel)).Withdraw(Now, "Taken back.");
            return await db.SaveChangesAsync(Cancel);
        });
        using var gone = await reader.GetAsync($"{path}/cite.{ending}", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_article_leads_to_its_citation_and_an_old_address_too()
    {
        var (id, path) = await Shared();
        await Newsroom.InDatabase(async db =>
        {
            db.Redirects.Add(new Redirect($"{path}-before", await db.Articles.SingleAsync(a => a.Id == id, Cancel)));
            return await db.SaveChangesAsync(Cancel);
        });
        using var reader = Newsroom.Reader();

        var page = await PageAsync(path);

        Assert.Contains($"<link rel=\"alternate\" type=\"application/vnd.citationstyles.csl+json\" href=\"http://localhost{path}/cite.json\">", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{path}/cite\"", page, StringComparison.Ordinal);
        foreach (var below in (string[])["/cite", "/cite.bib", "/cite.ris", "/cite.json", "/republish", "/comments/embed"])
        {
            using var moved = await reader.GetAsync($"{path}-before{below}", Cancel);
            Assert.Equal((HttpStatusCode.MovedPermanently, path + below), (moved.StatusCode, moved.Headers.Location?.ToString()));
        }
    }
}

public sealed class CitingOnSqlite(SqliteNewsroom newsroom) : CitingTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class CitingOnPostgres : CitingTests
{
    public CitingOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
