using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Desk;

namespace NewsSite.Web.Tests;

/// <summary>The desk sees a revision as readers would, and nobody else sees it, on either database.</summary>
public abstract partial class PreviewTests(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preview_of_what_readers_have_is_what_readers_have()
    {
        var editor = await newsroom.Editor("Previewing Pat");
        var ids = await newsroom.InDatabase(db => db.Articles.Published(newsroom.Clock.GetUtcNow().UtcDateTime).Where(a => a.Source != null).OrderBy(a => a.Id).Select(a => a.Id).Take(12).ToListAsync(cancel));
        using var reader = newsroom.Reader();
        using var desk = newsroom.As(editor.AccountId);
        foreach (var id in ids)
        {
            var assignment = await newsroom.Use((Drafting d) => d.OpenAsync(id, cancel));
            var page = await reader.GetStringAsync(await newsroom.PathOf(id), cancel);
            var preview = await desk.GetStringAsync($"/desk/articles/{id}/preview?revision={assignment!.PublishedRevision ?? 1}", cancel);
            // Pictures come from where the newsroom gets them, published or not.
            Assert.Equal(Text(page), Text(preview).Replace("/desk/pictures/file/", "/media/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_preview_prints_the_latest_revision_or_the_one_asked_for_and_is_kept_by_nobody()
    {
        var editor = await newsroom.Editor("Looking Luz");
        var content = await newsroom.Complete("Looked at before");
        var id = await newsroom.Begun(editor, content);
        await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 1, Content = content with { Body = "The second text.\n" } }, cancel));
        using var desk = newsroom.As(editor.AccountId);

        using var latest = await desk.GetAsync($"/desk/articles/{id}/preview", cancel);
        var first = await desk.GetStringAsync($"/desk/articles/{id}/preview?revision=1", cancel);
        using var none = await desk.GetAsync($"/desk/articles/{id}/preview?revision=9", cancel);

        var text = await latest.Content.ReadAsStringAsync(cancel);
        Assert.Contains("The second text.", text, StringComparison.Ordinal);
        Assert.Contains("preview of revision 2", text, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", text, StringComparison.Ordinal);
        Assert.Contains("Another paragraph.", first, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal("no-store, private", latest.Headers.CacheControl!.ToString());
        Assert.Contains("frame-ancestors 'self'", latest.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", latest.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task Only_that_page_may_be_framed_and_only_the_desk_frames()
    {
        var editor = await newsroom.Editor("Framing Fred");
        using var desk = newsroom.As(editor.AccountId);
        using var start = await desk.GetAsync("/desk", cancel);
        using var front = await desk.GetAsync("/", cancel);
        using var missing = await desk.GetAsync("/desk/articles/999999/preview", cancel);

        Assert.Contains("frame-src 'self'", start.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", front.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.All(new[] { start, front, missing }, a =>
        {
            Assert.Contains("frame-ancestors 'none'", a.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("DENY", a.Headers.GetValues("X-Frame-Options").Single());
        });
    }

    [Fact]
    public async Task A_draft_with_nothing_in_it_can_be_looked_at()
    {
        var editor = await newsroom.Editor("Empty Eve");
        var id = await newsroom.Begun(editor, new ArticleContent { Source = new ContentSource { Url = "javascript:alert(1)", PublicationName = "An outlet nobody knows" }, Credits = [new(Credits.CreditRole.Author, null, Name: "Somebody New")] });
        using var desk = newsroom.As(editor.AccountId);

        var text = await desk.GetStringAsync($"/desk/articles/{id}/preview", cancel);

        Assert.Contains("Somebody New", text, StringComparison.Ordinal);
        Assert.Contains("An outlet nobody knows", text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_a_preview()
    {
        var editor = await newsroom.Editor("Owning Ola");
        var id = await newsroom.Begun(editor, await newsroom.Complete("For the desk alone"));
        using var anonymous = newsroom.Reader();
        using var asked = await anonymous.GetAsync($"/desk/articles/{id}/preview", cancel);
        Assert.Contains("/account/sign-in", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        foreach (var account in new[] { await newsroom.Account("Reading Rob"), await newsroom.Account("Deciding Dee", AccountRole.Moderator), await newsroom.Account("Languageless Lu", AccountRole.Translator) })
        {
            using var other = newsroom.As(account);
            using var answer = await other.GetAsync($"/desk/articles/{id}/preview", cancel);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("Another paragraph.", await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        }
    }

    /// <summary>The piece itself, without what depends on whether readers talk about it and where the page stands.</summary>
    private static string Text(string page)
    {
        var text = page[page.IndexOf("<article class=\"article\"", StringComparison.Ordinal)..];
        text = text[..(text.IndexOf("</article>", StringComparison.Ordinal) + 10)];
        return PrintAddress().Replace(Conversation().Replace(text, ""), "");
    }

    [GeneratedRegex("<span class=\"dot\" aria-hidden=\"true\"> · </span><a href=\"#comments\">[^<]*</a>")]
    private static partial Regex Conversation();

    [GeneratedRegex("<p class=\"print-address\".*?</p>")]
    private static partial Regex PrintAddress();
}

public sealed class PreviewTestsOnSqlite(SqliteNewsroom newsroom) : PreviewTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class PreviewTestsOnPostgres : PreviewTests
{
    public PreviewTestsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
