using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Desk;
using NewsSite.Media;

namespace NewsSite.Web.Tests.Pictures;

/// <summary>
/// What is not published is reached by nobody without the right: every address the site has is asked for with the keys of drafts in every state, by everybody without it, on either database.
/// </summary>
public abstract partial class ReachTests(Newsroom newsroom) : PictureStage(newsroom)
{
    /// <summary>So many addresses of one page are posted to; those that take no posts have more of them.</summary>
    private const int Tried = 24;

    private static int round;

    // Letters a search can find the pieces by, and letters that stand beside them and must never come out.
    private readonly string find = $"findable{Interlocked.Increment(ref round)}x";
    private readonly string hush = $"hush{Guid.NewGuid():N}";
    private readonly string hushOfPictures = $"dark{Guid.NewGuid():N}";

    private readonly List<(int Id, string Slug)> pieces = [];
    private readonly List<string> paths = [];
    private readonly List<string> keys = [];
    private readonly List<int> links = [];

    private int draft;
    private DeskActor editor = null!;
    private PictureFile picture = null!;

    [Fact]
    public async Task Nothing_unpublished_is_reached_by_anybody_without_the_right()
    {
        var picks = await Newsroom.Picks();
        await HideAsync();
        var before = await StateAsync();
        var addresses = Addresses();
        Assert.True(addresses.Count > 400, $"{addresses.Count} addresses");
        foreach (var (name, account) in new (string, int?)[]
                 {
                     ("anybody", null), ("a reader", await Person("Reading")), ("a moderator", await Person("Moderating", AccountRole.Moderator)),
                     ("a translator of another language", await TranslatorAsync("ar")), ("a translator without a language", await Person("Nowhere", AccountRole.Translator)),
                 })
        {
            using var browser = account is { } id ? Newsroom.As(id) : Newsroom.Browser();
            string[] hidden = account is null || name is "a reader" or "a moderator" ? [hush, hushOfPictures] : [hush];
            foreach (var address in addresses)
            {
                using var page = await browser.GetAsync(address, Cancel);
                await SaysNothingAsync(page, name, address, hidden);
            }

            var token = account is null ? null : await browser.AntiforgeryToken("/account/profile");
            foreach (var (address, fields) in Posts())
            {
                using var form = new FormUrlEncodedContent(token is null ? fields : fields.Append(KeyValuePair.Create("__RequestVerificationToken", token)));
                using var answer = await browser.PostAsync(address, form, Cancel);
                await SaysNothingAsync(answer, name, $"POST {address}", hidden);
            }
        }

        Assert.Equal(before, await StateAsync());

        // What was asked for is there: somebody with the right reads of it all over the desk.
        using var desk = Newsroom.As(editor.AccountId);
        var read = 0;
        foreach (var address in addresses)
        {
            using var page = await desk.GetAsync(address, Cancel);
            Assert.True((int)page.StatusCode < 500, $"An editor got {page.StatusCode} from {address}");
            read += (await page.Content.ReadAsStringAsync(Cancel)).Contains(hush, StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(read > 50, $"{read} pages of the desk tell an editor of it.");
        await Newsroom.PutBack(picks);
    }

    [Fact]
    public async Task What_only_editors_do_is_not_there_for_a_translator_who_sees_the_piece()
    {
        var picks = await Newsroom.Picks();
        await HideAsync();
        var before = await StateAsync(latest: false);
        using var browser = Newsroom.As(await TranslatorAsync("en"));
        var token = await browser.AntiforgeryToken("/account/profile");
        var id = draft;
        Assert.Contains(hush, await browser.GetStringAsync($"/desk/articles/{id}", Cancel), StringComparison.Ordinal);
        foreach (var address in (string[])[$"/desk/articles/{id}/publish", $"/desk/articles/{id}/timing", $"/desk/articles/{id}/withdraw", "/desk/front", "/desk/front/preview", "/desk/front/pick", "/desk/front/remove", "/desk/log", "/desk/contributors/1", "/desk/publications/1/merge", "/desk/people", "/desk/settings", "/desk/moderation"])
        {
            using var page = await browser.GetAsync(address, Cancel);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, page.StatusCode));
            using var form = new FormUrlEncodedContent(Fields(id).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
            using var answer = await browser.PostAsync(address, form, Cancel);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }

        Assert.Equal(before, await StateAsync(latest: false));
        await Newsroom.PutBack(picks);
    }

    [Fact]
    public async Task A_published_page_changes_only_by_publishing()
    {
        editor = await Newsroom.Editor($"Still {Guid.NewGuid():N}");
        var (id, path) = await Newsroom.Out(editor, $"Stays as it is {find}");
        using var reader = Newsroom.Reader();
        var seen = await PublicAsync(reader, path);

        var content = (await Newsroom.Use((Drafting d) => d.RevisionAsync(id, 1, Cancel)))!.Content;
        var changed = content with { Headline = "Another headline", Standfirst = "Another standfirst.", Body = "Another text.\n\nAltogether.\n", Slug = "another-slug", Topics = [1], Credits = [], Source = null };
        foreach (var kind in (RevisionKind[])[RevisionKind.Saved, RevisionKind.Autosave])
        {
            await SaveAsync(id, changed with { Body = $"Another text, {kind}.\n" }, kind, original: $"Інший оригінал, {kind}.");
            Assert.Equal(seen, await PublicAsync(reader, path));
        }

        await Newsroom.Use((Drafting d) => d.RestoreAsync(editor, id, 1, "Again.", Cancel));
        await SaveAsync(id, changed);
        var latest = await LatestAsync(id);
        var (key, _) = await Newsroom.Use((PreviewLinks p) => p.MakeAsync(editor, id, latest, "Somebody outside", 3, Cancel));
        foreach (var kind in (PreviewAnswerKind[])[PreviewAnswerKind.Commented, PreviewAnswerKind.Approved])
        {
            Assert.Null(await Newsroom.Use((PreviewLinks p) => p.AnswerAsync(key!, new TypedAnswer(kind, "Somebody", "A remark."), () => true, Cancel)));
        }

        using (var desk = Newsroom.As(editor.AccountId))
        {
            await desk.GetStringAsync($"/desk/articles/{id}/preview", Cancel);
            await desk.GetStringAsync($"/preview/{key}", Cancel);
        }

        Assert.Null(await Newsroom.Use((Publishing p) => p.EmbargoAsync(editor, id, true, null, "Agreed.", Cancel)));
        Assert.Null(await Newsroom.Use((Publishing p) => p.EmbargoAsync(editor, id, false, null, null, Cancel)));
        await Newsroom.Begun(editor, content with { Headline = "Another language" }, "uk");
        Assert.Equal(seen, await PublicAsync(reader, path));

        Assert.Equal(DeskRefusal.NotReady, (await Newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, latest)], new PublishedChange(true, null, null), Cancel))).Why);
        await SaveAsync(id, content with { Headline = "Now it changes" });
        var ready = await LatestAsync(id);
        Assert.Equal(seen, await PublicAsync(reader, path));
        Assert.Null((await Newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, ready)], new PublishedChange(true, null, null), Cancel))).Why);
        Assert.Contains("Now it changes", await PublicAsync(reader, path), StringComparison.Ordinal);
    }

    /// <summary>Makes one of each that nobody may see.</summary>
    private async Task HideAsync()
    {
        editor = await Newsroom.Editor($"Hiding {Guid.NewGuid():N}");
        using var content = new MemoryStream(Fresh());
        var upload = await Newsroom.Use((PictureUploads u) => u.TakeAsync(content, $"{hushOfPictures}.jpg", "image/jpeg", null, Now, Cancel));
        picture = upload.Picture!;
        await Newsroom.Use((PictureEditing e) => e.DescribeAsync(picture.Id, new PictureDetails { CreditName = hushOfPictures, Alt = hushOfPictures, Caption = hushOfPictures }, Cancel));

        var (shown, outPath) = await Newsroom.Out(editor, $"Readers have this one {find}");
        draft = await AddAsync();
        var embargoed = await AddAsync();
        Assert.Null(await Newsroom.Use((Publishing p) => p.EmbargoAsync(editor, embargoed, true, Now.AddDays(9), hush, Cancel)));
        var scheduled = await AddAsync();
        await MoveAsync(scheduled, WorkStage.Claimed, WorkStage.Translating, WorkStage.InEdit);
        Assert.Null((await Newsroom.Use((Publishing p) => p.ScheduleAsync(editor, [(scheduled, 1)], Now.AddYears(1), Cancel))).Why);
        await Newsroom.Use(async (FrontPageDesk d) => await d.PickAsync(editor, (await d.ReadAsync("en", Cancel)).Edition, scheduled, true, Cancel));
        var spiked = await AddAsync();
        await MoveAsync(spiked, WorkStage.Spiked);
        await AddAsync(language: "uk", versionOf: shown);

        // Readers have the one, and not what was written since; the other they had, and have no more.
        await ChangeAsync(shown);
        pieces.Add((shown, outPath[(outPath.LastIndexOf('/') + 1)..]));
        var (gone, gonePath) = await Newsroom.Out(editor, "Readers had this one");
        await ChangeAsync(gone);
        var changed = await LatestAsync(gone);
        Assert.Null((await Newsroom.Use((Publishing p) => p.PublishAsync(editor, [(gone, changed)], null, Cancel))).Why);
        Assert.Null(await Newsroom.Use((PublishedPieces p) => p.WithdrawAsync(editor, gone, "We took it back.", Cancel)));
        pieces.Add((gone, gonePath[(gonePath.LastIndexOf('/') + 1)..]));
        paths.AddRange([outPath, gonePath, await Newsroom.PathOf(gone)]);

        foreach (var id in (int[])[draft, scheduled, shown])
        {
            var (live, _) = await Newsroom.Use((PreviewLinks p) => p.MakeAsync(editor, id, 1, hush, 3, Cancel));
            var (revoked, _) = await Newsroom.Use((PreviewLinks p) => p.MakeAsync(editor, id, 1, hush, 3, Cancel));
            var made = await Read(db => db.PreviewLinks.Where(l => l.ArticleId == id).OrderBy(l => l.Id).ToListAsync(Cancel));
            await Newsroom.Use((PreviewLinks p) => p.RevokeAsync(editor, id, made[^1].Id, Cancel));
            // Of the open one what the database has; not the key itself, for that is the right.
            keys.AddRange([revoked!, made[0].KeyHash.PadRight(43, 'A')[..43], live![..42] + (live[42] == 'A' ? 'B' : 'A'), live.ToUpperInvariant()]);
            links.AddRange(made.Select(l => l.Id));
        }

        pieces.AddRange((await Read(db => db.Articles.Where(a => a.Id == draft || a.Id == embargoed || a.Id == scheduled || a.Id == spiked || a.Headline.Contains(hush)).Select(a => new { a.Id, a.Slug }).ToListAsync(Cancel))).Select(a => (a.Id, a.Slug)));
        pieces.Reverse();
    }

    private async Task<int> AddAsync(string language = "en", int? versionOf = null) =>
        (await Newsroom.Use(async (Drafting d) => await d.BeginAsync(editor, language, await ContentAsync(), versionOf, Cancel))) is { ArticleId: { } id } ? await OriginalAsync(id) : throw new InvalidOperationException();

    private async Task<int> OriginalAsync(int id)
    {
        await SaveAsync(id, await ContentAsync(), original: $"{hush} original.");
        return id;
    }

    private async Task<ArticleContent> ContentAsync()
    {
        var content = await Newsroom.Complete($"{find} {hush}");
        return content with
        {
            Standfirst = $"{find} {hush} standfirst.", Body = $"{hush} body.\n\n{find}\n", Slug = hush[..20],
            Picture = new ContentPicture(picture.Id, $"{hush} seen", false, $"{hush} caption"),
            Source = content.Source! with { Title = $"{hush} title", Url = $"https://outlet.example/{hush}", PermissionNote = hush },
        };
    }

    private async Task ChangeAsync(int id) => await SaveAsync(id, await ContentAsync() with { Headline = $"Readers had this one {find}", Slug = "" }, note: hush);

    private Task<DraftOutcome.Kept> SaveAsync(int id, ArticleContent content, RevisionKind kind = RevisionKind.Saved, string? original = null, string? note = null) => Newsroom.Use(async (Drafting d) =>
        Assert.IsType<DraftOutcome.Kept>(await d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = await LatestAsync(id), Content = content, Original = original, Kind = kind, Note = note }, Cancel)));

    private Task<int> LatestAsync(int id) => Read(db => db.Assignments.Where(a => a.ArticleId == id).Select(a => a.LatestRevision).SingleAsync(Cancel));

    private async Task MoveAsync(int id, params WorkStage[] stages)
    {
        foreach (var stage in stages)
        {
            Assert.Null(await Newsroom.Use((Workflow w) => w.MoveAsync(editor, id, stage, hush, Cancel)));
        }
    }

    private async Task<int> TranslatorAsync(string language)
    {
        var id = await Person("Translating", AccountRole.Translator);
        await Read(async db =>
        {
            (await db.Accounts.Include(a => a.Languages).SingleAsync(a => a.Id == id, Cancel)).Languages.Add(new AccountLanguage(language));
            return await db.SaveChangesAsync(Cancel);
        });
        return id;
    }

    /// <summary>What those without the right must not have changed.</summary>
    private async Task<string> StateAsync(bool latest = true)
    {
        var ids = pieces.ConvertAll(p => p.Id);
        var rows = await Read(db => db.Assignments.AsNoTracking().Where(a => ids.Contains(a.ArticleId)).OrderBy(a => a.ArticleId)
            .Select(a => new { a.ArticleId, a.Stage, a.PublishedRevision, Latest = latest ? a.LatestRevision : 0, a.ScheduledFor, a.IsEmbargoed, a.HolderId, a.Article.Status, a.Article.Headline }).ToListAsync(Cancel));
        var rest = await Read(async db => (await db.PreviewLinks.CountAsync(l => l.RevokedAt == null && ids.Contains(l.ArticleId), Cancel), await db.PictureFiles.CountAsync(f => f.Id == picture.Id, Cancel), string.Join(',', await db.FrontPagePicks.OrderBy(p => p.Id).Select(p => p.ArticleId).ToListAsync(Cancel))));
        return $"{string.Join('\n', rows)}\n{rest}";
    }

    /// <summary>Every address the site has, with whatever could stand in it; then files of pictures, and addresses of things as people try them.</summary>
    private List<string> Addresses()
    {
        var made = new HashSet<string>();
        foreach (var route in Routes())
        {
            foreach (var address in Filled(route))
            {
                made.Add(address);
                // A letter no database takes.
                made.Add($"{Filled(route).First()}?q=%00&text=%00&tongue=%00&name=%00&who=%00&sort=%00&after=%00&role=%00&at=%00");
                made.Add($"{address}?q={find}&text={find}&revision=1&from=1&to=2&with=1&tongue=en&page=1&language=uk");
            }
        }

        var stems = Files().Select(Path.GetFileName).Where(f => f!.StartsWith(picture.File, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(stems);
        made.UnionWith(stems.SelectMany(f => new[] { $"/media/{f}", $"/desk/pictures/file/{f}", $"/media/../hidden/{f}", $"/media/%2e%2e/hidden/{f}" }));
        foreach (var below in (string[])["/feed.rss", "/feed.atom", "/feed.json", "/sitemap.xml", "/news-sitemap.xml", $"/search?q={find}", "/robots.txt", "/manifest.webmanifest"])
        {
            made.Add(below);
        }

        return [.. made];
    }

    private List<(string Address, IEnumerable<KeyValuePair<string, string>> Fields)> Posts() =>
    [
        .. Routes().Where(r => !r.StartsWith("/account", StringComparison.Ordinal)).SelectMany(route => Filled(route).Take(Tried).SelectMany(address => (route.Contains("{id", StringComparison.Ordinal) ? pieces.Take(1) : pieces).Select(p => (address, Fields(p.Id))))),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Fields(int id) =>
    [
        .. new Dictionary<string, string>
        {
            ["article"] = $"{id}", ["id"] = $"{id}", ["with"] = $"{id}", ["versionOf"] = $"{id}", ["revision"] = "1", ["base"] = "1", ["number"] = "1", ["link"] = "1", ["to"] = "Claimed", ["stage"] = "Claimed", ["what"] = "free", ["when"] = "now",
            ["text"] = "Some words.", ["body"] = "Some words.", ["headline"] = "Some words", ["language"] = "en", ["tongue"] = "en", ["name"] = "Somebody", ["forWhom"] = "Somebody", ["days"] = "3", ["session"] = new string('a', 32), ["note"] = "Why not.", ["lead"] = "true", ["up"] = "true", ["item"] = $"{id}-Held-1",
        },
    ];

    private List<string> Routes() =>
    [
        .. Newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null || (e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && !e.RoutePattern.RawText.Contains("**", StringComparison.Ordinal)))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct(),
    ];

    private IEnumerable<string> Filled(string route)
    {
        if (route.Contains("{year", StringComparison.Ordinal))
        {
            return Dated(route);
        }

        var made = new List<string> { route };
        while (made.Exists(m => Parameter().IsMatch(m)))
        {
            made = [.. made.SelectMany(m => Parameter().Match(m) is { Success: true } first ? Values(first.Groups[1].Value).Select(v => m.Remove(first.Index, first.Length).Insert(first.Index, v)) : [m])];
        }

        return made.Select(m => m.Length > 1 ? m.TrimEnd('/') : m);
    }

    /// <summary>On the days the pieces have, would have, or were begun on.</summary>
    private IEnumerable<string> Dated(string route)
    {
        var tail = route[(route.LastIndexOf("{day", StringComparison.Ordinal) + 1)..];
        tail = tail[(tail.IndexOf('}', StringComparison.Ordinal) + 1)..];
        DateTime[] days = [Now, Now.AddYears(1), Now.AddDays(9)];
        return tail.Length == 0
            ? days.SelectMany(d => new[] { $"/{d:yyyy}", $"/{d:yyyy/MM}", $"/{d:yyyy/MM/dd}" })
            : paths.Concat(days.SelectMany(d => pieces.Select(p => p.Slug).Append(hush[..20]).Distinct().Select(slug => $"/{d:yyyy/MM/dd}/{slug}"))).Select(path => path + tail.Replace("/{slug}", "", StringComparison.Ordinal));
    }

    private IEnumerable<string> Values(string parameter) => parameter.Split(':', '?')[0] switch
    {
        "id" => [.. pieces.Select(p => $"{p.Id}"), $"{picture.Id}"],
        "number" => ["1", "2"],
        "link" => links.Select(l => $"{l}"),
        "key" => keys,
        "slug" => [.. pieces.Select(p => p.Slug), hush[..20], "waters"],
        "role" => ["author"],
        "format" => ["rss", "atom", "json"],
        "version" => ["0123456789abcdef"],
                "name" => [$"{picture.File}-{PictureSizes.Widths[0]}.webp"],
        "frontLanguage" => ["", "uk", "ar"],
        "status" => ["404"],
        var other => throw new InvalidOperationException($"Say what stands for {{{other}}} in addresses."),
    };

    private static async Task SaysNothingAsync(HttpResponseMessage answer, string who, string address, string[] hidden)
    {
        var text = $"{answer.Headers} {answer.Content.Headers} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        Assert.True((int)answer.StatusCode < 500, $"{who} got {answer.StatusCode} from {address}");
        // A slug is made of the first of its letters.
        foreach (var secret in hidden.Select(h => h[..20]))
        {
            // What the address says itself comes back in headers that name it, such as the way to sign in.
            var said = address.Contains(secret, StringComparison.Ordinal) ? text.Replace(WebUtility.UrlEncode(address.Replace("POST ", "", StringComparison.Ordinal)), "", StringComparison.Ordinal) : text;
            Assert.False(said.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{who} reads of it at {address} ({answer.StatusCode}): {Around(said, secret)}");
        }
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)];
    }

    private async Task<string> PublicAsync(HttpClient reader, string path)
    {
        Newsroom.Forget();
        return await reader.GetStringAsync(path, Cancel);
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();
}

public sealed class ReachOnSqlite(SqliteNewsroom newsroom) : ReachTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class ReachOnPostgres : ReachTests
{
    public ReachOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
