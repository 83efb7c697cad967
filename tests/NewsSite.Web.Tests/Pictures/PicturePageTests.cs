using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Media;

namespace NewsSite.Web.Tests.Pictures;

/// <summary>Who sees a picture when, what it says of itself, and the desk's pages about it, on either database.</summary>
public abstract class PicturePageTests(Newsroom newsroom) : PictureStage(newsroom)
{
    [Fact]
    public async Task A_picture_of_no_published_article_is_reachable_by_nobody_without_the_right()
    {
        using var translator = Newsroom.As(await Person("Tara", AccountRole.Translator));
        using var reader = Newsroom.As(await Person("Rita"));
        using var stranger = Newsroom.Reader();
        var file = await Upload(translator);
        await Article(file, "A draft.", null);
        await Article(null, $"![A tram.](/media/{file}-960.webp)", Now.AddHours(1));

        foreach (var name in PictureSizes.Names(file, 960))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/media/{name}", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await translator.GetAsync($"/media/{name}", Cancel)).StatusCode);
            using var away = await stranger.GetAsync($"/desk/pictures/file/{name}", Cancel);
            Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/desk/pictures/file/{name}", Cancel)).StatusCode);
            using var seen = await translator.GetAsync($"/desk/pictures/file/{name}", Cancel);
            Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
            Assert.Equal("private, max-age=3600", seen.Headers.CacheControl!.ToString().Replace("max-age=3600, private", "private, max-age=3600", StringComparison.Ordinal));
            Assert.Equal(PictureSizes.MediaTypes[Path.GetExtension(name)], seen.Content.Headers.ContentType!.ToString());
            IsHarmless(seen);
        }
    }

    [Theory]
    [InlineData("%2e%2e%2fnewssite.db")]
    [InlineData("..%5c..%5cnewssite.db")]
    [InlineData("%2e%2e%2f%2e%2e%2fkeys%2fnetwork.key")]
    [InlineData("nothing-480.webp")]
    public async Task A_path_instead_of_a_name_finds_nothing(string name)
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));

        Assert.Contains((await editor.GetAsync($"/desk/pictures/file/{name}", Cancel)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.Contains((await editor.GetAsync($"/media/{name}", Cancel)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_reaches_readers_with_its_article_by_the_clock_alone_and_leaves_with_it(bool above)
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));
        using var reader = Newsroom.Reader();
        var file = await Upload(editor);
        var due = Now.AddMinutes(10);
        var article = above ? await Article(file, "Some text.", due) : await Article(null, $"![A tram.](/media/{file}-480.webp)", due);
        var address = PictureSizes.Path(file, 480);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address, Cancel)).StatusCode);

        Newsroom.Clock.Advance(TimeSpan.FromMinutes(11));
        using var seen = await reader.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.Equal("image/webp", seen.Content.Headers.ContentType!.ToString());
        Assert.Equal(TimeSpan.FromDays(365), seen.Headers.CacheControl!.MaxAge);
        Assert.True(seen.Headers.CacheControl.Public);
        Assert.Contains(seen.Headers.CacheControl.Extensions, e => e.Name == "immutable");
        IsHarmless(seen);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync($"{PictureSizes.DeskPath}/{file}-480.webp", Cancel)).StatusCode);

        await Read(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == article, Cancel)).Withdraw(Now, "Taken back.");
            return await db.SaveChangesAsync(Cancel);
        });
        await Do<PictureReleases, bool>(async releases =>
        {
            await releases.SettleAsync(article, Now, Cancel);
            await releases.SettleAsync(article, Now, Cancel);
            return true;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync($"{PictureSizes.DeskPath}/{file}-480.webp", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Several_servers_may_release_and_retract_at_once_and_no_file_is_lost()
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));
        var file = await Upload(editor);
        var store = Newsroom.Services.GetRequiredService<PictureStore>();

        await Parallel.ForAsync(0, 200, Cancel, (i, _) =>
        {
            if (i % 3 == 0)
            {
                store.Retract(file);
            }
            else
            {
                store.Release(file);
            }

            return ValueTask.CompletedTask;
        });
        store.Release(file);

        Assert.False(store.IsHidden(file));
        Assert.Equal(PictureSizes.Names(file, 960).Count(), Files().Count(f => Path.GetFileName(f).StartsWith(file, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_newsroom_says_of_a_picture_is_kept_and_printed_under_it()
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));
        using var reader = Newsroom.Reader();
        var file = await Upload(editor);
        var (id, article) = (await IdOf(file), await Article(file, "Some text.", Now.AddMinutes(-1)));
        var address = await Read(db => db.Articles.Where(a => a.Id == article).Select(a => a.Address!.Value).SingleAsync(Cancel));
        await reader.GetStringAsync(address.ToString(), Cancel);

        var saved = await PostAndFollow(editor, $"/desk/pictures/{id}", $"/desk/pictures/{id}", Details(("credit", " Dana  <Kovar> "), ("organisation", "City Archive"), ("creditUrl", "https://archive.example/7"), ("licence", "CC BY-SA 4.0"), ("republish", "true"), ("focusX", "12"), ("focusY", "83")));
        Assert.Contains("Saved.", saved, StringComparison.Ordinal);
        Assert.Contains("value=\"Dana &lt;Kovar&gt;\"", saved, StringComparison.Ordinal);
        Assert.Contains("focus-x-1 focus-y-8", saved, StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", saved, StringComparison.Ordinal);
        // At once: the kept pages of the article were evicted.
        var page = await reader.GetStringAsync(address.ToString(), Cancel);
        Assert.Contains("Photographed by <a href=\"https://archive.example/7\"><bdi>Dana &lt;Kovar&gt;</bdi></a>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>City Archive</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\" rel=\"license\">CC BY-SA 4.0</a>", page, StringComparison.Ordinal);
        Assert.Contains($"<source type=\"image/avif\" srcset=\"/media/{file}-480.avif 480w, /media/{file}-960.avif 960w\"", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"A tram.\"", page, StringComparison.Ordinal);
        // A name that is a contributor's becomes that contributor.
        await PostAndFollow(editor, $"/desk/pictures/{id}", $"/desk/pictures/{id}", Details(("credit", "Ilse Brandvold"), ("role", "Illustrator"), ("focusX", "50"), ("focusY", "50")));
        Assert.Contains("Illustrated by <a href=\"/contributors/ilse-brandvold\">", await reader.GetStringAsync(address.ToString(), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("creditUrl", "javascript:alert(1)", "must begin with http")]
    [InlineData("focusX", "101", "between 0 and 100")]
    [InlineData("focusY", "x", "between 0 and 100")]
    [InlineData("role", "Author", "photograph or a drawing")]
    [InlineData("caption", "long", "too long")]
    public async Task What_cannot_be_taken_comes_back_as_it_was_typed(string field, string value, string sentence)
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));
        var id = await IdOf(await Upload(editor));
        var typed = value == "long" ? new string('c', PictureFile.MaxTextLength + 1) : value;

        using var refused = await Post(editor, $"/desk/pictures/{id}", $"/desk/pictures/{id}", Details(("organisation", "The archive typed"), (field, typed)));
        var page = await refused.Content.ReadAsStringAsync(Cancel);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("The archive typed", page, StringComparison.Ordinal);
        Assert.Null(await Read(db => db.PictureFiles.Where(f => f.Id == id).Select(f => f.Organisation).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_picture_goes_with_all_its_files_unless_something_uses_it()
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));
        var (used, unused) = (await Upload(editor), await Upload(editor));
        await Article(null, $"Text.\n\n![A tram.](/media/{used}-960.webp)", null);
        var (usedId, unusedId) = (await IdOf(used), await IdOf(unused));

        using var kept = await Post(editor, $"/desk/pictures/{usedId}/delete", $"/desk/pictures/{usedId}/delete");
        Assert.Contains("An article uses the picture", await kept.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain($"{usedId}/delete", await editor.GetStringAsync($"/desk/pictures/{usedId}", Cancel), StringComparison.Ordinal);
        Assert.Contains("The picture is deleted.", await PostAndFollow(editor, $"/desk/pictures/{unusedId}/delete", $"/desk/pictures/{unusedId}/delete"), StringComparison.Ordinal);

        Assert.Contains(Files(), f => f.Contains(used, StringComparison.Ordinal));
        Assert.DoesNotContain(Files(), f => f.Contains(unused, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/desk/pictures/{unusedId}", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/desk/pictures/{unusedId}/delete", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_latest_come_first_and_further_pages_miss_and_repeat_none()
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));
        var latest = await IdOf(await Upload(editor));
        var wanted = await Read(db => db.PictureFiles.OrderByDescending(f => f.Id).Select(f => f.Id).ToListAsync(Cancel));
        Assert.Equal(latest, wanted[0]);

        var seen = new List<int>();
        for (string? next = "/desk/pictures"; next is not null;)
        {
            var page = await editor.GetStringAsync(next, Cancel);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "href=\"/desk/pictures/([0-9]+)\"").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
            next = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+)\" rel=\"next\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
        }

        Assert.Equal(wanted, seen);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.GetAsync("/desk/pictures?after=x", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_pictures_of_the_sample_publication_are_there_with_their_credits()
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));

        var page = await editor.GetStringAsync("/desk/pictures?q=slow-tram", Cancel);

        Assert.Contains("slow-tram.webp", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Ilse Brandvold</bdi>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, PictureAltFault.Missing)]
    [InlineData("  ", false, PictureAltFault.Missing)]
    [InlineData("A tram.", true, PictureAltFault.Both)]
    [InlineData("long", false, PictureAltFault.TooLong)]
    [InlineData("", true, null)]
    [InlineData(" A tram. ", false, null)]
    public void A_picture_says_what_is_seen_or_is_decoration(string? alt, bool isDecorative, PictureAltFault? fault)
    {
        var stored = new PictureFile(new StoredPicture("tram", 960, 640), "tram.jpg", Now);

        var (picture, found) = Picture.Use(stored, alt == "long" ? new string('l', PictureFile.MaxTextLength + 1) : alt, isDecorative);

        Assert.Equal(fault, found);
        Assert.Equal(fault is null, picture is not null);
        Assert.Equal(fault is null ? alt!.Trim() : null, picture?.Alt);
    }

    private static (string Name, string Value)[] Details(params (string Name, string Value)[] fields) =>
        [.. new[] { ("role", "Photographer"), ("focusX", "50"), ("focusY", "50") }.Where(usual => fields.All(f => f.Name != usual.Item1)), .. fields];

    /// <summary>Nothing of it runs, whatever it is taken for.</summary>
    private static void IsHarmless(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    private async Task<string> Upload(HttpClient member) => (await Ask(member, Fresh())).GetProperty("file").GetString()!;

    private Task<int> IdOf(string file) => Read(db => db.PictureFiles.Where(f => f.File == file).Select(f => f.Id).SingleAsync(Cancel));
}

public sealed class PicturePagesOnSqlite(SqliteNewsroom newsroom) : PicturePageTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class PicturePagesOnPostgres : PicturePageTests
{
    public PicturePagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
