using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Tokens;

namespace NewsSite.Web.Tests.Api;

/// <summary>What programs may ask, on either database.</summary>
public abstract partial class ApiTests(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_sound_and_every_call_it_describes_answers_with_the_record_it_says()
    {
        var actor = await newsroom.Editor("Document Dora");
        var (article, _) = await newsroom.Out(actor, "Told to programs");
        var (draft, _) = await newsroom.Out(actor, "Changed by programs");
        var secret = await SecretAsync(actor, TokenScope.Drafts | TokenScope.Publish);
        var (contributor, publication, comment, talked) = await newsroom.InDatabase(async db => (
            await db.Credits.Where(c => c.ArticleId == article).Select(c => c.Contributor.Slug).FirstAsync(cancel),
            await db.Sources.Where(s => s.ArticleId == article).Select(s => s.Publication.Slug).FirstAsync(cancel),
            await db.Comments.Where(c => c.Status == CommentStatus.Published && c.Article.Status == ArticleStatus.Published).Select(c => c.Id).FirstAsync(cancel),
            await db.Comments.Where(c => c.Status == CommentStatus.Published && c.Article.Status == ArticleStatus.Published).Select(c => c.ArticleId).FirstAsync(cancel)));
        using var stranger = newsroom.Reader();
        using var program = Program(secret);

        var json = await stranger.GetStringAsync("/api/v1/openapi.json", cancel);
        var (document, faults) = OpenApiDocument.Parse(json, "json");
        Assert.Empty(faults!.Errors.Concat(faults.Warnings).Select(e => $"{e.Pointer} {e.Message}"));
        Assert.Empty(document!.Validate(ValidationRuleSet.GetDefaultRuleSet()).Select(e => $"{e.Pointer} {e.Message}"));

        var calls = new Dictionary<string, (string Path, string? Sent)>
        {
            ["listArticles"] = ("/api/v1/articles", null),
            ["getArticle"] = ($"/api/v1/articles/{article}", null),
            ["listConversation"] = ($"/api/v1/articles/{talked}/comments", null),
            ["listSections"] = ("/api/v1/sections", null),
            ["listContributors"] = ("/api/v1/contributors", null),
            ["getContributor"] = ($"/api/v1/contributors/{contributor}", null),
            ["listPublications"] = ("/api/v1/publications", null),
            ["getPublication"] = ($"/api/v1/publications/{publication}", null),
            ["listComments"] = ("/api/v1/comments", null),
            ["getComment"] = ($"/api/v1/comments/{comment}", null),
            ["listDrafts"] = ("/api/v1/drafts", null),
            ["createDraft"] = ("/api/v1/drafts", """{"language":"en","headline":"Begun by a program"}"""),
            ["getDraft"] = ($"/api/v1/drafts/{draft}", null),
            ["updateDraft"] = ($"/api/v1/drafts/{draft}", """{"revision":1,"standfirst":"Said by a program."}"""),
            ["publishDraft"] = ($"/api/v1/drafts/{draft}/publication", """{"revision":2}"""),
        };
        var described = document!.Paths!.SelectMany(p => p.Value.Operations!.Select(o => (p.Key, Method: o.Key, Operation: o.Value))).ToList();
        Assert.Equal(calls.Keys.Order(), described.Select(d => d.Operation.OperationId!).Order());
        foreach (var (path, method, operation) in described.OrderBy(d => calls.Keys.ToList().IndexOf(d.Operation.OperationId!)))
        {
            var call = calls[operation.OperationId!];
            Assert.Matches($"^{Regex.Replace(path, @"\{[^}]+\}", "[^/]+")}$", call.Path);
            using var asked = new HttpRequestMessage(method, call.Path) { Content = call.Sent is null ? null : new StringContent(call.Sent, Encoding.UTF8, "application/json") };
            using var answer = await (operation.Security is { Count: > 0 } ? program : stranger).SendAsync(asked, cancel);
            var body = await answer.Content.ReadAsStringAsync(cancel);
            Assert.True(answer.IsSuccessStatusCode, $"{operation.OperationId}: {answer.StatusCode} {body}");
            Assert.Contains($"{(int)answer.StatusCode}", operation.Responses!.Keys);
            var schema = operation.Responses[$"{(int)answer.StatusCode}"].Content!["application/json"].Schema!;
            Assert.Equal("", Differences(JsonNode.Parse(body), schema, operation.OperationId!));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Pages_of_a_list_hold_every_published_article_once_and_the_newest_first()
    {
        using var program = newsroom.Reader();
        var expected = await newsroom.InDatabase(db => db.Articles.Published(newsroom.Clock.GetUtcNow().UtcDateTime).LatestFirst.Select(a => a.Id).ToListAsync(cancel));

        var found = new List<int>();
        for (var next = "/api/v1/articles?limit=7&fields=id"; next is not null;)
        {
            using var answer = await program.GetAsync(new Uri(next, UriKind.RelativeOrAbsolute), cancel);
            var listed = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!;
            Assert.All(listed["items"]!.AsArray(), i => Assert.Equal(["id"], i!.AsObject().Select(p => p.Key)));
            found.AddRange(listed["items"]!.AsArray().Select(i => (int)i!["id"]!));
            next = (string?)listed["next"];
            Assert.Equal(next is not null, answer.Headers.TryGetValues("Link", out var links) && links.Single() == $"<{next}>; rel=\"next\"");
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task An_article_has_its_authors_its_translators_and_its_original_apart()
    {
        var (id, path) = await newsroom.Out(await newsroom.Editor("Apart Ada"), "Who did what");
        using var program = newsroom.Reader();

        var article = await JsonAsync(program, $"/api/v1/articles/{id}");

        Assert.Equal(["author"], article["authors"]!.AsArray().Select(a => (string)a!["role"]!));
        Assert.Equal(["translator"], article["translators"]!.AsArray().Select(a => (string)a!["role"]!));
        Assert.Empty(article["authors"]!.AsArray().Select(a => (string)a!["slug"]!).Intersect(article["translators"]!.AsArray().Select(a => (string)a!["slug"]!)));
        Assert.Equal(("https://outlet.example/piece", "Стаття", "uk", "2026-11-01"), ((string?)article["original"]!["url"], (string?)article["original"]!["title"], (string?)article["original"]!["language"], (string?)article["original"]!["publishedOn"]));
        Assert.Equal($"http://localhost{path}", (string?)article["url"]);
        Assert.Contains("One paragraph.", (string?)article["html"], StringComparison.Ordinal);
        var translator = (string)article["translators"]![0]!["slug"]!;
        var theirs = await JsonAsync(program, $"/api/v1/articles?contributor={translator}&role=translator&fields=id,translators");
        Assert.Contains(id, theirs["items"]!.AsArray().Select(i => (int)i!["id"]!));
        Assert.All(theirs["items"]!.AsArray(), i => Assert.Contains(translator, i!["translators"]!.AsArray().Select(t => (string)t!["slug"]!)));
        Assert.DoesNotContain(id, (await JsonAsync(program, $"/api/v1/articles?contributor={translator}&role=author&limit=100&fields=id"))["items"]!.AsArray().Select(i => (int)i!["id"]!));
    }

    [Fact]
    public async Task Full_texts_stay_here_where_the_site_keeps_them_to_its_own_pages()
    {
        await using var keeping = newsroom.WithWebHostBuilder(host => host.UseSetting("Feeds:FullText", "false"));
        using var program = keeping.CreateClient();

        var listed = await JsonAsync(program, "/api/v1/articles?fields=html,headline");

        Assert.All(listed["items"]!.AsArray(), i => Assert.Null(i!["html"]));
    }

    [Theory]
    [InlineData("articles?lang=uk", "\"lang\" is not known here")]
    [InlineData("articles?limit=0", "1 to 100")]
    [InlineData("articles?limit=1&limit=2", "once")]
    [InlineData("articles?limit=", "once")]
    [InlineData("articles?after=zz", "next")]
    [InlineData("articles?after=OTk5OTk5OTk5OTk5OTk5OTk5OTkuMQ", "next")]
    [InlineData("articles?since=yesterday", "2026-11-24")]
    [InlineData("articles?role=bishop", "translator")]
    [InlineData("articles?language=no%20such", "language tag")]
    [InlineData("articles?section=%27%3B--", "as it stands in addresses")]
    [InlineData("articles?fields=", "once")]
    [InlineData("articles?fields=id,secret", "There is no field \"secret\"")]
    [InlineData("articles?fields=,", "names none")]
    [InlineData("sections?limit=3", "not known here")]
    [InlineData("comments?fields=email", "no field")]
    public async Task A_question_that_cannot_be_taken_is_answered_with_a_sentence(string question, string says)
    {
        using var program = newsroom.Reader();

        using var answer = await program.GetAsync($"/api/v1/{question}", cancel);

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!;
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(says, (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/api/v1/articles/0")]
    [InlineData("/api/v1/articles/99999999999")]
    [InlineData("/api/v1/articles/2147483647")]
    [InlineData("/api/v1/articles/2147483647/comments")]
    [InlineData("/api/v1/contributors/nobody")]
    [InlineData("/api/v1/contributors/%27%3B--")]
    [InlineData("/api/v1/publications/nowhere")]
    [InlineData("/api/v1/comments/2147483647")]
    public async Task What_is_not_there_is_a_problem_in_json_too(string address)
    {
        using var program = newsroom.Reader();

        using var answer = await program.GetAsync(address, cancel);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task An_answer_that_has_not_changed_costs_nothing_and_one_that_has_is_told()
    {
        var editor = await newsroom.Editor("Tag Tilda");
        var (id, _) = await newsroom.Out(editor, "Before the change");
        using var program = newsroom.Reader();
        foreach (var address in new[] { $"/api/v1/articles/{id}", $"/api/v1/articles/{id}?fields=headline" })
        {
            newsroom.Forget();
            using var first = await program.GetAsync(address, cancel);
            using var again = await AskAgainAsync(program, address, first.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal("*", Assert.Single(first.Headers.GetValues("Access-Control-Allow-Origin")));

            await newsroom.InDatabase(async db =>
            {
                (await db.Articles.SingleAsync(a => a.Id == id, cancel)).Headline += " and after";
                return await db.SaveChangesAsync(cancel);
            });
            using var changed = await AskAgainAsync(program, address, first.Headers.ETag!);
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_not_public_and_what_is_personal_stands_in_no_answer()
    {
        var editor = await newsroom.Editor("Hidden Hanna");
        const string mark = "Zxqjk";
        var (shown, _) = await newsroom.Out(editor, "Shown beside the hidden");
        var content = await newsroom.Complete($"{mark} draft");
        var draft = await newsroom.Begun(editor, content with { Slug = $"{mark.ToLowerInvariant()}-draft", Source = content.Source! with { PermissionNote = $"{mark} note" } });
        var (withdrawn, _) = await newsroom.Out(editor, $"{mark} withdrawn");
        await newsroom.Use((PublishedPieces pieces) => pieces.WithdrawAsync(editor, withdrawn, "Taken back."));
        var people = new People(newsroom);
        var account = await people.Account("Held Hugo");
        var comment = await people.Says(account, shown, $"{mark} held");
        var (names, mails) = await newsroom.InDatabase(async db =>
        {
            var nobody = new Contributor($"{mark.ToLowerInvariant()}-person", $"{mark} Person");
            db.Add(nobody);
            await db.Comments.Where(c => c.Id == comment).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CommentStatus.Held), cancel);
            await db.SaveChangesAsync(cancel);
            return (new[] { nobody.Slug }, await db.Accounts.Where(a => a.Email != null).Select(a => a.Email!).ToListAsync(cancel));
        });
        using var stranger = newsroom.Reader();
        var document = JsonNode.Parse(await stranger.GetStringAsync("/api/v1/openapi.json", cancel))!;
        var addresses = document["paths"]!.AsObject().Where(p => p.Value!["get"] is not null)
            .SelectMany(p => new[] { $"{draft}", $"{withdrawn}", $"{comment}", $"{shown}", names[0] }.Select(v => p.Key.Replace("{id}", v, StringComparison.Ordinal).Replace("{slug}", v, StringComparison.Ordinal))).Distinct().ToList();
        Assert.True(addresses.Count > 20);

        var read = 0;
        foreach (var address in addresses)
        {
            for (var next = address; next is not null; read++)
            {
                using var answer = await stranger.GetAsync(new Uri(next, UriKind.RelativeOrAbsolute), cancel);
                var text = $"{answer.Headers} {await answer.Content.ReadAsStringAsync(cancel)}";
                Assert.DoesNotContain(mark, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(mails, m => text.Contains(m, StringComparison.OrdinalIgnoreCase));
                Assert.True((int)answer.StatusCode < 500, $"{next}: {answer.StatusCode}");
                next = answer.IsSuccessStatusCode ? (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!["next"] : null;
            }
        }

        Assert.True(read > addresses.Count);
        using var gone = await stranger.GetAsync($"/api/v1/articles/{withdrawn}", cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task Too_many_questions_within_a_minute_are_turned_away_with_the_time_to_wait()
    {
        await using var strict = newsroom.WithWebHostBuilder(host => host.UseSetting("Api:RequestsPerMinute", "3"));
        using var program = strict.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            using var taken = await program.GetAsync($"/api/v1/articles?limit={i + 1}", cancel);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using var answer = await program.GetAsync("/api/v1/articles?limit=9", cancel);

        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task The_page_for_people_names_every_call_and_every_record()
    {
        using var reader = newsroom.Reader();
        var document = JsonNode.Parse(await reader.GetStringAsync("/api/v1/openapi.json", cancel))!;

        var shown = await reader.GetStringAsync("/api", cancel);

        Assert.All(document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => (string)o.Value!["operationId"]!), id => Assert.Contains($"id=\"{id}\"", shown, StringComparison.Ordinal));
        var links = Anchor().Matches(shown).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains($"id=\"{link}\"", shown, StringComparison.Ordinal));
        Assert.Contains("/api/v1/articles?language=en", WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAgainAsync(HttpClient program, string address, EntityTagHeaderValue tag)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.IfNoneMatch.Add(tag);
        return await program.SendAsync(asked, TestContext.Current.CancellationToken);
    }

    private async Task<JsonNode> JsonAsync(HttpClient program, string address)
    {
        newsroom.Forget();
        return JsonNode.Parse(await program.GetStringAsync(address, cancel))!;
    }

    private async Task<string> SecretAsync(DeskActor actor, TokenScope scopes) => (await newsroom.Use((PersonalTokens tokens) => tokens.MakeAsync(actor, "Test", scopes, 30, cancel))).Secret!;

    /// <summary>Something that is no browser: no cookie, no Sec-Fetch-Site.</summary>
    private HttpClient Program(string secret)
    {
        var program = newsroom.Reader();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return program;
    }

    /// <summary>Where an answer has fields its schema does not name, or lacks one it names; empty where they agree.</summary>
    private static string Differences(JsonNode? node, IOpenApiSchema schema, string at)
    {
        if (node is JsonArray list)
        {
            return string.Concat(list.Select((item, i) => Differences(item, schema.Items!, $"{at}[{i}]")));
        }

        if (node is not JsonObject thing)
        {
            return "";
        }

        schema = schema.OneOf is { Count: > 0 } options ? options.First(o => o.Properties is { Count: > 0 }) : schema;
        if (schema.Properties is not { Count: > 0 } properties)
        {
            return schema.AdditionalProperties is null ? $"{at} is an object nobody described; " : "";
        }

        var faults = string.Concat(thing.Select(p => p.Key).Except(properties.Keys).Select(k => $"{at}.{k} is not described; "))
            + string.Concat((schema.Required ?? new HashSet<string>()).Where(r => !thing.ContainsKey(r)).Select(r => $"{at}.{r} is missing; "));
        return faults + string.Concat(thing.Where(p => properties.ContainsKey(p.Key)).Select(p => Differences(p.Value, properties[p.Key], $"{at}.{p.Key}")));
    }

    [GeneratedRegex("href=\"#(record-[^\"]+)\"")]
    private static partial Regex Anchor();
}

public sealed class ApiOnSqlite(SqliteNewsroom newsroom) : ApiTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class ApiOnPostgres : ApiTests
{
    public ApiOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
