using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Sources;

namespace NewsSite.Web.Tests;

/// <summary>Contributors and outlets at the desk, through its forms, on either database.</summary>
public abstract class NamingTests(Newsroom newsroom) : ModerationStage(newsroom)
{
    [Theory]
    [InlineData("contributors")]
    [InlineData("publications")]
    public async Task A_name_is_made_once_and_found_by_its_beginning_in_another_script(string kind)
    {
        using var translator = Newsroom.As(await Person("Tara", AccountRole.Translator));
        translator.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var name = $"Зоряна {kind}";

        using var made = await Post(translator, $"/desk/{kind}/create", $"/desk/{kind}/create", ("name", name), ("scriptName", "Зоряна"), ("scriptLanguage", "uk"));
        using var again = await Post(translator, $"/desk/{kind}/create", $"/desk/{kind}/create", ("name", $" зоряна  {kind.ToUpperInvariant()}"));
        using var found = await translator.GetAsync($"/desk/{kind}/find?q=zor", Cancel);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (made.StatusCode, again.StatusCode));
        var first = await made.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(first.GetProperty("id").GetInt32(), (await again.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetInt32());
        Assert.Equal($"zoriana-{kind}", first.GetProperty("slug").GetString());
        Assert.True(found.Headers.CacheControl!.NoStore);
        Assert.Contains((await found.Content.ReadFromJsonAsync<JsonElement>(Cancel)).EnumerateArray(), f => f.GetProperty("name").GetString() == name && f.GetProperty("also").GetString() == "Зоряна");
        using var none = await Post(translator, $"/desk/{kind}/create", $"/desk/{kind}/create", ("name", "\u200b "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
    }

    [Fact]
    public async Task Without_script_a_new_name_leads_to_the_list_and_a_refused_one_comes_back()
    {
        using var editor = Newsroom.As(await Person("Eve", AccountRole.Editor));

        using var made = await Post(editor, "/desk/contributors/create", "/desk/contributors/create", ("name", "Plain Form"));
        using var refused = await Post(editor, "/desk/contributors/create", "/desk/contributors/create", ("name", "Kept Typing"), ("scriptLanguage", "no tag at all"));

        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Contains("Plain Form", await editor.GetStringAsync(made.Headers.Location, Cancel), StringComparison.Ordinal);
        var form = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Kept Typing", form, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_go_on_where_they_stopped()
    {
        using var editor = Newsroom.As(await Person("Eve", AccountRole.Editor));
        await Read(async db =>
        {
            db.Contributors.AddRange(Enumerable.Range(100, 70).Select(i => new Contributor($"listed-{i}", $"Listed {i}")));
            return await db.SaveChangesAsync(Cancel);
        });

        var seen = new List<string>();
        for (var next = "/desk/contributors"; next is not null;)
        {
            var page = await editor.GetStringAsync(next, Cancel);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "id=\"n-([0-9]+)\"").Select(m => m.Groups[1].Value));
            next = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+)\" rel=\"next\"") is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;
        }

        Assert.Equal(await Read(db => db.Contributors.CountAsync(Cancel)), seen.Distinct().Count());
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task An_editor_changes_a_contributor_and_the_old_address_leads_to_the_new()
    {
        var desk = await Newsroom.Editor("Changing Cleo");
        var id = await Made("Old Name");
        var slug = await SlugOf(id);
        using var editor = Newsroom.As(desk.AccountId);
        using var reader = Newsroom.Reader();
        Assert.Contains("Old Name", await reader.GetStringAsync($"/contributors/{slug}", Cancel), StringComparison.Ordinal);

        using var done = await Post(editor, $"/desk/contributors/{id}", $"/desk/contributors/{id}", ("name", "New Name"), ("slug", "new-name-here"), ("names[uk]", "Нове Ім’я"), ("aliases", "Nieuwe Naam\n\n Nieuwe Naam \nNN"), ("about[en]", "Writes."), ("link", "https://example.org/"), ("links", "https://www.poems.example/new-name/\n\nhttps://photographs.example\n"), ("language", ""), ("account", Visitors.AddressOf("Changing Cleo")));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        using var moved = await reader.GetAsync($"/contributors/{slug}", Cancel);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/contributors/new-name-here"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        var seen = await reader.GetStringAsync("/contributors/new-name-here", Cancel);
        Assert.Contains("<a href=\"https://www.poems.example/new-name/\" rel=\"external noopener\" dir=\"ltr\">poems.example/new-name</a>", seen, StringComparison.Ordinal);
        Assert.Contains("dir=\"ltr\">photographs.example</a>", seen, StringComparison.Ordinal);
        Assert.Contains("Нове Ім’я", await reader.GetStringAsync("/contributors/new-name-here?language=uk", Cancel), StringComparison.Ordinal);
        var page = await editor.GetStringAsync(done.Headers.Location, Cancel);
        Assert.Contains("name: Old Name → New Name; slug: ", page, StringComparison.Ordinal);
        Assert.Equal(["Nieuwe Naam", "NN"], await Read(db => db.Contributors.Where(c => c.Id == id).Select(c => c.Aliases).SingleAsync(Cancel)));
        Assert.Equal(id, await Read(db => db.Accounts.Where(a => a.Id == desk.AccountId).Select(a => a.ContributorId).SingleAsync(Cancel)));
        Assert.Contains(await Found(editor, "nieuwe"), f => f == id);
    }

    [Theory]
    [InlineData("slug", "Not A Slug")]
    [InlineData("link", "javascript:alert(1)")]
    [InlineData("links", "https://fine.example\njavascript:alert(1)")]
    [InlineData("links", "https://a.example\nhttps://b.example\nhttps://c.example\nhttps://d.example\nhttps://e.example\nhttps://f.example\nhttps://g.example\nhttps://h.example\nhttps://i.example")]
    [InlineData("account", "nobody@nowhere.example")]
    [InlineData("language", "???")]
    [InlineData("name", "")]
    public async Task What_cannot_be_taken_comes_back_with_a_sentence(string field, string value)
    {
        var id = await Made("Stays As It Is");
        using var editor = Newsroom.As(await Person("Eve", AccountRole.Editor));
        var fields = new Dictionary<string, string> { ["name"] = "Another Name Altogether", ["slug"] = await SlugOf(id), ["aliases"] = "typed in vain", [field] = value };

        using var refused = await Post(editor, $"/desk/contributors/{id}", $"/desk/contributors/{id}", [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("typed in vain", page, StringComparison.Ordinal);
        Assert.Equal("Stays As It Is", await Read(db => db.Contributors.Where(c => c.Id == id).Select(c => c.Name).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Merging_moves_everything_and_drafts_that_name_who_is_gone_are_published_with_who_stayed()
    {
        var desk = await Newsroom.Editor($"Merging {Guid.NewGuid():N}");
        var (kept, gone) = (await Made("Kept Person"), await Made("Doubled Person"));
        var goneSlug = await SlugOf(gone);
        var content = await Newsroom.Complete($"Merged {kept}");
        content = content with { Credits = [new ContentCredit(CreditRole.Author, gone), new ContentCredit(CreditRole.Author, kept), new ContentCredit(CreditRole.Translator, gone)] };
        var published = await Newsroom.Begun(desk, content);
        Assert.Null((await Newsroom.Use((Publishing p) => p.PublishAsync(desk, [(published, 1)], null, Cancel))).Why);
        var draft = await Newsroom.Begun(desk, content with { Headline = $"Drafted {kept}" });
        using var editor = Newsroom.As(desk.AccountId);

        var preview = await editor.GetStringAsync($"/desk/contributors/{kept}/merge?with={gone}", Cancel);
        using var itself = await Post(editor, $"/desk/contributors/{kept}/merge?with={gone}", $"/desk/contributors/{kept}/merge", ("with", $"{kept}"));
        using var done = await Post(editor, $"/desk/contributors/{kept}/merge?with={gone}", $"/desk/contributors/{kept}/merge", ("with", $"{gone}"));

        Assert.Contains($"Merged {kept}", preview, StringComparison.Ordinal);
        Assert.Contains("Pieces that move: 1", preview, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (itself.StatusCode, done.StatusCode));
        Assert.Null((await Newsroom.Use((Publishing p) => p.PublishAsync(desk, [(draft, 1)], null, Cancel))).Why);
        foreach (var piece in new[] { published, draft })
        {
            Assert.Equal([(CreditRole.Author, kept), (CreditRole.Translator, kept)], (await Read(db => db.Credits.Where(c => c.ArticleId == piece).OrderBy(c => c.Position).Select(c => new { c.Role, c.ContributorId }).ToListAsync(Cancel))).Select(c => (c.Role, c.ContributorId)));
        }

        Newsroom.Forget();
        using var reader = Newsroom.Reader();
        using var moved = await reader.GetAsync($"/contributors/{goneSlug}", Cancel);
        Assert.Equal($"/contributors/{await SlugOf(kept)}", moved.Headers.Location!.ToString());
        Assert.Contains(kept, await Found(editor, "doubled"));
        Assert.True(await Read(db => db.PublicChanges.CountAsync(c => c.ArticleId == published, Cancel)) > 1);
        Assert.Equal(1, await Read(db => db.DeskLog.CountAsync(e => e.Thing == DeskThing.Contributor && e.ThingId == kept && e.Action == DeskAction.Merged, Cancel)));
    }

    [Fact]
    public async Task Outlets_are_changed_and_merged_too()
    {
        using var editor = Newsroom.As(await Person("Eve", AccountRole.Editor));
        var (one, two) = await Read(async db =>
        {
            var outlets = new[] { new Publication($"outlet-{Guid.NewGuid():N}", "First Outlet"), new Publication($"outlet-{Guid.NewGuid():N}", "Second Outlet") };
            db.Publications.AddRange(outlets);
            await db.SaveChangesAsync(Cancel);
            return (outlets[0], outlets[1]);
        });

        using var changed = await Post(editor, $"/desk/publications/{one.Id}", $"/desk/publications/{one.Id}", ("name", "First Outlet Renamed"), ("slug", $"renamed-{one.Slug}"), ("country", "Ukraine"), ("language", "UK"), ("link", "https://outlet.example/"));
        using var merged = await Post(editor, $"/desk/publications/{two.Id}/merge?with={one.Id}", $"/desk/publications/{two.Id}/merge", ("with", $"{one.Id}"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (changed.StatusCode, merged.StatusCode));
        using var reader = Newsroom.Reader();
        foreach (var old in new[] { one.Slug, $"renamed-{one.Slug}" })
        {
            using var moved = await reader.GetAsync($"/sources/{old}", Cancel);
            Assert.Equal($"/sources/{two.Slug}", moved.Headers.Location!.ToString());
        }

        Assert.Equal(new { Language = (string?)"uk", Country = (string?)"Ukraine" }, await Read(async db => await db.Publications.Where(p => p.Id == two.Id).Select(p => new { p.Language, p.Country }).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Translators_make_names_and_change_none_and_moderators_only_find()
    {
        var id = await Made("Not For Translators");
        using var translator = Newsroom.As(await Person("Tara", AccountRole.Translator));
        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));

        foreach (var (who, path, status) in new[]
                 {
                     (translator, "/desk/contributors", HttpStatusCode.OK), (translator, $"/desk/contributors/{id}", HttpStatusCode.NotFound), (translator, $"/desk/contributors/{id}/merge", HttpStatusCode.NotFound),
                     (translator, "/desk/publications/1", HttpStatusCode.NotFound), (moderator, "/desk/contributors", HttpStatusCode.NotFound), (moderator, "/desk/contributors/find?q=a", HttpStatusCode.OK),
                 })
        {
            using var answer = await who.GetAsync(path, Cancel);
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
    }

    private Task<int> Made(string name) => Read(async db =>
    {
        var made = new Contributor($"made-{Guid.NewGuid():N}", name);
        db.Contributors.Add(made);
        await db.SaveChangesAsync(Cancel);
        return made.Id;
    });

    private Task<string> SlugOf(int id) => Read(db => db.Contributors.Where(c => c.Id == id).Select(c => c.Slug).SingleAsync(Cancel));

    private async Task<List<int>> Found(HttpClient browser, string asked) =>
        [.. (await browser.GetFromJsonAsync<JsonElement>($"/desk/contributors/find?q={asked}", Cancel)).EnumerateArray().Select(f => f.GetProperty("id").GetInt32())];
}

public sealed class NamingOnSqlite(SqliteNewsroom newsroom) : NamingTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class NamingOnPostgres : NamingTests
{
    public NamingOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
