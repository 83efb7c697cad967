using System.Net;
using NewsSite.Accounts;
using NewsSite.Desk;

namespace NewsSite.Web.Tests;

/// <summary>An editor has an original fetched, looks at what was found and takes it over, without script and on either database.</summary>
public abstract class FetchPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_found_is_kept_only_when_it_is_taken_over()
    {
        await using var server = await OriginalsServer.Start();
        var editor = await newsroom.Editor("Fetching Fia");
        var id = await newsroom.Begun(editor, new ArticleContent { Headline = "Fetched", Source = new ContentSource { Url = $"{server.Address}article" } });
        using var desk = newsroom.As(editor.AccountId);
        Assert.Contains("name=\"then\" value=\"fetch\"", await desk.GetStringAsync($"/desk/articles/{id}", cancel), StringComparison.Ordinal);

        using var fetched = await desk.PostFrom($"/desk/articles/{id}/fetch", $"/desk/articles/{id}/fetch", ("address", $"{server.Address}article"));
        var page = WebUtility.HtmlDecode(await fetched.Content.ReadAsStringAsync(cancel));
        var before = await newsroom.Use((Drafting d) => d.OpenAsync(id, cancel));
        using var taken = await desk.PostFrom($"/desk/articles/{id}/fetch", $"/desk/articles/{id}/fetch/take", ("address", $"{server.Address}article"), ("base", "1"), ("foundTitle", "Most, którego nikt nie chce"), ("foundAuthor", "Halina Wrzos-Fetched"), ("foundDate", "2026-10-03"), ("foundLanguage", "pl"), ("foundText", "Jeden.\r\nDwa."), ("take", "Title"), ("take", "Author"), ("take", "Date"), ("take", "Language"), ("take", "Text"));
        var after = await newsroom.Use((Drafting d) => d.OpenAsync(id, cancel));
        var revision = (await newsroom.Use((Drafting d) => d.RevisionAsync(id, after!.LatestRevision, cancel)))!.Content;
        var shown = WebUtility.HtmlDecode(await desk.GetStringAsync($"/desk/articles/{id}", cancel));

        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
        Assert.Contains("value=\"Most, którego nikt nie chce\"", page, StringComparison.Ordinal);
        Assert.Contains("Kapitan wzrusza ramionami.", page, StringComparison.Ordinal);
        Assert.Equal(5, page.Split("checked=\"checked\"").Length - 1);
        Assert.Equal(1, before!.LatestRevision);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(("Most, którego nikt nie chce", "pl", new DateOnly(2026, 10, 3)), (revision.Source!.Title, revision.Source.Language, revision.Source.PublishedOn));
        Assert.NotNull(Assert.Single(revision.Credits).ContributorId);
        Assert.Equal("Fetched", revision.Headline);
        Assert.Contains("Jeden.\nDwa.</textarea>", shown.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_piece_has_is_shown_beside_and_stays_unless_chosen()
    {
        await using var server = await OriginalsServer.Start();
        var editor = await newsroom.Editor("Keeping Kim");
        var content = await newsroom.Complete("Kept as it is");
        var id = await newsroom.Begun(editor, content);
        using var desk = newsroom.As(editor.AccountId);

        using var fetched = await desk.PostFrom($"/desk/articles/{id}/fetch", $"/desk/articles/{id}/fetch", ("address", $"{server.Address}article"));
        var page = WebUtility.HtmlDecode(await fetched.Content.ReadAsStringAsync(cancel));
        using var taken = await desk.PostFrom($"/desk/articles/{id}/fetch", $"/desk/articles/{id}/fetch/take", ("base", "1"), ("foundTitle", "Another title"), ("foundText", "Taken."), ("take", "Text"), ("take", "Nonsense"));
        var revision = (await newsroom.Use((Drafting d) => d.RevisionAsync(id, 2, cancel)))!.Content;

        Assert.Contains("Replaces what the piece has: <bdi>Стаття</bdi>", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("checked=\"checked\"").Length - 1);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(content.Source!.Title, revision.Source!.Title);
        Assert.Equal(content.Source.Url, revision.Source.Url);
        Assert.Equal(content.Credits, revision.Credits);
        Assert.NotNull(revision.OriginalId);
    }

    [Theory]
    [InlineData("http://10.0.0.1/", "belongs to a private network")]
    [InlineData("http://127.0.0.2:9/", "belongs to a private network")]
    [InlineData("file:///etc/passwd", "no address of a web page")]
    [InlineData("nonsense <\"'>", "no address of a web page")]
    [InlineData("", "no address of a web page")]
    public async Task A_refusal_is_a_sentence_beside_the_address_typed(string address, string sentence)
    {
        var editor = await newsroom.Editor($"Refused {Guid.NewGuid():N}"[..20]);
        var id = await newsroom.Begun(editor, await newsroom.Complete("Not fetched"));
        using var desk = newsroom.As(editor.AccountId);

        using var answer = await desk.PostFrom($"/desk/articles/{id}/fetch", $"/desk/articles/{id}/fetch", ("address", address));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancel));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{address}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("base", "99")]
    [InlineData("base", "-1")]
    [InlineData("base", "x")]
    [InlineData("foundDate", "32 May")]
    [InlineData("foundText", "\0\ud800")]
    [InlineData("foundLanguage", "<script>")]
    public async Task Nothing_posted_makes_it_fail(string field, string value)
    {
        var editor = await newsroom.Editor($"Odd {Guid.NewGuid():N}"[..18]);
        var id = await newsroom.Begun(editor, await newsroom.Complete("Odd things"));
        using var desk = newsroom.As(editor.AccountId);

        using var answer = await desk.PostFrom($"/desk/articles/{id}/fetch", $"/desk/articles/{id}/fetch/take", [.. new[] { ("base", "1") }.Where(f => f.Item1 != field), (field, value), ("take", "Date"), ("take", "Text"), ("take", "Language")]);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task Nobody_without_the_right_has_anything_fetched()
    {
        await using var server = await OriginalsServer.Start();
        var editor = await newsroom.Editor("Owning Oona");
        var id = await newsroom.Begun(editor, await newsroom.Complete("Guarded fetching"));
        foreach (var account in new[] { await newsroom.Account("Reading Rae"), await newsroom.Account("Deciding Dov", AccountRole.Moderator), await newsroom.Account("Tongueless Tod", AccountRole.Translator) })
        {
            using var other = newsroom.As(account);
            using var asked = await other.GetAsync($"/desk/articles/{id}/fetch", cancel);
            Assert.NotEqual(HttpStatusCode.OK, asked.StatusCode);
        }

        using var anonymous = newsroom.Reader();
        using var posted = await anonymous.PostAsync($"/desk/articles/{id}/fetch", new FormUrlEncodedContent([KeyValuePair.Create("address", $"{server.Address}article")]), cancel);
        Assert.NotEqual(HttpStatusCode.OK, posted.StatusCode);
        Assert.Empty(server.Asked);
    }
}

public sealed class FetchPagesOnSqlite(SqliteNewsroom newsroom) : FetchPages(newsroom);

public sealed class FetchPagesOnPostgres : FetchPages
{
    public FetchPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
