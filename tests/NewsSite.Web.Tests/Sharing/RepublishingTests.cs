using Microsoft.EntityFrameworkCore;
using NewsSite.Desk;
using NewsSite.Sources;

namespace NewsSite.Web.Tests.Sharing;

/// <summary>What others may republish, and what they get, on either database.</summary>
public abstract class RepublishingTests(Newsroom newsroom) : SharingStage(newsroom)
{
    private const string Rich = """
        Before [a link](/2026/11/06/who-owns-noon) and [another](https://elsewhere.example/a "title"), and `[code](/stays)`.

        ![A tram.](/media/PICTURE-960.webp "Under it.")

        ## A heading

        - one
        - two [^1]

        > Somebody said <so>.

        | a | b |
        |---|---|
        | 1 | [2](</in brackets>) |

        See [the reference][r].

        [r]: /2026/11

        [^1]: Translator’s note: it is so.
        """;

    public static TheoryData<PermissionState, string?, string?, int?, string> Permissions => new()
    {
        { PermissionState.Unknown, "CC BY 4.0", null, null, "No permission is recorded" },
        { PermissionState.Requested, "CC BY 4.0", null, null, "No permission is recorded" },
        { PermissionState.Granted, null, "By kind permission.", null, "given to NewsSite alone" },
        { PermissionState.Granted, " ", "CC BY 4.0", null, "given to NewsSite alone" },
        { PermissionState.Granted, "CC BY 4.0", null, null, "" },
        { PermissionState.Granted, "Ask us <first>.", null, 0, "" },
        { PermissionState.Granted, "CC BY 4.0", null, -1, "The permission ended on" },
        { PermissionState.OwnWork, null, null, null, "gave it to NewsSite alone" },
        { PermissionState.OwnWork, "CC BY-SA 4.0", null, 30, "" },
        { PermissionState.Licence, null, "Under CC BY-NC 4.0.", null, "" },
        { PermissionState.Licence, null, "Under a licence.", null, "which one is not recorded" },
        { PermissionState.Licence, "CC0 1.0", null, -1, "The permission ended on" },
        { PermissionState.FairUse, "CC BY 4.0", null, null, "as a quotation" },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task A_piece_is_there_to_be_republished_only_where_the_record_says_so_and_else_the_page_says_why(PermissionState state, string? terms, string? line, int? endsIn, string why)
    {
        var today = DateOnly.FromDateTime(Now);
        var (_, path) = await Shared(a => (a.Source!.PermissionState, a.Source.Terms, a.Source.Permission, a.Source.PermissionEnds) = (state, terms, line, endsIn is { } days ? today.AddDays(days) : null));

        var page = await PageAsync($"{path}/republish");

        if (why.Length == 0)
        {
            Assert.Contains("Republish this piece", page, StringComparison.Ordinal);
            Assert.Equal(endsIn is not null, page.Contains("The permission holds until", StringComparison.Ordinal));
            var forms = Fields(page)[..3];
            Assert.All(forms, form => Assert.Contains("Another one.", form, StringComparison.Ordinal));
            Assert.All(forms, form => Assert.Contains((terms ?? "CC BY-NC 4.0").Split('<')[0], form, StringComparison.Ordinal));
        }
        else
        {
            Assert.Contains("This piece may not be republished", page, StringComparison.Ordinal);
            Assert.Contains(why, page, StringComparison.Ordinal);
            Assert.DoesNotContain("Another one.", page, StringComparison.Ordinal);
            Assert.Contains("Dnipro_Courier", page, StringComparison.Ordinal);
            Assert.Contains("href=\"https://dnipro-courier.example/2026/03/tram?a={b}&amp;c=%d\"", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/about\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_permission_ends_with_its_day_though_the_page_is_kept()
    {
        var today = DateOnly.FromDateTime(Now);
        var (_, path) = await Shared(a => a.Source!.PermissionEnds = today);
        Assert.Contains("Another one.", await PageAsync($"{path}/republish"), StringComparison.Ordinal);

        var midnight = today.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        Newsroom.Clock.Advance(midnight - Now);

        Assert.DoesNotContain("Another one.", await PageAsync($"{path}/republish"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_form_names_author_translator_original_address_and_licence()
    {
        var (_, path) = await Shared(headline: "Of *stars* & <tags>");

        var forms = Fields(await PageAsync($"{path}/republish"));

        foreach (var form in forms.Take(3))
        {
            foreach (var said in (string[])["Olena Tkach-Lysenko", "from Ukrainian", "Whitcombe, jr", "Не чіпайте", "2 March 2026", "https://dnipro-courier.example/2026/03/tram", $"http://localhost{path}", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"])
            {
                Assert.Contains(said, form, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("<img", form, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", form, StringComparison.Ordinal);
        }

        Assert.StartsWith("<article lang=\"en\" dir=\"ltr\">\n<h1>Of *stars* &amp; &lt;tags&gt;</h1>", forms[0], StringComparison.Ordinal);
        Assert.StartsWith("# Of \\*stars\\* & \\<tags\\>\n", forms[1], StringComparison.Ordinal);
        Assert.StartsWith("Of *stars* & <tags>\n", forms[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Addresses_are_whole_notes_stay_and_only_pictures_others_may_show_come_along(bool shown)
    {
        var file = await PictureRecord(shown);
        var (_, path) = await Shared(body: Rich.Replace("PICTURE", file, StringComparison.Ordinal));

        var page = await PageAsync($"{path}/republish");
        var (html, markdown, text) = (Fields(page)[0], Fields(page)[1], Fields(page)[2]);

        Assert.Contains("<a href=\"http://localhost/2026/11/06/who-owns-noon\">a link</a>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://elsewhere.example/a\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#fn-1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"/", html, StringComparison.Ordinal);
        Assert.Contains("[a link](http://localhost/2026/11/06/who-owns-noon) and [another](https://elsewhere.example/a \"title\"), and `[code](/stays)`.", markdown, StringComparison.Ordinal);
        Assert.Contains("[2](<http://localhost/in brackets>)", markdown, StringComparison.Ordinal);
        Assert.Contains("[r]: http://localhost/2026/11\n", markdown, StringComparison.Ordinal);
        Assert.Contains("[^1]: Translator’s note: it is so.", markdown, StringComparison.Ordinal);
        Assert.Contains("Before a link and another, and [code](/stays).", text, StringComparison.Ordinal);
        Assert.Contains("• one\n• two [1]", text, StringComparison.Ordinal);
        Assert.Contains("> Somebody said <so>.", text, StringComparison.Ordinal);
        Assert.Contains("a | b\n1 | 2", text, StringComparison.Ordinal);
        Assert.Contains("[1] Translator’s note: it is so.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tram.", text.Replace("/tram", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All((string[])[html, markdown], form => Assert.Equal(shown, form.Contains($"http://localhost/media/{file}-1200.jpg", StringComparison.Ordinal)));
        Assert.All((string[])[html, markdown], form => Assert.Equal(shown, form.Contains("Ada Lens", StringComparison.Ordinal)));
        Assert.Contains(shown ? "\"Under it. Photograph: Ada Lens, CC BY 4.0\")\n\n## A heading" : "`[code](/stays)`.\n\n## A heading", markdown, StringComparison.Ordinal);
        Assert.Equal(!shown, page.Contains("Pictures others may not show are left out.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Terms_and_end_come_from_the_editors_form_through_publishing()
    {
        var editor = await Newsroom.Editor("Sharing Sara");
        var content = await Newsroom.Complete("Shared by its editor");
        var id = await Newsroom.Begun(editor, content);
        using var browser = Newsroom.As(editor.AccountId);
        using var saved = await browser.Submit($"/desk/articles/{id}", [
            ("base", "1"), ("headline", content.Headline), ("standfirst", content.Standfirst), ("body", content.Body), ("section", $"{content.SectionId}"), ("genre", "OpEd"), ("hasSource", "true"),
            ("publicationId", $"{content.Source!.PublicationId}"), ("publication", "Known"), ("sourceUrl", content.Source.Url!), ("sourceLanguage", "uk"), ("sourceDate", "2026-11-01"), ("permission", "Granted"),
            ("terms", "CC BY 4.0"), ("permissionEnds", "2099-12-31"),
            .. content.Credits.SelectMany((c, i) => new[] { ($"credits[{i}].role", $"{c.Role}"), ($"credits[{i}].id", $"{c.ContributorId}"), ($"credits[{i}].name", "Known") }),
        ]);
        var latest = await Newsroom.InDatabase(db => db.Assignments.Where(a => a.ArticleId == id).Select(a => a.LatestRevision).SingleAsync(Cancel));
        var revision = await Newsroom.Use((Drafting d) => d.RevisionAsync(id, latest, Cancel));
        Assert.Equal(("CC BY 4.0", new DateOnly(2099, 12, 31)), (revision!.Content.Source!.Terms, revision.Content.Source.PermissionEnds));

        var outcome = await Newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, latest)]));
        Assert.Null(outcome.Why);
        var path = await Newsroom.PathOf(id);

        Assert.Contains("The permission holds until 31 December 2099.", await PageAsync($"{path}/republish"), StringComparison.Ordinal);
        Assert.Contains("value=\"CC BY 4.0\"", await browser.GetStringAsync($"/desk/articles/{id}", Cancel), StringComparison.Ordinal);
        Assert.Contains(PublishingChecks.Find(new CheckedPiece { Content = content with { Source = content.Source with { Terms = new string('x', 201) } }, Language = "en" }), f => f is { Check: "TermsTooLong", Stops: true });
    }

    [Fact]
    public async Task The_sites_own_pieces_are_offered_on_the_terms_it_has_set()
    {
        var (_, path) = await Shared(a => a.Source = null);
        Assert.Contains("lets others publish its texts only when they ask", await PageAsync($"{path}/republish"), StringComparison.Ordinal);

        await using var generous = Newsroom.WithWebHostBuilder(host => host.UseSetting("Republishing:OwnTerms", "CC BY 4.0"));
        using var reader = generous.CreateClient();

        Assert.Contains("Another one.", Fields(await reader.GetStringAsync($"{path}/republish", Cancel))[2], StringComparison.Ordinal);
    }
}

public sealed class RepublishingOnSqlite(SqliteNewsroom newsroom) : RepublishingTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class RepublishingOnPostgres : RepublishingTests
{
    public RepublishingOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
