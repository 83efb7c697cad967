using System.Text.RegularExpressions;
using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Moderation;

namespace NewsSite.Web.Tests;

/// <summary>The desk: who may come, and the queue through its forms, on either database.</summary>
public abstract class DeskTests(Newsroom newsroom) : ModerationStage(newsroom)
{
    [Fact]
    public async Task Every_desk_address_sends_strangers_to_sign_in_and_is_not_there_for_those_without_the_role()
    {
        var routes = DeskRoutes();
        Assert.Contains("/desk/moderation/remove", routes);
        using var stranger = Newsroom.Reader();
        stranger.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var reader = Newsroom.As(await Person("Rita"));
        using var translator = Newsroom.As(await Person("Tara", AccountRole.Translator));
        using var nowhere = await reader.GetAsync("/desk/nowhere", Cancel);
        var notFound = await nowhere.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("<h1>", notFound, StringComparison.Ordinal);
        foreach (var route in routes)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var away = await stranger.SendAsync(new HttpRequestMessage(method, route), Cancel);
                Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
                Assert.Contains("/account/sign-in", away.Headers.Location!.ToString(), StringComparison.Ordinal);
                using var refused = await reader.SendAsync(new HttpRequestMessage(method, route), Cancel);
                Assert.Equal((route, HttpStatusCode.NotFound), (route, refused.StatusCode));
                Assert.Equal(notFound, await refused.Content.ReadAsStringAsync(Cancel));
                if (route.StartsWith("/desk/moderation", StringComparison.Ordinal) || route.StartsWith("/desk/contributors/1", StringComparison.Ordinal) || route.StartsWith("/desk/publications/1", StringComparison.Ordinal))
                {
                    using var other = await translator.SendAsync(new HttpRequestMessage(method, route), Cancel);
                    Assert.Equal((route, HttpStatusCode.NotFound), (route, other.StatusCode));
                }
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await translator.GetAsync("/desk", Cancel)).StatusCode);
        Assert.Contains("href=\"/desk\"", await translator.GetStringAsync("/account", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("/desk", await reader.GetStringAsync("/account", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_is_kept_by_nobody_and_its_forms_need_their_token()
    {
        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));

        using var page = await moderator.GetAsync("/desk/moderation", Cancel);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("item", "1-Held-1")]);
        using var without = await moderator.PostAsync("/desk/moderation/approve", form, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    [Fact]
    public async Task A_change_that_waits_is_shown_word_by_word_and_as_it_would_stand()
    {
        var (article, _) = await Piece();
        var id = await Said(article, await Person("Oles"), "The bench by the river is *green*.");
        await Changed(id, "The bench by the river is *blue*.");
        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));

        var queue = await Queue(moderator, id);

        Assert.Contains("by the river is *<del>green</del><ins>blue</ins>*.</p>", queue, StringComparison.Ordinal);
        Assert.Contains("<em>blue</em>", queue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_comment_stands_in_the_queue_with_all_a_decision_goes_by_and_is_approved_from_there()
    {
        var (article, address) = await Piece();
        var writer = await Person("Wanda");
        var top = await Said(article, await Person("Tom"), "What it answers.");
        var held = await Said(article, writer, "A held <b>word</b>.", CommentStatus.Held, top);
        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));
        using var reader = Newsroom.Reader();
        Assert.DoesNotContain($"c-{held}", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);

        var queue = await Queue(moderator, held);
        Assert.Contains("What it answers.", queue, StringComparison.Ordinal);
        Assert.Contains("A held &lt;b&gt;word&lt;/b&gt;.", queue, StringComparison.Ordinal);
        Assert.Contains("first comment", queue, StringComparison.Ordinal);
        Assert.Contains(address, queue, StringComparison.Ordinal);

        var after = await PostAndFollow(moderator, "/desk/moderation", "/desk/moderation/approve", ("item", $"{held}-Held-1"), ("item", "nonsense"));
        Assert.Contains("Approved: the comment by Wanda.", after, StringComparison.Ordinal);
        // At once: the kept pages were evicted.
        Assert.Contains($"c-{held}", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);

        using var second = Newsroom.As(await Person("Mia", AccountRole.Moderator));
        Newsroom.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("Already approved by Mod 5 s ago.", await PostAndFollow(second, "/desk/moderation", "/desk/moderation/approve", ("item", $"{held}-Held-1")), StringComparison.Ordinal);

        var entry = await Read(db => db.ModerationLog.Where(e => e.CommentId == held).MaxAsync(e => e.Id, Cancel));
        Assert.Contains("as before", await PostAndFollow(moderator, "/desk/moderation?tab=decided", "/desk/moderation/undo", ("entry", $"{entry}")), StringComparison.Ordinal);
        Assert.DoesNotContain($"c-{held}", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);
        var log = await moderator.GetStringAsync($"/desk/moderation/log?comment={held}", Cancel);
        Assert.Equal(3, log.Split("<tr id=").Length - 1);
    }

    [Fact]
    public async Task Removing_asks_for_a_reason_keeps_what_was_typed_and_tells_readers_in_their_language()
    {
        var (article, address) = await Piece("uk");
        var top = await Said(article, await Person("Tom"), "Грубе слово.");
        var answer = await Said(article, await Person("Rita"), "Відповідь.", parentId: top);
        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));

        using var asked = await Post(moderator, "/desk/moderation", "/desk/moderation/remove", ("item", $"{top}-Published-1"), ("item", $"{answer}-Published-1"));
        var form = await asked.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("2 comments", form, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", form, StringComparison.Ordinal);
        using var none = await Post(moderator, "/desk/moderation", "/desk/moderation/remove", ("asked", "true"), ("item", $"{top}-Published-1"), ("words", " "));
        Assert.Contains("role=\"alert\"", await none.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var tooLong = await Post(moderator, "/desk/moderation", "/desk/moderation/remove", ("asked", "true"), ("item", $"{top}-Published-1"), ("words", new string('x', 301)));
        Assert.Contains(new string('x', 301), await tooLong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(CommentStatus.Published, (await Find(top)).Status);

        var done = await PostAndFollow(moderator, "/desk/moderation", "/desk/moderation/remove", ("asked", "true"), ("item", $"{top}-Published-1"), ("reason", "Spam"), ("words", "Двічі."));
        Assert.Contains("Removed: the comment by Tom.", done, StringComparison.Ordinal);
        using var reader = Newsroom.Reader();
        Assert.Contains("Прибрав модератор: Це реклама. Двічі.", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_waiting_come_first_and_further_pages_miss_and_repeat_none()
    {
        var (article, _) = await Piece();
        var writer = await Person("Wanda");
        var late = await Said(article, writer, "Visible, then flagged.");
        var held = new List<int>();
        for (var i = 0; i < ModerationLists.PageSize + 3; i++)
        {
            held.Add(await Said(article, writer, $"Held {i}.", CommentStatus.Held));
        }

        for (var i = 0; i < 3; i++)
        {
            var flagger = await Person($"Flagger{i}");
            await Do<Flagging, FlagResult>(f => f.FlagAsync(late, flagger, FlagReason.Other, null, Cancel));
        }

        held.Add(late);
        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));
        var seen = await All(moderator);
        Assert.Equal(held, seen.Where(held.Contains));
        Assert.Equal(seen.Distinct(), seen);
        using var wrong = await moderator.GetAsync("/desk/moderation?after=x", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var nowhere = await moderator.GetAsync("/desk/moderation?tab=lost", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task A_reader_flags_with_a_reason_and_moderators_see_it()
    {
        var (article, _) = await Piece();
        var said = await Said(article, await Person("Wanda"), "A doubtful word.");
        var page = $"/comments/{said}/flag";
        using var stranger = Newsroom.Reader();
        using var away = await stranger.GetAsync(page, Cancel);
        Assert.StartsWith("/account/sign-in", away.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var reader = Newsroom.As(await Person("Rita"));

        using var none = await Post(reader, page, page, ("note", "Look at this."));
        var again = await none.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Choose what is wrong with it.", again, StringComparison.Ordinal);
        Assert.Contains("Look at this.", again, StringComparison.Ordinal);
        using var tooLong = await Post(reader, page, page, ("reason", "Abuse"), ("note", new string('n', 70_000)));
        Assert.Contains("longer than 500", await tooLong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var sent = await Post(reader, page, page, ("reason", "Abuse"), ("note", "Look <here>."));
        Assert.Contains("Thank you.", await sent.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));
        var flagged = await moderator.GetStringAsync("/desk/moderation?tab=flagged", Cancel);
        Assert.Contains($"q-{said}", flagged, StringComparison.Ordinal);
        Assert.Contains("Look &lt;here&gt;.", flagged, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita", flagged, StringComparison.Ordinal);
        using var nobody = await reader.GetAsync("/comments/2147483647/flag", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task Unconfirmed_comments_are_seen_by_nobody_and_erased_ones_leave_their_place()
    {
        var (article, address) = await Piece();
        var writer = await Person("Wanda");
        var top = await Said(article, writer, "To be erased.");
        await Said(article, await Person("Rita"), "An answer.", parentId: top);
        var alone = await Said(article, writer, "Erased and unanswered.");
        var unconfirmed = await Said(article, null, "Not confirmed.", CommentStatus.Unconfirmed, guest: "late@guests.example", confirmed: false);
        await Read(async db =>
        {
            foreach (var comment in await db.Comments.Include(c => c.Account).Where(c => c.Id == top || c.Id == alone).ToListAsync(Cancel))
            {
                comment.Erase();
            }

            return await db.SaveChangesAsync(Cancel);
        });
        using var reader = Newsroom.Reader();
        var page = await reader.GetStringAsync(address, Cancel);

        Assert.Contains("Account erased.", page, StringComparison.Ordinal);
        Assert.Contains("An answer.", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"c-{alone}", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"c-{unconfirmed}", page, StringComparison.Ordinal);
        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));
        Assert.DoesNotContain(unconfirmed, await All(moderator));
    }

    private List<string> DeskRoutes() =>
    [
        .. Newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith("/Desk/", StringComparison.Ordinal) == true)
            .Select(e => "/" + Regex.Replace(e.RoutePattern.RawText!.TrimStart('/'), @"\{[^}]*\}", "1")),
    ];

    /// <summary>The page of the queue on which a comment stands.</summary>
    private async Task<string> Queue(HttpClient moderator, int comment)
    {
        for (var next = "/desk/moderation"; next is not null;)
        {
            var page = await moderator.GetStringAsync(next, Cancel);
            if (page.Contains($"id=\"q-{comment}\"", StringComparison.Ordinal))
            {
                return page;
            }

            next = Next(page);
        }

        throw new InvalidOperationException("It is not in the queue.");
    }

    private async Task<List<int>> All(HttpClient moderator)
    {
        var seen = new List<int>();
        for (var next = "/desk/moderation"; next is not null;)
        {
            var page = await moderator.GetStringAsync(next, Cancel);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "id=\"q-([0-9]+)\"").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
            next = Next(page);
        }

        return seen;
    }

    private static string? Next(string page) =>
        System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+)\" rel=\"next\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
}

public sealed class DeskOnSqlite(SqliteNewsroom newsroom) : DeskTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class DeskOnPostgres : DeskTests
{
    public DeskOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
