using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Desk;

namespace NewsSite.Web.Tests;

/// <summary>The front page: what editors pick, until when, and what readers get of it, on either database.</summary>
public abstract partial class FrontPageTests(Newsroom newsroom) : IAsyncLifetime
{
    private List<FrontPagePick> picksBefore = [];

    private static readonly DateTime Ahead = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    private DateTime Now => newsroom.Clock.GetUtcNow().UtcDateTime;

    public async ValueTask InitializeAsync() => picksBefore = await newsroom.Picks();

    public async ValueTask DisposeAsync()
    {
        await newsroom.PutBack(picksBefore);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_picks_stand_in_their_order_and_no_piece_stands_twice()
    {
        var editor = await Begin("Ordering Odo");
        var (older, path) = await newsroom.Out(editor, "A lead by hand");
        var (other, otherPath) = await newsroom.Out(editor, "A second by hand");
        await Fill(70);

        Assert.Null(await Pick(editor, other));
        Assert.Null(await Pick(editor, older, asLead: true));

        var page = await Front();
        var leads = Headlines().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.Equal([path, otherPath], leads.Take(2));
        Assert.Equal(leads.Distinct(), leads);
        Assert.Null(await Move(editor, other, up: true));
        Assert.StartsWith(otherPath, Headlines().Match(await Front()).Groups[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pick_that_expires_is_gone_at_that_moment_also_from_the_kept_page()
    {
        var editor = await Begin("Expiring Eli");
        var (first, firstPath) = await newsroom.Out(editor, "For a few seconds");
        var (second, secondPath) = await newsroom.Out(editor, "Comes after it");
        await Pick(editor, first);
        await Pick(editor, second);
        Assert.Null(await Change((d, edition) => d.ExpireAsync(editor, edition, first, Now.AddSeconds(10), cancel)));

        using var reader = newsroom.Reader();
        Assert.Equal(firstPath, await Lead(reader));
        newsroom.Statements.Reset();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(firstPath, await Lead(reader));
        Assert.Equal(0, newsroom.Statements.Count);
        // The page would be kept for a minute.
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(secondPath, await Lead(reader));

        using var desk = newsroom.As(editor.AccountId);
        Assert.Contains("Expired: passed over", await desk.GetStringAsync("/desk/front?tongue=en", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_server_hears_of_a_change()
    {
        var editor = await Begin("Telling Tess");
        var (id, _) = await newsroom.Out(editor, "To be heard of");
        var elsewhere = new SeenChanges();
        await newsroom.Use((PublicChanges c) => c.NewAsync(elsewhere, cancel));

        await Pick(editor, id);

        Assert.Contains(id, await newsroom.Use((PublicChanges c) => c.NewAsync(elsewhere, cancel)));
    }

    [Fact]
    public async Task A_scheduled_piece_is_picked_beforehand_takes_its_place_when_it_appears_and_drops_out_when_withdrawn()
    {
        var editor = await Begin("Planning Pia");
        var (there, therePath) = await newsroom.Out(editor, "There already");
        var id = await newsroom.Begun(editor, await newsroom.Complete("Planned for later"));
        Assert.Equal(FrontRefusal.NotThere, await Pick(editor, id));
        await Schedule(editor, id, Now.AddHours(3));
        await Pick(editor, there);
        Assert.Null(await Pick(editor, id, asLead: true));

        using var reader = newsroom.Reader();
        using var desk = newsroom.As(editor.AccountId);
        Assert.Equal(therePath, await Lead(reader));
        Assert.DoesNotContain("Planned for later", await reader.GetStringAsync("/", cancel), StringComparison.Ordinal);
        Assert.Contains("Takes its place when it appears", await desk.GetStringAsync("/desk/front?tongue=en", cancel), StringComparison.Ordinal);

        newsroom.Clock.Advance(TimeSpan.FromHours(3));
        await newsroom.Use((Publishing p) => p.PublishDueAsync(cancel));
        Assert.Equal(await newsroom.PathOf(id), await Lead(reader));

        await newsroom.Use((PublishedPieces p) => p.WithdrawAsync(editor, id, "It was wrong.", cancel));
        newsroom.Forget();
        Assert.Equal(therePath, await Lead(reader));
        Assert.Contains("Readers do not have it: passed over", await desk.GetStringAsync("/desk/front?tongue=en", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_page_as_it_will_stand_and_as_it_then_does()
    {
        var editor = await Begin("Foreseeing Flo");
        var (now, nowPath) = await newsroom.Out(editor, "Stands until tomorrow");
        var id = await newsroom.Begun(editor, await newsroom.Complete("Stands from tomorrow"));
        // A time is typed to the minute.
        var due = Now.AddHours(20).AddTicks(-(Now.Ticks % TimeSpan.TicksPerMinute));
        await Schedule(editor, id, due);
        await Pick(editor, now);
        await Pick(editor, id);
        await Change((d, edition) => d.ExpireAsync(editor, edition, now, due.AddHours(1), cancel));
        using var desk = newsroom.As(editor.AccountId);
        using var reader = newsroom.Reader();

        // Forms know minutes, and the site's zone, which other tests have changed.
        var (then, zone) = (due.AddHours(1).AddMinutes(1), newsroom.Services.GetRequiredService<Settings.SiteSettings>().Zone);

        using var today = await desk.GetAsync("/desk/front/preview?language=en", cancel);
        var before = await today.Content.ReadAsStringAsync(cancel);
        var after = await desk.GetStringAsync($"/desk/front/preview?language=en&at={TimeZoneInfo.ConvertTimeFromUtc(then, zone):yyyy-MM-ddTHH:mm}", cancel);

        Assert.Equal("no-store, private", today.Headers.CacheControl!.ToString());
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", before, StringComparison.Ordinal);
        Assert.Equal(nowPath, Headlines().Match(before).Groups[1].Value);
        Assert.DoesNotContain("Stands from tomorrow", before, StringComparison.Ordinal);
        Assert.Equal($"/desk/articles/{id}/preview", Headlines().Match(after).Groups[1].Value);

        newsroom.Clock.Advance(then - Now);
        await newsroom.Use((Publishing p) => p.PublishDueAsync(cancel));
        // What a loop does once a minute: other tests have sections of their own.
        await newsroom.InDatabase(async db =>
        {
            await newsroom.Services.GetRequiredService<Pages.SectionMenu>().RefreshAsync(db, cancel);
            return true;
        });
        Assert.Equal(Body(await reader.GetStringAsync("/", cancel)), Body(after).Replace($"/desk/articles/{id}/preview", await newsroom.PathOf(id), StringComparison.Ordinal).Replace("/desk/pictures/file/", "/media/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preview_of_no_time_ahead_says_so_and_shows_today()
    {
        var editor = await Begin("Unseeing Una");
        using var desk = newsroom.As(editor.AccountId);
        foreach (var at in (string[])["2020-01-01T00:00", "soon", "0001-01-01T00:00", "9999-12-31T23:59", "%00"])
        {
            using var answer = await desk.GetAsync($"/desk/front/preview?language=en&at={at}", cancel);

            Assert.Equal((at, HttpStatusCode.UnprocessableEntity), (at, answer.StatusCode));
            Assert.Contains("That time lies behind, or is none.", await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_from_an_older_state_is_not_done_and_the_other_one_is_shown()
    {
        var (one, other) = (await Begin("Slow Sal"), await newsroom.Editor("Fast Fay"));
        var (id, _) = await newsroom.Out(one, "Wanted by both");
        var (second, _) = await newsroom.Out(one, "Wanted by the fast");
        using var desk = newsroom.As(one.AccountId);
        await Pick(one, id);
        var seen = await Edition();
        await Pick(other, second, asLead: true);

        using var answer = await Post(desk, "/desk/front/expiry", ("tongue", "en"), ("revision", $"{seen.Revision}"), ("article", $"{id}"), ("expires", "2027-05-05T10:00"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancel));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Fast Fay changed this front page", page, StringComparison.Ordinal);
        Assert.Contains("+ 1 · Wanted by the fast", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2027-05-05T10:00\"", page, StringComparison.Ordinal);
        Assert.Equal([second, id], await Picked());
        Assert.All(await Picks(), p => Assert.Null(p.ExpiresAt));
    }

    [Fact]
    public async Task Of_many_changes_at_once_one_is_done()
    {
        var editor = await Begin("Crowding Cy");
        var ids = new List<int>();
        foreach (var i in Enumerable.Range(0, 6))
        {
            ids.Add((await newsroom.Out(editor, $"Crowding in {i}")).Id);
        }

        var empty = await Edition();
        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => newsroom.Use((FrontPageDesk d) => d.PickAsync(editor, empty, id, asLead: true, cancel)), cancel)));

        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.Where(o => o is not null), o => Assert.Equal(FrontRefusal.Changed, o));
        Assert.Single(await Picked());
    }

    [Fact]
    public async Task The_desk_is_worked_by_its_forms_and_every_step_is_in_the_log()
    {
        var editor = await Begin("Working Wim");
        var (id, _) = await newsroom.Out(editor, "Ягоди на front page");
        var (second, _) = await newsroom.Out(editor, "Stands beneath");
        using var desk = newsroom.As(editor.AccountId);

        // Found in whatever case, in Cyrillic too.
        Assert.Contains("As the lead: Ягоди на front page", await desk.GetStringAsync("/desk/front?tongue=en&q=%D1%8F%D0%B3%D0%BE%D0%B4%D0%B8", cancel), StringComparison.Ordinal);
        Assert.Contains("No published or scheduled piece", await desk.GetStringAsync("/desk/front?tongue=en&q=%00nowhere%00", cancel), StringComparison.Ordinal);
        foreach (var article in new[] { id, second })
        {
            using var picked = await Post(desk, "/desk/front/pick", await Fields(article, ("lead", "false"), ("q", "beneath")));
            Assert.Equal($"/desk/front?tongue=en&q=beneath#p-{article}", $"{picked.Headers.Location}");
        }

        using var moved = await Post(desk, "/desk/front/move", await Fields(second, ("up", "true")));
        Assert.Equal($"/desk/front?tongue=en#up-{second}", $"{moved.Headers.Location}");
        using var until = await Post(desk, "/desk/front/expiry", await Fields(id, ("expires", $"{Ahead:yyyy-MM-ddTHH:mm}")));
        Assert.Equal(HttpStatusCode.SeeOther, until.StatusCode);
        Assert.Equal([(second, null), (id, Ahead)], (await Picks()).Select(p => (p.ArticleId, p.ExpiresAt)));
        using var past = await Post(desk, "/desk/front/expiry", await Fields(id, ("expires", "2020-01-01T00:00")));
        Assert.Contains("value=\"2020-01-01T00:00\"", await past.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        using var removed = await Post(desk, "/desk/front/remove", await Fields(second));
        Assert.Equal([id], await Picked());

        var log = WebUtility.HtmlDecode(await desk.GetStringAsync("/desk/log?thing=FrontPage", cancel));
        Assert.All((string[])["+ 1 · Ягоди на front page", "+ 2 · Stands beneath", "2 → 1 · Stands beneath", "∞ → 2027-03-01 09:00:00Z · Ягоди на front page", "− 1 · Stands beneath"],
            line => Assert.Contains(line, log, StringComparison.Ordinal));
        Assert.Contains("Removed from the front page.", await desk.GetStringAsync("/desk/front?tongue=en", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_front_page_takes_no_more_than_twelve_and_nothing_of_another_language()
    {
        var editor = await Begin("Filling Fin");
        var ids = await Fill(FrontPagePick.Most + 1);
        foreach (var id in ids.Take(FrontPagePick.Most))
        {
            Assert.Null(await Pick(editor, id));
        }

        Assert.Equal(FrontRefusal.Full, await Pick(editor, ids[^1]));
        // One that is there already only moves.
        Assert.Null(await Pick(editor, ids[3], asLead: true));
        Assert.Equal(ids[3], (await Picked())[0]);
        Assert.Equal(FrontRefusal.NotThere, await newsroom.Use(async (FrontPageDesk d) => await d.PickAsync(editor, (await d.ReadAsync("uk", cancel)).Edition, ids[0], false, cancel)));
    }

    [Fact]
    public async Task Only_editors_make_up_a_front_page()
    {
        var editor = await Begin("Sole Sid");
        var (id, _) = await newsroom.Out(editor, "Nobody else's to pick");
        foreach (var roles in new AccountRole[][] { [], [AccountRole.Moderator], [AccountRole.Translator] })
        {
            var account = await newsroom.Account($"Not Editor {(roles.Length == 0 ? "Any" : roles[0])}", roles);
            var actor = new DeskActor(account, roles.ToHashSet(), new HashSet<string> { "en" });
            Assert.Equal(FrontRefusal.NotAllowed, await newsroom.Use((FrontPageDesk d) => d.PickAsync(actor, new FrontEdition("en", 0), id, false, cancel)));
            using var other = newsroom.As(account);
            foreach (var path in (string[])["/desk/front", "/desk/front?tongue=uk", "/desk/front/preview", "/desk/front/preview?language=ar"])
            {
                using var answer = await other.GetAsync(path, cancel);
                Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            }
        }

        using var desk = newsroom.As(editor.AccountId);
        using var nowhere = await desk.GetAsync("/desk/front?tongue=xx", cancel);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        using var nonsense = await Post(desk, "/desk/front/pick", ("tongue", "en"), ("revision", "x"), ("article", "99999999999"), ("lead", "perhaps"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
    }

    /// <summary>An editor before an empty front page, at a time no other test has come to.</summary>
    private async Task<DeskActor> Begin(string name)
    {
        await newsroom.InDatabase(db => db.FrontPagePicks.Where(p => p.Language == "en").ExecuteDeleteAsync(cancel));
        return await newsroom.Editor(name);
    }

    private async Task<IReadOnlyList<int>> Fill(int pieces)
    {
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        return await newsroom.InDatabase(async db =>
        {
            var sections = await db.Sections.OrderBy(s => s.Position).ToListAsync(cancel);
            var made = Enumerable.Range(0, pieces).Select(i =>
            {
                var slug = $"filler-{Guid.NewGuid():N}";
                var article = new Article(new Work(slug), "en", slug, $"Filler {i}", sections[i % sections.Count], Genre.Report);
                article.Write("Some text.");
                article.Publish(Now, TimeZoneInfo.Utc);
                return article;
            }).ToList();
            db.AddRange(made);
            await db.SaveChangesAsync(cancel);
            return made.ConvertAll(a => a.Id);
        });
    }

    private async Task Schedule(DeskActor editor, int id, DateTime at)
    {
        foreach (var stage in (WorkStage[])[WorkStage.Claimed, WorkStage.Translating, WorkStage.InEdit])
        {
            Assert.Null(await newsroom.Use((Workflow w) => w.MoveAsync(editor, id, stage, null, cancel)));
        }

        Assert.Null((await newsroom.Use((Publishing p) => p.ScheduleAsync(editor, [(id, 1)], at, cancel))).Why);
    }

    private Task<FrontEdition> Edition() => newsroom.Use(async (FrontPageDesk d) => (await d.ReadAsync("en", cancel)).Edition);

    private Task<IReadOnlyList<PickedPiece>> Picks() => newsroom.Use(async (FrontPageDesk d) => (await d.ReadAsync("en", cancel)).Picks);

    private async Task<IReadOnlyList<int>> Picked() => [.. (await Picks()).Select(p => p.ArticleId)];

    private Task<FrontRefusal?> Change(Func<FrontPageDesk, FrontEdition, Task<FrontRefusal?>> change)
    {
        newsroom.Forget();
        return newsroom.Use(async (FrontPageDesk d) => await change(d, (await d.ReadAsync("en", cancel)).Edition));
    }

    private Task<FrontRefusal?> Pick(DeskActor editor, int id, bool asLead = false) => Change((d, edition) => d.PickAsync(editor, edition, id, asLead, cancel));

    private Task<FrontRefusal?> Move(DeskActor editor, int id, bool up) => Change((d, edition) => d.MoveAsync(editor, edition, id, up, cancel));

    private async Task<(string Name, string Value)[]> Fields(int article, params (string Name, string Value)[] more) =>
        [("tongue", "en"), ("revision", $"{(await Edition()).Revision}"), ("article", $"{article}"), .. more];

    private async Task<HttpResponseMessage> Post(HttpClient desk, string path, params (string Name, string Value)[] fields)
    {
        var token = await desk.AntiforgeryToken("/desk/front?tongue=en");
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await desk.PostAsync(path, form, cancel);
    }

    private async Task<string> Front()
    {
        newsroom.Forget();
        using var reader = newsroom.Reader();
        return await reader.GetStringAsync("/", cancel);
    }

    private async Task<string> Lead(HttpClient reader) => Headlines().Match(await reader.GetStringAsync("/", cancel)).Groups[1].Value;

    private static string Body(string page)
    {
        var text = page[page.IndexOf("<h1 class=\"hidden\">", StringComparison.Ordinal)..];
        return text[..text.IndexOf("</main>", StringComparison.Ordinal)];
    }

    [GeneratedRegex("<(?:h2|h3|li lang=[^>]*)><a href=\"([^\"]+)\">")]
    private static partial Regex Headlines();
}

/// <summary>A publication of its own, for the seeds' picks are others' to count.</summary>
public sealed class SqliteFront : SqliteNewsroom;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresFront : PostgresNewsroom;

public sealed class FrontPageOnSqlite(SqliteFront newsroom) : FrontPageTests(newsroom), IClassFixture<SqliteFront>;

[Trait("Database", "PostgreSQL")]
public sealed class FrontPageOnPostgres : FrontPageTests, IClassFixture<PostgresFront>
{
    public FrontPageOnPostgres(PostgresFront newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
