using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Desk;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Tests;

/// <summary>What the publication says of itself is changed, kept and taken back, on either database.</summary>
public abstract class SettingPages(Newsroom newsroom) : IAsyncLifetime
{
    private static int made;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    private HttpClient administrator = null!;

    public async ValueTask InitializeAsync() =>
        administrator = newsroom.As(await newsroom.Account($"Setter {string.Concat($"{Interlocked.Increment(ref made)}".Select(digit => "bcdfghkmpr"[digit - '0']))}", AccountRole.Administrator));

    /// <summary>The site is shared: what a test has set is unset.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (var scope = newsroom.Services.CreateAsyncScope())
        {
            var (history, changes) = (scope.ServiceProvider.GetRequiredService<SettingHistory>(), scope.ServiceProvider.GetRequiredService<SiteChanges>());
            var set = (await history.CurrentAsync(CancellationToken.None)).Keys.Where(k => SettingKeys.SectionOf(k) is null);
            var id = int.Parse(administrator.DefaultRequestHeaders.GetValues(TestSignIn.Header).Single(), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Null(await changes.ChangeAsync(id, [.. set.Select(k => new WantedSetting(k, null))], int.MaxValue, CancellationToken.None));
        }

        await newsroom.Services.GetRequiredService<SiteUpdates>().TakeUpAsync(CancellationToken.None);
        administrator.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_new_name_stands_on_every_page_at_once_also_on_those_that_were_kept()
    {
        using var reader = newsroom.Reader();
        var before = await reader.GetStringAsync("/archive", cancel);

        using var saved = await Save("identity", ("name", "The Ferry"), ("own", "en"), ("other", "uk"), ("other", "ar"), ("zone", "UTC"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.DoesNotContain("The Ferry", before, StringComparison.Ordinal);
        Assert.Contains("The Ferry", await reader.GetStringAsync("/archive", cancel), StringComparison.Ordinal);
        var line = await newsroom.InDatabase(db => db.DeskLog.Where(e => e.Thing == DeskThing.Settings).OrderByDescending(e => e.Id).FirstAsync(cancel));
        Assert.Equal(("Name", "– → The Ferry"), (line.Name, line.Note));
    }

    [Fact]
    public async Task Another_server_takes_a_change_up_within_seconds()
    {
        using var reader = newsroom.Reader();
        await reader.GetStringAsync("/archive", cancel);
        await newsroom.InDatabase(async db =>
        {
            var number = await db.SettingChanges.Where(c => c.Key == SettingKeys.Name).MaxAsync(c => (int?)c.Number, cancel) ?? 0;
            db.SettingChanges.Add(new SettingChange(SettingKeys.Name, number + 1, null, "Elsewhere Changed", null, newsroom.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync(cancel);
        });

        newsroom.Clock.Advance(TimeSpan.FromSeconds(6));
        for (var site = newsroom.Services.GetRequiredService<SiteSettings>(); site.Name != "Elsewhere Changed";)
        {
            await Task.Yield();
            cancel.ThrowIfCancellationRequested();
        }

        Assert.Contains("Elsewhere Changed", await reader.GetStringAsync("/archive", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten_and_what_was_typed_comes_back()
    {
        var seen = await Seen("identity");
        using var first = await Post("identity", seen, ("name", "First Come"), ("own", "en"), ("zone", "UTC"), ("other", "uk"), ("other", "ar"));
        using var second = await Post("identity", seen, ("name", "Second Come"), ("own", "en"), ("zone", "UTC"), ("other", "uk"), ("other", "ar"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Contains("Second Come", await second.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Equal("First Come", newsroom.Services.GetRequiredService<SiteSettings>().Name);
    }

    [Fact]
    public async Task Every_change_stands_in_the_history_and_can_be_taken_back()
    {
        using var one = await Save("identity", ("name", "The Mill"), ("own", "uk"), ("other", "en"), ("zone", "Europe/Kyiv"));
        var front = await newsroom.Reader().GetStringAsync("/", cancel);
        var history = await administrator.GetStringAsync("/desk/settings/history", cancel);
        var change = await newsroom.InDatabase(db => db.SettingChanges.Where(c => c.Key == SettingKeys.Languages).OrderByDescending(c => c.Id).FirstAsync(cancel));

        using var back = await administrator.PostForm("/desk/settings/restore", ("change", $"{change.Id}"), ("seen", $"{await Seen("identity")}"));

        Assert.Contains("lang=\"uk\"", front, StringComparison.Ordinal);
        Assert.Contains("The Mill", history, StringComparison.Ordinal);
        Assert.Contains("Europe/Kyiv", history, StringComparison.Ordinal);
        Assert.Equal("/desk/settings/history?done=1", back.Headers.Location?.ToString());
        var site = newsroom.Services.GetRequiredService<SiteSettings>();
        Assert.Equal(("en", "The Mill", "Europe/Kyiv"), (site.DefaultLanguage, site.Name, site.TimeZone));
    }

    [Fact]
    public async Task Another_time_zone_moves_no_address()
    {
        var before = await Addresses();

        using var saved = await Save("identity", ("name", "NewsSite"), ("own", "en"), ("other", "uk"), ("other", "ar"), ("zone", "Pacific/Kiritimati"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(before, await Addresses());
        using var page = await newsroom.Reader().GetAsync("/2026/11/06/who-owns-noon", cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("name", " ", "1 to 60 characters")]
    [InlineData("own", "de", "at least one of the languages")]
    [InlineData("zone", "Atlantis/Capital", "no such time zone")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string field, string value, string sentence)
    {
        var fields = new Dictionary<string, string> { ["name"] = "NewsSite", ["own"] = "en", ["zone"] = "UTC", ["other"] = "en", [field] = value };

        using var answer = await Save("identity", [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_about_text_is_printed_and_what_it_could_do_harm_with_is_not()
    {
        using var saved = await Save("about", ("text[en]", "We carry *opinions* across.\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))"), ("text[uk]", ""), ("text[ar]", ""));

        var page = await newsroom.Reader().GetStringAsync("/about", cancel);
        Assert.Contains("We carry <em>opinions</em> across.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.Ordinal);
        Assert.Contains("<p>", await newsroom.Reader().GetStringAsync("/about?language=uk", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accent_colour_comes_in_a_style_sheet_of_ours_that_may_be_kept_for_ever()
    {
        using var saved = await Save("accent", ("light", "#0B5D3B"), ("dark", ""));
        using var reader = newsroom.Reader();
        var page = await reader.GetStringAsync("/", cancel);
        var address = Regex.Match(page, "href=\"(/site\\.css\\?v=[0-9a-f]+)\"").Groups[1].Value;
        using var sheet = await reader.GetAsync(address, cancel);
        using var old = await reader.GetAsync("/site.css?v=1", cancel);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("light-dark(#0b5d3b,", await sheet.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Equal("text/css", sheet.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", sheet.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", old.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains("style-src 'self'", sheet.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ffcc00", "", "On light paper")]
    [InlineData("#0b5d3b", "#0b5d3b", "On dark paper")]
    [InlineData("red", "", "six digits")]
    [InlineData("#0b5d3b;}", "", "six digits")]
    public async Task A_colour_nobody_could_read_is_refused(string light, string dark, string sentence)
    {
        using var answer = await Save("accent", ("light", light), ("dark", dark));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Null(newsroom.Services.GetRequiredService<SiteSettings>().Accent);
    }

    [Fact]
    public async Task A_logo_stands_in_the_masthead_and_goes_again()
    {
        using var drawn = Image.Black(300, 90).NewFromImage(40, 90, 60).Copy(interpretation: Enums.Interpretation.Srgb);

        using var saved = await Upload("logo.png", drawn.WriteToBuffer(".png"));
        var page = await newsroom.Reader().GetStringAsync("/", cancel);
        var picture = Regex.Match(page, "<a class=\"wordmark wordmark-logo\"[^>]*><img src=\"([^\"]+)\" width=\"300\" height=\"90\" alt=\"NewsSite\">").Groups[1].Value;
        using var file = await newsroom.Reader().GetAsync(picture, cancel);
        using var removed = await administrator.PostForm("/desk/settings/logo/remove", ("seen", $"{await Seen("logo")}"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.OK), (saved.StatusCode, file.StatusCode));
        Assert.DoesNotContain("wordmark-logo", await newsroom.Reader().GetStringAsync("/", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_svg_is_no_logo_whatever_it_is_called()
    {
        using var answer = await Upload("logo.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Null(newsroom.Services.GetRequiredService<SiteSettings>().Logo);
    }

    [Fact]
    public async Task A_genre_is_called_as_the_newsroom_says_and_one_at_least_is_offered()
    {
        using var saved = await Save("genres", ("name[OpEd-en]", "Argument"), ("offered", "OpEd"), ("offered", "Analysis"));
        using var none = await Save("genres", ("name[OpEd-en]", "Argument"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, none.StatusCode));
        Assert.Contains("<span class=\"genre\">Argument</span>", await newsroom.Reader().GetStringAsync("/", cancel), StringComparison.Ordinal);
        Assert.Equal([Genre.OpEd, Genre.Analysis], newsroom.Services.GetRequiredService<SiteSettings>().OfferedGenres);
    }

    [Fact]
    public async Task A_section_is_made_renamed_and_deleted_and_its_old_address_leads_to_it()
    {
        var slug = $"harbour-{Interlocked.Increment(ref made)}{(newsroom is SqliteNewsroom ? "s" : "p")}";
        using var added = await Save("sections/new", ("name[en]", "Harbour"), ("slug", slug));
        var id = await newsroom.InDatabase(db => db.Sections.Where(s => s.Slug == slug).Select(s => s.Id).SingleAsync(cancel));
        using var renamed = await Save($"sections/{id}", ("name[en]", "Port"), ("slug", $"port-{slug}"));
        using var old = await newsroom.Reader().GetAsync($"/sections/{slug}", cancel);
        using var taken = await Save("sections/new", ("name[en]", "Another"), ("slug", slug));
        using var deleted = await administrator.PostForm($"/desk/settings/sections/{id}/delete");
        using var gone = await newsroom.Reader().GetAsync($"/sections/{slug}", cancel);
        var line = await newsroom.InDatabase(db => db.SettingChanges.Where(c => c.Key == SettingKeys.Section(id)).OrderByDescending(c => c.Id).FirstAsync(cancel));
        using var restored = await administrator.PostForm("/desk/settings/restore", ("change", $"{line.Id}"), ("seen", $"{int.MaxValue}"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (added.StatusCode, renamed.StatusCode, deleted.StatusCode));
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/sections/port-{slug}"), (old.StatusCode, old.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (taken.StatusCode, gone.StatusCode));
        Assert.Equal("/desk/settings/history?done=1", restored.Headers.Location?.ToString());
        Assert.Equal("Port", (await newsroom.InDatabase(db => db.Sections.SingleAsync(s => s.Slug == $"port-{slug}", cancel))).Name.Exactly("en"));
    }

    [Fact]
    public async Task A_section_with_pieces_stays_and_a_hidden_one_is_led_to_by_nothing()
    {
        var section = await newsroom.InDatabase(db => db.Sections.SingleAsync(s => s.Slug == "time", cancel));
        using var refused = await administrator.PostForm($"/desk/settings/sections/{section.Id}/delete");
        (string, string)[] fields = [("slug", "time"), .. section.Name.Texts.Select(t => ($"name[{t.Key}]", t.Value)), .. section.About.Texts.Select(t => ($"about[{t.Key}]", t.Value))];

        using var hidden = await Save($"sections/{section.Id}", [.. fields, ("hidden", "true")]);
        var front = await newsroom.Reader().GetStringAsync("/", cancel);
        using var page = await newsroom.Reader().GetAsync("/sections/time", cancel);
        using var shown = await Save($"sections/{section.Id}", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("There are pieces in this section", await refused.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("/sections/time\"", front, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("/sections/time\"", await newsroom.Reader().GetStringAsync("/", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_are_moved_up_and_down()
    {
        var before = await Order();
        using var down = await administrator.PostForm("/desk/settings/sections/move", ("section", $"{before[0]}"), ("up", "false"));
        var after = await Order();
        using var up = await administrator.PostForm("/desk/settings/sections/move", ("section", $"{before[0]}"), ("up", "true"));

        Assert.Equal([before[1], before[0], .. before[2..]], after);
        Assert.Equal(before, await Order());
    }

    private Task<List<int>> Order() => newsroom.InDatabase(db => db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel));

    private Task<List<string>> Addresses() => newsroom.InDatabase(async db =>
        (await db.Articles.Where(a => a.PublicationDay != null).OrderBy(a => a.Id).ToListAsync(cancel)).ConvertAll(a => a.Address!.ToString()!));

    private async Task<HttpResponseMessage> Save(string page, params (string Name, string Value)[] fields) => await Post(page, await Seen(page), fields);

    private Task<HttpResponseMessage> Post(string page, int seen, params (string Name, string Value)[] fields) => administrator.PostForm($"/desk/settings/{page}", [.. fields, ("seen", $"{seen}")]);

    private async Task<int> Seen(string page) =>
        int.Parse(Regex.Match(await administrator.GetStringAsync($"/desk/settings/{page}", cancel), "name=\"seen\" value=\"(\\d+)\"").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<HttpResponseMessage> Upload(string name, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", name },
            { new StringContent($"{await Seen("logo")}"), "seen" },
            { new StringContent(await administrator.AntiforgeryToken("/desk/settings/logo")), "__RequestVerificationToken" },
        };
        return await administrator.PostAsync("/desk/settings/logo", form, cancel);
    }
}

public sealed class SettingPagesOnSqlite(SqliteNewsroom newsroom) : SettingPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class SettingPagesOnPostgres : SettingPages
{
    public SettingPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
