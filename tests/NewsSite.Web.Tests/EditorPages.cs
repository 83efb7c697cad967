using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Desk;

namespace NewsSite.Web.Tests;

/// <summary>Pieces are begun, written and published through the desk's pages, as a browser without script would, on either database.</summary>
public abstract class EditorPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_goes_from_nothing_to_a_published_translation_by_forms_alone()
    {
        using var editor = newsroom.As(await newsroom.Account("Formal Fay", AccountRole.Editor));
        using var begun = await editor.Submit("/desk/articles/new", ("tongue", "en"), ("headline", "Through the front door"), ("hasSource", "true"), ("publication", "Gazeta Nowa"), ("sourceUrl", "https://gazeta.example/tekst"), ("sourceTitle", "Przez drzwi"), ("sourceLanguage", "pl"), ("sourceDate", "2026-11-02"));
        var desk = begun.Headers.Location!.ToString();
        var section = await newsroom.InDatabase(db => db.Sections.Select(s => s.Id).FirstAsync(cancel));

        using var saved = await editor.Submit(desk, Whole("Through the front door", "One paragraph.\r\n\r\nAnother one.", section));
        var page = await editor.GetStringAsync(desk, cancel);
        foreach (var stage in new[] { "Claimed", "Translating", "InEdit", "Ready" })
        {
            using var moved = await editor.Submit(desk + "/move", desk, ("to", stage));
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        }

        using var published = await editor.Submit(desk + "/publish", ("when", "now"), ("substantive", "true"));
        var id = int.Parse(desk.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        using var reader = newsroom.Reader();
        var seen = await reader.GetStringAsync(await newsroom.PathOf(id), cancel);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Saved.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("Gazeta Nowa", seen, StringComparison.Ordinal);
        Assert.Contains("Jan Nowy", seen, StringComparison.Ordinal);
        Assert.Contains("Petra Translates", seen, StringComparison.Ordinal);
        Assert.Contains("Another one.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("between us", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_kept_by_the_page_and_never_shown()
    {
        using var editor = newsroom.As(await newsroom.Account("Typing Tom", AccountRole.Editor));
        var actor = await newsroom.Editor("Typing Tina");
        var (id, path) = await newsroom.Out(actor, "Typed into while out");

        using var kept = await editor.Submit($"/desk/articles/{id}/autosave", $"/desk/articles/{id}", Whole("Typed into while out", "Typed and not published.", 1));
        var answer = JsonDocument.Parse(await kept.Content.ReadAsStringAsync(cancel)).RootElement;
        newsroom.Forget();
        using var reader = newsroom.Reader();

        Assert.Equal("kept", answer.GetProperty("state").GetString());
        Assert.Equal(2, answer.GetProperty("number").GetInt32());
        Assert.DoesNotContain("Typed and not published.", await reader.GetStringAsync(path, cancel), StringComparison.Ordinal);
        Assert.Contains("Typed and not published.", await editor.GetStringAsync($"/desk/articles/{id}", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_meets_another_brings_both_texts_back()
    {
        using var editor = newsroom.As(await newsroom.Account("Meeting Mia", AccountRole.Editor));
        var other = await newsroom.Editor("Meeting Max");
        var content = await newsroom.Complete("Met by two");
        var id = await newsroom.Begun(other, content);
        await newsroom.Use((Drafting d) => d.SaveAsync(other, new DraftSave { ArticleId = id, Base = 1, Content = content with { Body = "Max's paragraph.\n" } }, cancel));

        using var clash = await editor.Submit($"/desk/articles/{id}", [("base", "1"), .. Whole("Met by two", "Mia's paragraph.", content.SectionId!.Value)]);
        var page = await clash.Content.ReadAsStringAsync(cancel);

        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Contains("Mia", page, StringComparison.Ordinal);
        Assert.Contains("Max", page, StringComparison.Ordinal);
        Assert.Contains("name=\"settles\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_on_one_piece_see_each_other_until_one_goes()
    {
        using var here = newsroom.As(await newsroom.Account("Present Pam", AccountRole.Editor));
        using var there = newsroom.As(await newsroom.Account("Present Pip", AccountRole.Editor));
        var id = await newsroom.Begun(await newsroom.Editor("Present Pat"), await newsroom.Complete("Open twice"));

        using var first = await here.Submit($"/desk/articles/{id}/presence", $"/desk/articles/{id}", ("session", "pam"));
        using var second = await there.Submit($"/desk/articles/{id}/presence", $"/desk/articles/{id}", ("session", "pip"));
        var seen = await second.Content.ReadAsStringAsync(cancel);
        newsroom.Clock.Advance(EditorPresence.Stays + TimeSpan.FromSeconds(1));
        using var later = await there.Submit($"/desk/articles/{id}/presence", $"/desk/articles/{id}", ("session", "pip"));

        Assert.Contains("\"others\":[]", await first.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Contains("Present Pam", seen, StringComparison.Ordinal);
        Assert.Contains("\"others\":[]", await later.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/revisions")]
    [InlineData("/revisions/1")]
    [InlineData("/publish")]
    [InlineData("/timing")]
    [InlineData("/withdraw")]
    public async Task Nobody_without_the_right_comes_near_a_piece(string page)
    {
        var id = await newsroom.InDatabase(db => db.Articles.Where(a => a.Status == ArticleStatus.Published).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(cancel));
        using var stranger = newsroom.Browser();
        using var asked = await stranger.GetAsync($"/desk/articles/{id}{page}", cancel);
        using var member = newsroom.As(await newsroom.Account($"Reader of the page{page.Replace("/", " ", StringComparison.Ordinal)}"));
        using var refused = await member.GetAsync($"/desk/articles/{id}{page}", cancel);

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.StartsWith("/account/sign-in", new Uri(new Uri("http://localhost"), asked.Headers.Location!).PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Odd_input_is_a_sentence_or_nothing_and_never_a_fault()
    {
        using var editor = newsroom.As(await newsroom.Account("Odd Odile", AccountRole.Editor));
        var id = await newsroom.Begun(await newsroom.Editor("Odd Otto"), await newsroom.Complete("Oddly treated"));
        foreach (var odd in new[] { new string('x', 70_000), "\ud800", "‮‮‮", "<script>alert(1)</script>", "-1", "99999999999999999999", "2026-02-31" })
        {
            using var saved = await editor.Submit($"/desk/articles/{id}", ("headline", odd), ("body", odd), ("slug", odd), ("section", odd), ("genre", odd), ("topics", odd), ("part", odd), ("sourceDate", odd), ("hasSource", "true"), ("publication", odd), ("credits[0].name", odd), ("credits[0].role", odd), ("credits[0].id", odd), ("picture", odd), ("note", odd));
            using var moved = await editor.Submit($"/desk/articles/{id}/move", $"/desk/articles/{id}", ("to", odd), ("note", odd));
            using var timed = await editor.Submit($"/desk/articles/{id}/timing", ("what", "embargo"), ("until", odd), ("note", odd));
            Assert.True((int)saved.StatusCode < 500, $"{saved.StatusCode} for {odd[..Math.Min(20, odd.Length)]}");
            Assert.True((int)moved.StatusCode < 500);
            Assert.True((int)timed.StatusCode < 500);
        }
    }

    private static (string, string)[] Whole(string headline, string body, int section) =>
    [
        ("headline", headline), ("standfirst", "What it is about."), ("body", body), ("section", $"{section}"), ("genre", "OpEd"),
        ("credits[0].role", "Author"), ("credits[0].name", "Jan Nowy"), ("credits[0].id", ""), ("credits[0].known", ""),
        ("credits[1].role", "Translator"), ("credits[1].name", "Petra Translates"), ("credits[1].id", ""), ("credits[1].known", ""),
        ("credits[2].name", ""), ("credits[3].name", ""),
        ("hasSource", "true"), ("publication", "Gazeta Nowa"), ("sourceUrl", "https://gazeta.example/tekst"), ("sourceTitle", "Przez drzwi"), ("sourceLanguage", "pl"), ("sourceDate", "2026-11-02"),
        ("permission", "Granted"), ("permissionLine", "By kind permission."), ("permissionNote", "A letter, between us."), ("original", "Pierwszy akapit.\nDrugi akapit."),
    ];
}

public sealed class EditorPagesOnSqlite(SqliteNewsroom newsroom) : EditorPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class EditorPagesOnPostgres : EditorPages
{
    public EditorPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
