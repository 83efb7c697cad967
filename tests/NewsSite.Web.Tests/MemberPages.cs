using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Email;

namespace NewsSite.Web.Tests;

/// <summary>What people with an account can do in a conversation, on either database.</summary>
public abstract class MemberPages(Newsroom newsroom) : ModerationStage(newsroom)
{
    [Fact]
    public async Task A_members_comment_appears_at_once_where_the_conversation_is_open_and_tells_whoever_follows()
    {
        var (article, address) = await OpenPiece();
        var writer = await Person("Halyna");
        using var browser = Newsroom.As(writer);

        using var posted = await browser.PostAsync("/comments/new", Form(("article", $"{article}"), ("text", "Said **at once**."), ("mail", "true")), Cancel);

        Assert.StartsWith($"{address}#c-", posted.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var reader = Newsroom.Reader();
        Assert.Contains("Said <strong>at once</strong>.", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);
        var (follows, notices) = await Read(async db => (
            await db.Follows.Where(f => f.AccountId == writer && f.CommentId != null).Select(f => f.Frequency).ToListAsync(Cancel),
            await db.CommentNotices.CountAsync(n => db.Comments.Any(c => c.Id == n.CommentId && c.ArticleId == article), Cancel)));
        Assert.Equal([MailFrequency.Now], follows);
        Assert.Equal(1, notices);
    }

    [Fact]
    public async Task A_first_comment_waits_and_only_its_writer_sees_it()
    {
        var (article, address) = await Piece();
        using var browser = Newsroom.As(await Person("Ilko"));
        using var other = Newsroom.As(await Person("Mavka"));

        using var posted = await browser.PostAsync("/comments/new", Form(("article", $"{article}"), ("text", "My first words here.")), Cancel);
        var own = posted.Headers.Location!.ToString();

        Assert.EndsWith("/mine", own, StringComparison.Ordinal);
        Assert.Contains("waits for a moderator", await browser.GetStringAsync(own, Cancel), StringComparison.Ordinal);
        Assert.Contains("My first words here.", await browser.GetStringAsync($"/comments/mine?article={article}", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("My first words here.", await other.GetStringAsync($"/comments/mine?article={article}", Cancel), StringComparison.Ordinal);
        using var theirs = await other.GetAsync(own, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        Assert.DoesNotContain("My first words here.", await browser.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_in_to_write_does_so_in_the_language_of_the_page_and_comes_back_to_it()
    {
        var (article, address) = await Piece("uk");
        var said = await Said(article, await Person("Olha"), "Перше слово.");
        using var reader = Newsroom.Reader();

        foreach (var (page, back) in new[] { (address, $"{address}#comments"), ($"/comments/{said}", $"/comments/{said}#reply-{said}"), ($"/comments/new?article={article}", $"{address}#comments") })
        {
            Assert.Contains($"href=\"/account/sign-in?returnUrl={Uri.EscapeDataString(back)}&amp;language=uk\"", await reader.GetStringAsync(page, Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_useful_mark_counts_once_can_be_taken_back_and_decides_the_best_order()
    {
        var (article, address) = await OpenPiece();
        var writer = await Person("Olha");
        var (first, second) = (await Said(article, writer, "The first remark"), await Said(article, writer, "The second remark"));
        using var reader = Newsroom.As(await Person("Petro"));
        using var own = Newsroom.As(writer);
        using var stranger = Newsroom.Browser();

        foreach (var value in (string[])["true", "true"])
        {
            using var marked = await reader.PostAsync($"/comments/{second}/useful", Form(("value", value)), Cancel);
            Assert.Equal(HttpStatusCode.SeeOther, marked.StatusCode);
        }

        using var mine = await own.PostAsync($"/comments/{first}/useful", Form(("value", "true")), Cancel);
        using var nobody = await stranger.PostAsync($"/comments/{first}/useful", Form(("value", "true")), Cancel);
        var best = await reader.GetStringAsync($"{address}/comments?sort=best", Cancel);
        var oldest = await reader.GetStringAsync(address, Cancel);
        using var unmarked = await reader.PostAsync($"/comments/{second}/useful", Form(("value", "false")), Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (mine.StatusCode, nobody.StatusCode));
        Assert.True(best.IndexOf("The second remark", StringComparison.Ordinal) < best.IndexOf("The first remark", StringComparison.Ordinal));
        Assert.True(oldest.IndexOf("The first remark", StringComparison.Ordinal) < oldest.IndexOf("The second remark", StringComparison.Ordinal));
        Assert.Contains("Useful 1", oldest, StringComparison.Ordinal);
        var left = await Read(db => db.Comments.Where(c => c.Id == second).Select(c => new { c.UsefulCount, c.Merit }).SingleAsync(Cancel));
        Assert.Equal((0, 0), (left.UsefulCount, left.Merit));
    }

    [Fact]
    public async Task What_is_new_since_the_last_visit_is_known_on_the_next()
    {
        var (article, _) = await OpenPiece();
        var writer = await Person("Roman");
        await Said(article, writer, "Old words");
        using var reader = Newsroom.As(await Person("Stefa"));
        var first = await reader.GetStringAsync($"/comments/mine?article={article}", Cancel);

        var id = await Said(article, writer, "Fresh words");
        var second = await reader.GetStringAsync($"/comments/mine?article={article}", Cancel);
        var third = await reader.GetStringAsync($"/comments/mine?article={article}", Cancel);

        Assert.DoesNotContain("/comments/", first[first.IndexOf("data-personal", StringComparison.Ordinal)..first.IndexOf("</section>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains($"href=\"/comments/{id}\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/comments/{id}\"", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_muting_and_ignoring_are_kept_and_listed_and_can_be_ended()
    {
        var (article, _) = await OpenPiece();
        var writer = await Person("Taras");
        var id = await Said(article, writer, "Worth following");
        var reader = await Person("Uliana");
        using var browser = Newsroom.As(reader);

        foreach (var (what, frequency) in ((string, string)[])[("Article", "Daily"), ("Mute", "Now"), ("Ignore", "Now")])
        {
            using var answer = await browser.PostAsync($"/comments/{id}/follow", Form(("what", what), ("frequency", frequency)), Cancel);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        var list = await browser.GetStringAsync("/account/following", Cancel);
        var mine = await browser.GetStringAsync($"/comments/mine?article={article}", Cancel);
        using var heeded = await browser.PostAsync($"/comments/{id}/follow", Form(("what", "Heed"), ("frequency", "Now")), Cancel);
        using var stranger = Newsroom.Browser();
        using var sent = await stranger.GetAsync($"/comments/{id}/follow", Cancel);

        Assert.Contains("muted", list, StringComparison.Ordinal);
        Assert.Contains("the whole conversation", list, StringComparison.Ordinal);
        Assert.Contains("Taras", list, StringComparison.Ordinal);
        Assert.Contains($"data-ignored=\"{writer}\"", mine, StringComparison.Ordinal);
        Assert.False(await Read(db => db.IgnoredAccounts.AnyAsync(i => i.AccountId == reader, Cancel)));
        Assert.StartsWith("/account/sign-in", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_posts_too_fast_is_told_so_keeps_the_text_and_may_again_a_minute_later()
    {
        var (article, _) = await OpenPiece();
        using var browser = Newsroom.As(await Person("Yurko"));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < new ConversationPolicy().PerAccountPerMinute; i++)
        {
            using var answer = await browser.PostAsync("/comments/new", Form(("article", $"{article}"), ("text", $"Remark {i}")), Cancel);
            statuses.Add(answer.StatusCode);
        }

        using var refused = await browser.PostAsync("/comments/new", Form(("article", $"{article}"), ("text", "One too many")), Cancel);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await browser.PostAsync("/comments/new", Form(("article", $"{article}"), ("text", "One too many")), Cancel);

        Assert.All(statuses, s => Assert.Equal(HttpStatusCode.SeeOther, s));
        Assert.False(refused.IsSuccessStatusCode);
        Assert.Contains("One too many", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Fact]
    public async Task Forty_people_at_once_are_all_stored_once_in_places_of_their_own()
    {
        const int People = 40;
        var (article, address) = await OpenPiece();
        var top = await Said(article, await Person("Vasyl"), "The question");
        var writers = new List<int>();
        for (var i = 0; i < People; i++)
        {
            writers.Add(await Person($"Speaker {i}"));
        }

        var answers = await Task.WhenAll(writers.Select(async (writer, i) =>
        {
            using var browser = Newsroom.As(writer);
            using var answer = await browser.PostAsync("/comments/new", Form(("article", $"{article}"), ("parent", $"{top}"), ("text", $"Answer number {i}")), Cancel);
            return answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.SeeOther, status));
        var stored = await Read(db => db.Comments.Where(c => c.ParentId == top).OrderBy(c => c.ThreadPosition).Select(c => new { c.ThreadPosition, c.BodyMarkdown, c.Depth, c.ThreadId }).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(2, People), stored.Select(c => c.ThreadPosition));
        Assert.Equal(People, stored.Select(c => c.BodyMarkdown).Distinct().Count());
        Assert.All(stored, c => Assert.Equal((2, top), (c.Depth, c.ThreadId)));
        var counts = await Read(db => db.Comments.Where(c => c.Id == top).Select(c => new { c.ReplyCount, c.Article.CommentCount }).SingleAsync(Cancel));
        Assert.Equal((People, People + 1), (counts.ReplyCount, counts.CommentCount));
        using var reader = Newsroom.Reader();
        Assert.Contains($"{People + 1} comments", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private async Task<(int Id, string Address)> OpenPiece()
    {
        var piece = await Piece();
        await Do<Data.NewsDbContext, int>(db => db.Articles.Where(a => a.Id == piece.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Conversation, Articles.ConversationMode.Open), Cancel));
        return piece;
    }
}

public sealed class MemberPagesOnSqlite(SqliteNewsroom newsroom) : MemberPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class MemberPagesOnPostgres : MemberPages
{
    public MemberPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
