using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Email;

namespace NewsSite.Web.Tests;

/// <summary>Guests say something, change it and take it back, on either database, as a browser without script would.</summary>
public abstract class PostingPages(Newsroom newsroom)
{
    private static int pieces;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> WrongPosts => new()
    {
        { "text", "There is no text to post yet" },
        { "name", "Give a name to post under" },
        { "email", "not an address a mail could reach" },
    };

    [Fact]
    public async Task A_guests_comment_appears_after_the_click_on_the_mailed_link_and_not_before()
    {
        var article = await Article();
        using var guest = newsroom.Browser();

        using var posted = await guest.PostAsync("/comments/new", Post(article.Id, "The *river* was higher in 1958.", mail: "nadia@example.org"), cancel);
        var own = posted.Headers.Location!.ToString();
        var before = await guest.GetStringAsync(article.Path, cancel);
        var mine = await guest.GetStringAsync(own, cancel);
        var token = await MailedLink("nadia@example.org");
        using var look = await guest.GetAsync(token, cancel);
        var stillBefore = await guest.GetStringAsync(article.Path, cancel);
        using var confirmed = await guest.PostAsync(token, Form(("token", token.Split('=')[1])), cancel);

        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.Contains("We have mailed you a link", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("<em>river</em>", before + stillBefore, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.StartsWith($"{article.Path}#c-", confirmed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("<em>river</em>", await guest.GetStringAsync(article.Path, cancel), StringComparison.Ordinal);
        using var stranger = newsroom.Browser();
        using var theirs = await stranger.GetAsync(own, cancel);
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var article = await Article();
        await Posted(article, "Once only.", "once@example.org");
        using var guest = newsroom.Browser();
        var link = await MailedLink("once@example.org");
        using var first = await guest.PostAsync(link, Form(("token", link.Split('=')[1])), cancel);

        var again = await guest.GetStringAsync(link, cancel);

        Assert.Contains("used already", again, StringComparison.Ordinal);
        Assert.Equal(1, await newsroom.InDatabase(db => db.Comments.CountAsync(c => c.ArticleId == article.Id && c.Status == CommentStatus.Published, cancel)));
    }

    [Fact]
    public async Task The_same_text_again_is_the_first_comment()
    {
        var article = await Article();
        using var guest = newsroom.Browser();

        using var first = await guest.PostAsync("/comments/new", Post(article.Id, "Twice  over", mail: "twice@example.org"), cancel);
        using var second = await guest.PostAsync("/comments/new", Post(article.Id, "Twice over ", mail: "Twice@example.org"), cancel);
        newsroom.Clock.Advance(CommentOrigin.RepeatWindow + TimeSpan.FromMinutes(1));
        using var later = await guest.PostAsync("/comments/new", Post(article.Id, "Twice over", mail: "twice@example.org"), cancel);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.NotEqual(first.Headers.Location, later.Headers.Location);
    }

    [Fact]
    public async Task A_post_with_the_same_key_is_the_first_comment_even_with_another_text()
    {
        var article = await Article();
        using var guest = newsroom.Browser();

        using var first = await guest.PostAsync("/comments/new", Post(article.Id, "With a key", mail: "key@example.org", ("key", "abc123")), cancel);
        using var second = await guest.PostAsync("/comments/new", Post(article.Id, "With a key, longer", mail: "key@example.org", ("key", "abc123")), cancel);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Theory]
    [MemberData(nameof(WrongPosts))]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost(string missing, string sentence)
    {
        var article = await Article();
        using var guest = newsroom.Browser();
        var fields = new Dictionary<string, string> { ["article"] = $"{article.Id}", ["text"] = "Words worth keeping", ["name"] = "Nadia", ["email"] = "nadia@example.org" };
        fields[missing] = missing == "email" ? "nobody" : " ";

        using var answer = await guest.PostAsync("/comments/new", new FormUrlEncodedContent(fields), cancel);
        var page = await answer.Content.ReadAsStringAsync(cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.All(fields.Where(f => f.Key is not "article" && f.Key != missing), f => Assert.Contains(f.Value, page, StringComparison.Ordinal));
        Assert.False(await newsroom.InDatabase(db => db.Comments.AnyAsync(c => c.ArticleId == article.Id, cancel)));
    }

    [Fact]
    public async Task A_closed_conversation_refuses_and_gives_the_text_back()
    {
        var article = await Article(a => a.Conversation = ConversationMode.Closed);
        using var guest = newsroom.Browser();

        using var answer = await guest.PostAsync("/comments/new", Post(article.Id, "Too late for this", mail: "late@example.org"), cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(cancel);
        Assert.Contains("was closed while you wrote", page, StringComparison.Ordinal);
        Assert.Contains("Too late for this", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form class=\"reply-form\"", await guest.GetStringAsync(article.Path, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_closes_with_its_days_unless_an_editor_keeps_it_open()
    {
        var old = newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(-91);
        var over = await Article(_ => { }, old);
        var kept = await Article(a => a.ConversationStaysOpen = true, old);
        using var guest = newsroom.Browser();

        Assert.Contains("its days after publication are over", await guest.GetStringAsync(over.Path, cancel), StringComparison.Ordinal);
        Assert.Contains("<form class=\"reply-form\"", await guest.GetStringAsync(kept.Path, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_stands_under_the_comment_answered_at_its_true_depth_and_a_removed_one_takes_none()
    {
        var article = await Article();
        var top = await Published(article, "The top", "top@example.org");
        var reply = await Published(article, "The reply", "reply@example.org", top);
        await newsroom.InDatabase(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == reply, cancel)).Remove("Off the subject");
            return await db.SaveChangesAsync(cancel);
        });
        using var guest = newsroom.Browser();

        using var refused = await guest.PostAsync("/comments/new", Post(article.Id, "Answering nothing", "gone@example.org", ("parent", $"{reply}")), cancel);
        var stored = await newsroom.InDatabase(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == reply, cancel));

        Assert.Equal((top, top, 2, 2), (stored.ParentId!.Value, stored.ThreadId, stored.Depth, stored.ThreadPosition));
        var page = await refused.Content.ReadAsStringAsync(cancel);
        Assert.Contains("was removed while you wrote", page, StringComparison.Ordinal);
        Assert.Contains("Answering nothing", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_keeps_what_was_said_and_the_reply_says_that_it_answered_that()
    {
        var article = await Article();
        using var writer = newsroom.Browser();
        var id = await Published(article, "The clock is *five* minutes slow.", "clock@example.org", browser: writer);
        await Published(article, "Five it is.", "five@example.org", id);

        using var edited = await writer.PostAsync($"/comments/{id}/edit", Form(("text", "The clock is *six* minutes slow.")), cancel);
        var page = await writer.GetStringAsync(article.Path, cancel);
        var history = await writer.GetStringAsync($"/comments/{id}/history", cancel);
        newsroom.Clock.Advance(Comment.EditWindow);
        using var late = await writer.PostAsync($"/comments/{id}/edit", Form(("text", "The clock is *seven* minutes slow.")), cancel);

        Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        Assert.Contains("<em>six</em>", page, StringComparison.Ordinal);
        Assert.Contains($"/comments/{id}/history\">edited</a>", page, StringComparison.Ordinal);
        Assert.Contains("answers an earlier version", page, StringComparison.Ordinal);
        Assert.Contains("<del>five</del><ins>six</ins>", Regex.Replace(history, @">\s+<", "><"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("*seven*", await late.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unanswered_comment_may_be_edited_for_a_day_and_no_longer()
    {
        var article = await Article();
        using var writer = newsroom.Browser();
        var id = await Published(article, "Nobody answers this.", "day@example.org", browser: writer);

        newsroom.Clock.Advance(TimeSpan.FromHours(23));
        using var inTime = await writer.PostAsync($"/comments/{id}/edit", Form(("text", "Nobody answered this.")), cancel);
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        using var late = await writer.PostAsync($"/comments/{id}/edit", Form(("text", "Somebody will.")), cancel);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (inTime.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task Taking_back_leaves_a_tombstone_under_replies_and_nothing_otherwise_and_can_be_undone_for_an_hour()
    {
        var article = await Article();
        using var writer = newsroom.Browser();
        var answered = await Published(article, "Answered words", "a@example.org", browser: writer);
        var reply = await Published(article, "The answer", "b@example.org", answered);
        var alone = await Published(article, "Lonely words", "c@example.org", browser: writer);

        foreach (var id in (int[])[answered, alone])
        {
            using var response = await writer.PostAsync($"/comments/{id}/withdraw", Form(), cancel);
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        }

        var page = await writer.GetStringAsync(article.Path, cancel);
        using var undone = await writer.PostAsync($"/comments/{alone}/withdraw", Form(("undo", "true")), cancel);
        var after = await writer.GetStringAsync(article.Path, cancel);
        newsroom.Clock.Advance(Comment.UndoWindow);
        using var late = await writer.PostAsync($"/comments/{answered}/withdraw", Form(("undo", "true")), cancel);

        Assert.DoesNotContain("Answered words", page, StringComparison.Ordinal);
        Assert.Contains("The answer", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"c-{answered}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"id=\"c-{alone}\"", page, StringComparison.Ordinal);
        Assert.Contains("Lonely words", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var counts = await newsroom.InDatabase(db => db.Articles.Where(a => a.Id == article.Id)
            .Select(a => new { a.CommentCount, True = db.Comments.Count(c => c.ArticleId == a.Id && c.Status == CommentStatus.Published) }).SingleAsync(cancel));
        Assert.Equal((2, 2), (counts.CommentCount, counts.True));
        Assert.NotEqual(0, reply);
    }

    [Fact]
    public async Task Nobody_else_can_change_a_comment()
    {
        var article = await Article();
        var id = await Published(article, "Mine alone", "mine@example.org");
        using var stranger = newsroom.Browser();

        using var edit = await stranger.PostAsync($"/comments/{id}/edit", Form(("text", "Yours now")), cancel);
        using var withdraw = await stranger.PostAsync($"/comments/{id}/withdraw", Form(), cancel);
        // Repeating what everyone can read must not make it theirs.
        using var repeat = await stranger.PostAsync("/comments/new", Post(article.Id, "Mine alone", "mine@example.org"), cancel);
        using var again = await stranger.PostAsync($"/comments/{id}/withdraw", Form(), cancel);

        Assert.All([edit, withdraw, again], r => Assert.Equal(HttpStatusCode.NotFound, r.StatusCode));
        Assert.Contains("Mine alone", await stranger.GetStringAsync(article.Path, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_from_another_site_is_refused()
    {
        var article = await Article();
        using var victim = newsroom.Reader();
        foreach (var (header, value) in ((string, string)[])[("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elsewhere.example"), ("X-None", "")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/comments/new") { Content = Post(article.Id, "Forged", "forged@example.org") };
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await victim.SendAsync(request, cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.False(await newsroom.InDatabase(db => db.Comments.AnyAsync(c => c.ArticleId == article.Id, cancel)));
    }

    [Fact]
    public async Task A_post_makes_only_its_own_articles_pages_anew()
    {
        var (one, other) = (await Article(), await Article());
        using var reader = newsroom.Browser();
        var id = await Published(one, "The first", "first@example.org");
        await reader.GetStringAsync(one.Path, cancel);
        await reader.GetStringAsync(other.Path, cancel);

        await Published(one, "The second", "second@example.org", id);
        newsroom.Statements.Reset();
        await reader.GetStringAsync(other.Path, cancel);
        var untouched = newsroom.Statements.Count;
        var page = await reader.GetStringAsync(one.Path, cancel);

        Assert.Equal(0, untouched);
        Assert.Contains("The second", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_is_told_and_nothing_while_nothing_is()
    {
        var article = await Article();
        var first = await Published(article, "First words", "n1@example.org");
        using var reader = newsroom.Browser();
        using var nothing = await reader.GetAsync($"{article.Path}/comments/new?after={first}", cancel);
        await Published(article, "Newer words", "n2@example.org", first);

        var page = await reader.GetStringAsync($"{article.Path}/comments/new?after={first}", cancel);
        using var wrong = await reader.GetAsync($"{article.Path}/comments/new?after=x", cancel);

        Assert.Contains("data-new=\"0\"", await nothing.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.NotNull(nothing.Headers.ETag);
        Assert.Contains("data-new=\"1\"", page, StringComparison.Ordinal);
        Assert.Contains("Newer words", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\0")]
    [InlineData("\u202E\u2066\u200B")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\ud83d\ude00")]
    [InlineData("'; DROP TABLE \"Comments\"; --")]
    public async Task Sixty_four_kilobytes_of_anything_in_any_field_are_refused_or_harmless(string unit)
    {
        var article = await Article();
        using var guest = newsroom.Browser();
        var much = string.Concat(Enumerable.Repeat(unit, 65_536 / unit.Length));
        var some = string.Concat(Enumerable.Repeat(unit, Math.Max(1, 900 / unit.Length)));
        foreach (var field in (string[])["article", "parent", "seen", "text", "language", "name", "email", "website", "key", "seconds", "mail", "preview"])
        {
            foreach (var value in (string[])[much, some])
            {
                var fields = new Dictionary<string, string> { ["article"] = $"{article.Id}", ["text"] = "Words", ["name"] = "Nadia", ["email"] = "n@example.org", [field] = value };
                using var answer = await guest.PostAsync("/comments/new", new FormUrlEncodedContent(fields), cancel);
                Assert.True((int)answer.StatusCode < 500, $"{field}: {answer.StatusCode}");
                var page = await answer.Content.ReadAsStringAsync(cancel);
                Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("href=\"javascript:", page, StringComparison.OrdinalIgnoreCase);
                newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
            }
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_or_harmless()
    {
        var article = await Article();
        using var guest = newsroom.Browser();
        using var content = new ByteArrayContent([.. System.Text.Encoding.ASCII.GetBytes($"article={article.Id}&name=N&email=n@example.org&text="), 0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, 0xF8]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var answer = await guest.PostAsync("/comments/new", content, cancel);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static FormUrlEncodedContent Post(int article, string text, string mail, params (string Name, string Value)[] more) =>
        Form([("article", $"{article}"), ("text", text), ("name", $"Guest {mail.Split('@')[0]}"), ("email", mail), .. more]);

    /// <summary>A piece anybody may comment under.</summary>
    private async Task<(int Id, string Path)> Article(Action<Article>? change = null, DateTime? at = null)
    {
        var slug = $"piece-{Interlocked.Increment(ref pieces)}";
        var id = await newsroom.InDatabase(async db =>
        {
            var section = await db.Sections.FirstAsync(cancel);
            var article = new Article(new Work(slug), "en", slug, slug, section, Genre.Report) { Conversation = change is null || at is not null ? ConversationMode.Open : null };
            article.Write("Some text.");
            article.Publish(at ?? newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(-2), TimeZoneInfo.Utc);
            change?.Invoke(article);
            db.Add(article);
            await db.SaveChangesAsync(cancel);
            return (article.Id, article.Address!.ToString()!);
        });
        return id;
    }

    private async Task Posted((int Id, string Path) article, string text, string mail, int? parent = null, HttpClient? browser = null)
    {
        using var own = browser is null ? newsroom.Browser() : null;
        using var response = await (browser ?? own!).PostAsync("/comments/new", Post(article.Id, text, mail, parent is null ? [] : [("parent", $"{parent}")]), cancel);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    private async Task<int> Published((int Id, string Path) article, string text, string mail, int? parent = null, HttpClient? browser = null)
    {
        await Posted(article, text, mail, parent, browser);
        var link = await MailedLink(mail);
        using var own = browser is null ? newsroom.Browser() : null;
        using var response = await (browser ?? own!).PostAsync(link, Form(("token", link.Split('=')[1])), cancel);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return int.Parse(link.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<string> MailedLink(string address)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var text = await scope.ServiceProvider.GetRequiredService<Data.NewsDbContext>().Outbox
            .Where(m => m.Kind == MailKind.Confirm && m.Recipient == address).OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync(cancel);
        return new Uri(Regex.Match(text, @"https?://\S+/confirm\?token=[0-9a-f]+").Value).PathAndQuery;
    }
}

public sealed class PostingPagesOnSqlite(SqliteNewsroom newsroom) : PostingPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class PostingPagesOnPostgres : PostingPages
{
    public PostingPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
