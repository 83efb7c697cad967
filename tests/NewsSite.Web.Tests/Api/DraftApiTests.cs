using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Desk;
using NewsSite.Tokens;

namespace NewsSite.Web.Tests.Api;

/// <summary>Drafts by way of programs, and the tokens they bring, on either database.</summary>
public abstract class DraftApiTests(Newsroom newsroom)
{
    private static int refused;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_begins_a_draft_changes_it_and_publishes_it_with_all_its_credits()
    {
        var editor = await newsroom.Editor("Program Paula");
        using var program = Program(await SecretAsync(editor, TokenScope.Drafts | TokenScope.Publish));
        var (section, outlet) = await newsroom.InDatabase(async db => (await db.Sections.OrderBy(s => s.Id).Select(s => s.Slug).FirstAsync(cancel), await db.Publications.OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(cancel)));

        using var begun = await SendAsync(program, HttpMethod.Post, "/api/v1/drafts", $$"""
            {"language":"en","headline":"By way of a program","body":"Text.\n\nMore text.\n","section":"{{section}}",
             "credits":[{"role":"author","name":"Програмна Авторка"}],"originalText":"Текст.\n\nЩе текст.",
             "source":{"publication":"{{outlet}}","url":"https://outlet.example/program","title":"Програма","language":"uk","publishedOn":"2026-11-02","permission":"granted","permissionLine":"By leave.","terms":"CC BY 4.0","permissionEnds":"2031-01-31"} }
            """);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var draft = await ReadAsync(begun);
        var address = begun.Headers.Location!.ToString();
        Assert.Equal($"/api/v1/drafts/{draft["id"]}", address);
        Assert.Equal("Текст.\n\nЩе текст.", (string?)draft["originalText"]);
        Assert.NotNull((string?)draft["credits"]![0]!["contributor"]);
        Assert.Equal(("CC BY 4.0", "2031-01-31"), ((string?)draft["source"]!["terms"], (string?)draft["source"]!["permissionEnds"]));

        using var early = await SendAsync(program, HttpMethod.Post, $"{address}/publication", $"{{\"revision\":{draft["revision"]}}}");
        var stopped = await ReadAsync(early);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.NotEmpty(stopped["findings"]!.AsArray());
        Assert.All(stopped["findings"]!.AsArray(), f => Assert.NotEqual("", (string?)f!["detail"]));

        var credits = draft["credits"]!.DeepClone().AsArray();
        credits.Add(new JsonObject { ["role"] = "translator", ["name"] = "Program Translator" });
        using var changed = await SendAsync(program, HttpMethod.Patch, address, new JsonObject { ["revision"] = (int)draft["revision"]!, ["credits"] = credits, ["source"] = new JsonObject { ["title"] = "Програма діє" }, ["note"] = "by a program" }.ToJsonString());
        var after = await ReadAsync(changed);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(("Програма діє", "https://outlet.example/program", "By way of a program"), ((string?)after["source"]!["title"], (string?)after["source"]!["url"], (string?)after["headline"]));

        using var published = await SendAsync(program, HttpMethod.Post, $"{address}/publication", $"{{\"revision\":{after["revision"]}}}");
        var done = await ReadAsync(published);
        Assert.True(published.StatusCode == HttpStatusCode.OK, $"{done}");
        newsroom.Forget();
        using var reader = newsroom.Reader();
        var shown = await reader.GetStringAsync(new Uri((string)done["url"]!).PathAndQuery, cancel);
        Assert.Contains("Програмна Авторка", shown, StringComparison.Ordinal);
        Assert.Contains("Program Translator", shown, StringComparison.Ordinal);
        Assert.Equal("CC BY 4.0", (string?)JsonNode.Parse(await reader.GetStringAsync($"/api/v1/articles/{done["id"]}", cancel))!["terms"]);
        var log = await newsroom.InDatabase(db => db.DeskLog.Where(e => e.Thing == DeskThing.Article && e.ThingId == (int)done["id"]! && e.AccountId == editor.AccountId).Select(e => e.Action).ToListAsync(cancel));
        Assert.Equal([DeskAction.Created, DeskAction.Published], log);
    }

    [Fact]
    public async Task A_change_that_meets_another_is_kept_aside_and_nothing_is_lost()
    {
        var editor = await newsroom.Editor("Conflict Clara");
        var id = await newsroom.Begun(editor, await newsroom.Complete("Meeting of two"));
        using var program = Program(await SecretAsync(editor, TokenScope.Drafts));
        var mine = (await newsroom.Use((Drafting d) => d.RevisionAsync(id, 1, cancel)))!.Content;
        await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 1, Content = mine with { Headline = "Said at the desk" } }, cancel));

        using var other = await SendAsync(program, HttpMethod.Patch, $"/api/v1/drafts/{id}", """{"revision":1,"standfirst":"Said by a program."}""");
        var joined = await ReadAsync(other);
        using var same = await SendAsync(program, HttpMethod.Patch, $"/api/v1/drafts/{id}", """{"revision":1,"headline":"Said by a program"}""");
        var conflict = await ReadAsync(same);

        Assert.Equal(("Said at the desk", "Said by a program."), ((string?)joined["headline"], (string?)joined["standfirst"]));
        Assert.Equal(HttpStatusCode.Conflict, same.StatusCode);
        var aside = await newsroom.Use((Drafting d) => d.RevisionAsync(id, (int)conflict["keptAside"]!, cancel));
        Assert.Equal((RevisionKind.Aside, "Said by a program"), (aside!.Kind, aside.Content.Headline));
        Assert.Equal("Said at the desk", (string?)(await ReadAsync(await program.GetAsync($"/api/v1/drafts/{id}", cancel)))["headline"]);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "no JSON")]
    [InlineData("[]", HttpStatusCode.BadRequest, "JSON object")]
    [InlineData("""{"revision":1,"headlin":"x"}""", HttpStatusCode.BadRequest, "not")]
    [InlineData("""{"revision":1,"headline":7}""", HttpStatusCode.BadRequest, "headline")]
    [InlineData("""{"revision":1,"genre":"poem"}""", HttpStatusCode.BadRequest, "genre")]
    [InlineData("""{"revision":1,"revision":2}""", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("""{"headline":"x"}""", HttpStatusCode.UnprocessableEntity, "revision")]
    [InlineData("""{"revision":99}""", HttpStatusCode.UnprocessableEntity, "the latest is 1")]
    [InlineData("""{"revision":1,"section":"nowhere"}""", HttpStatusCode.UnprocessableEntity, "no section \"nowhere\"")]
    [InlineData("""{"revision":1,"topics":["nothing"]}""", HttpStatusCode.UnprocessableEntity, "no topic")]
    [InlineData("""{"revision":1,"credits":[{"role":"author"}]}""", HttpStatusCode.UnprocessableEntity, "credit")]
    [InlineData("""{"revision":1,"credits":[null]}""", HttpStatusCode.UnprocessableEntity, "credits")]
    [InlineData("""{"revision":1,"picture":{"id":99999,"alt":"x","isDecorative":false,"caption":null}}""", HttpStatusCode.UnprocessableEntity, "no picture")]
    [InlineData("""{"revision":1,"source":{"language":"not a tag"}}""", HttpStatusCode.UnprocessableEntity, "language tag")]
    public async Task What_cannot_be_taken_is_refused_with_a_sentence_and_the_draft_stays_as_it_was(string sent, HttpStatusCode status, string says)
    {
        var editor = await newsroom.Editor($"Refused Rosa {Interlocked.Increment(ref refused)}");
        var id = await newsroom.Begun(editor, await newsroom.Complete("Stays as it was"));
        using var program = Program(await SecretAsync(editor, TokenScope.Drafts));

        using var answer = await SendAsync(program, HttpMethod.Patch, $"/api/v1/drafts/{id}", sent);

        var problem = await ReadAsync(answer);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(says, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal(1, await newsroom.InDatabase(db => db.ArticleRevisions.CountAsync(r => r.ArticleId == id, cancel)));
    }

    [Fact]
    public async Task A_token_opens_what_it_was_made_for_and_no_more_than_its_person_may()
    {
        var editor = await newsroom.Editor("Scope Sonia");
        var translator = await newsroom.Translator("Scope Taras", "uk");
        await newsroom.InDatabase(async db =>
        {
            (await db.Accounts.Include(a => a.Languages).SingleAsync(a => a.Id == translator.AccountId, cancel)).Languages.Add(new AccountLanguage("uk"));
            return await db.SaveChangesAsync(cancel);
        });
        var english = await newsroom.Begun(editor, await newsroom.Complete("In English alone"));
        using var drafts = Program(await SecretAsync(editor, TokenScope.Drafts));
        using var publish = Program(await SecretAsync(editor, TokenScope.Publish));
        using var theirs = Program(await SecretAsync(translator, TokenScope.Drafts));

        using var noPublishing = await SendAsync(drafts, HttpMethod.Post, $"/api/v1/drafts/{english}/publication", """{"revision":1}""");
        using var noReading = await publish.GetAsync($"/api/v1/drafts/{english}", cancel);
        using var notTheirs = await theirs.GetAsync($"/api/v1/drafts/{english}", cancel);
        using var notInEnglish = await SendAsync(theirs, HttpMethod.Post, "/api/v1/drafts", """{"language":"en","headline":"No"}""");
        using var inUkrainian = await SendAsync(theirs, HttpMethod.Post, "/api/v1/drafts", """{"language":"uk","headline":"Так"}""");
        var (none, why) = await newsroom.Use((PersonalTokens tokens) => tokens.MakeAsync(translator, "Publishing", TokenScope.Publish, 1, cancel));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Created), (noPublishing.StatusCode, noReading.StatusCode, notTheirs.StatusCode, notInEnglish.StatusCode, inUkrainian.StatusCode));
        Assert.Contains("insufficient_scope", noPublishing.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal((null, TokenRefusal.NotAllowed), (none, why));
        var listed = (await ReadAsync(await theirs.GetAsync("/api/v1/drafts?limit=100", cancel)))["items"]!.AsArray();
        Assert.All(listed, d => Assert.Equal("uk", (string?)d!["language"]));
        Assert.Contains(listed, d => (string?)d!["title"] == "Так");
    }

    [Fact]
    public async Task A_token_opens_nothing_once_it_is_taken_back_or_over_or_its_person_has_left()
    {
        var editor = await newsroom.Editor("Leaving Lena");
        var (taken, over, left) = (await SecretAsync(editor, TokenScope.Drafts), await SecretAsync(editor, TokenScope.Drafts, 1), await SecretAsync(editor, TokenScope.Drafts));
        foreach (var secret in new[] { taken, over, left })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(secret));
        }

        var stored = await newsroom.InDatabase(db => db.PersonalTokens.AsNoTracking().Where(t => t.AccountId == editor.AccountId).OrderBy(t => t.Id).ToListAsync(cancel));
        Assert.All(stored, t => Assert.DoesNotContain(new[] { taken, over, left }, s => $"{t.Hash} {t.Start} {t.Name}".Contains(s, StringComparison.Ordinal)));
        Assert.All(stored, t => Assert.NotNull(t.UsedAt));
        Assert.True(await newsroom.Use((PersonalTokens tokens) => tokens.RevokeAsync(editor, stored[0].Id, cancel)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(taken));
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await StatusAsync(over), await StatusAsync(left)));
        await newsroom.InDatabase(async db =>
        {
            (await db.Accounts.Include(a => a.Roles).SingleAsync(a => a.Id == editor.AccountId, cancel)).Roles.Clear();
            return await db.SaveChangesAsync(cancel);
        });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(left));
        foreach (var wrong in new[] { "", "x", PersonalToken.Prefix, left.ToUpperInvariant(), new string('a', 5_000) })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(wrong));
        }
    }

    [Fact]
    public async Task Being_signed_in_opens_nothing_here_so_no_other_site_can_have_a_browser_write()
    {
        var editor = await newsroom.Editor("Cookie Katya");
        using var browser = newsroom.As(editor.AccountId);

        using var read = await browser.GetAsync("/api/v1/drafts", cancel);
        using var written = await SendAsync(browser, HttpMethod.Post, "/api/v1/drafts", """{"language":"en","headline":"No"}""");
        using var method = await SendAsync(browser, HttpMethod.Delete, "/api/v1/drafts", "{}");
        using var elsewhere = await SendAsync(browser, HttpMethod.Post, "/api/v1/articles", "{}");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.MethodNotAllowed, HttpStatusCode.MethodNotAllowed), (read.StatusCode, written.StatusCode, method.StatusCode, elsewhere.StatusCode));
        Assert.True(read.Headers.CacheControl is not { Public: true });
        Assert.Contains("Bearer", read.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_the_newsroom_makes_a_token_sees_it_once_and_takes_it_back()
    {
        var editor = await newsroom.Editor("Token Tova");
        using var browser = newsroom.As(editor.AccountId);

        using var nameless = await browser.PostFrom("/desk/tokens", "/desk/tokens", ("name", " "), ("days", "30"), ("scopes", "Drafts"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("Say what the token is for.", await nameless.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        using var forEver = await browser.PostFrom("/desk/tokens", "/desk/tokens", ("name", "Kept name"), ("days", "100000"), ("scopes", "Drafts"), ("scopes", "Publish"));
        var refused = await forEver.Content.ReadAsStringAsync(cancel);
        Assert.Contains("value=\"Kept name\"", refused, StringComparison.Ordinal);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(refused, " checked="));
        using var made = await browser.PostFrom("/desk/tokens", "/desk/tokens", ("name", "For <b>tests"), ("days", "30"), ("scopes", "Drafts"));
        var secret = System.Text.RegularExpressions.Regex.Match(await made.Content.ReadAsStringAsync(cancel), $"value=\"({PersonalToken.Prefix}[0-9a-f]{{64}})\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(secret));

        var shown = await browser.GetStringAsync("/desk/tokens", cancel);
        Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        Assert.Contains("For &lt;b&gt;tests", shown, StringComparison.Ordinal);
        var id = await newsroom.InDatabase(db => db.PersonalTokens.Where(t => t.AccountId == editor.AccountId).Select(t => t.Id).SingleAsync(cancel));
        using var other = newsroom.As((await newsroom.Editor("Other Olha")).AccountId);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFrom("/desk/tokens", $"/desk/tokens/{id}/revoke")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(secret));
        using var revoked = await browser.PostFrom($"/desk/tokens/{id}/revoke", $"/desk/tokens/{id}/revoke");
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(secret));
        Assert.Equal([DeskAction.Created, DeskAction.Revoked], await newsroom.InDatabase(db => db.DeskLog.Where(e => e.Thing == DeskThing.Token && e.AccountId == editor.AccountId).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync(cancel)));
    }

    private async Task<string> SecretAsync(DeskActor actor, TokenScope scopes, int days = 30) => (await newsroom.Use((PersonalTokens tokens) => tokens.MakeAsync(actor, "Test", scopes, days, cancel))).Secret!;

    private HttpClient Program(string secret)
    {
        var program = newsroom.Reader();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return program;
    }

    private async Task<HttpStatusCode> StatusAsync(string secret)
    {
        using var program = newsroom.Reader();
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {secret}");
        using var answer = await program.GetAsync("/api/v1/drafts?limit=1", cancel);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient program, HttpMethod method, string address, string json)
    {
        using var sent = new HttpRequestMessage(method, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        return await program.SendAsync(sent, cancel);
    }

    private async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!;
}

public sealed class DraftApiOnSqlite(SqliteNewsroom newsroom) : DraftApiTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class DraftApiOnPostgres : DraftApiTests
{
    public DraftApiOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
