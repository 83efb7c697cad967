using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Web.Tests;

/// <summary>Under which names people speak, and where what they said stands together, on either database.</summary>
public abstract class ReaderPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly People people = new(newsroom);

    public static TheoryData<string, string> NamesNobodyGets => new()
    {
        { "Marta Lind", "belongs to somebody here" },
        { "\u041Carta Lind", "belongs to somebody here" },
        { "Viera Homolova\u0301", "belongs to somebody here" },
        { "Moderator", "belongs to somebody here" },
        { "NewsSite", "belongs to somebody here" },
        { "Nadia\u202E", "cannot be printed" },
        { "Na\u200Bdia", "cannot be printed" },
        { "\u200B", "cannot be printed" },
        { " ", "Give a name" },
    };

    [Theory]
    [MemberData(nameof(NamesNobodyGets))]
    public async Task A_guest_cannot_go_by_a_name_that_is_somebody_elses_or_cannot_be_read(string name, string sentence)
    {
        var article = await people.Article();
        using var guest = newsroom.Browser();

        using var answer = await guest.PostAsync("/comments/new", Post(article.Id, name), cancel);

        var page = await answer.Content.ReadAsStringAsync(cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("Words worth keeping", page, StringComparison.Ordinal);
        Assert.False(await newsroom.InDatabase(db => db.Comments.AnyAsync(c => c.ArticleId == article.Id, cancel)));
    }

    [Fact]
    public async Task A_guests_name_is_printed_in_one_form()
    {
        var article = await people.Article();
        using var guest = newsroom.Browser();

        using var answer = await guest.PostAsync("/comments/new", Post(article.Id, " Ｎadia \t Sorokina "), cancel);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("Nadia Sorokina", await newsroom.InDatabase(db => db.Comments.Where(c => c.ArticleId == article.Id).Select(c => c.AuthorName).SingleAsync(cancel)));
    }

    [Fact]
    public async Task A_readers_page_shows_what_readers_may_see_newest_first()
    {
        var reader = await people.Account("Iryna", change: a => a.Describe("Reads on trains. <b>"));
        var open = await people.Article();
        var hidden = await people.Article();
        var first = await people.Says(reader, open.Id, "First words");
        var second = await people.Says(reader, open.Id, "Second *words*", first);
        await people.Says(reader, hidden.Id, "Hidden words");
        var held = await people.Says(reader, open.Id, "Held words");
        await newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == hidden.Id, cancel)).Conversation = ConversationMode.Hidden;
            (await db.Comments.SingleAsync(c => c.Id == held, cancel)).Hold();
            return await db.SaveChangesAsync(cancel);
        });
        using var browser = newsroom.Reader();
        newsroom.Statements.Reset();

        var page = await browser.GetStringAsync($"/readers/{reader.Id}", cancel);

        Assert.InRange(newsroom.Statements.Count, 1, 3);
        Assert.Contains(reader.DisplayName, page, StringComparison.Ordinal);
        Assert.Contains("Reads on trains. &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("2 comments", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Second <em>words</em>", StringComparison.Ordinal) < page.IndexOf("First words", StringComparison.Ordinal));
        Assert.Contains($"href=\"/comments/{second}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{open.Path}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden words", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Held words", page, StringComparison.Ordinal);
        Assert.DoesNotContain(reader.Email!, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/readers/{reader.Id}\"", await browser.GetStringAsync(open.Path, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_readers_pages_neither_repeat_nor_skip()
    {
        var reader = await people.Account("Maksym");
        var article = await people.Article();
        await newsroom.InDatabase(async db =>
        {
            var under = await db.Articles.SingleAsync(a => a.Id == article.Id, cancel);
            var account = await db.Accounts.SingleAsync(a => a.Id == reader.Id, cancel);
            for (var i = 1; i <= 61; i++)
            {
                var comment = Comment.Under(under, null, account.DisplayName, people.Now);
                comment.WrittenBy(account);
                comment.Write($"Remark {i}.");
                await new Commenting(db).AppendAsync(comment, cancel);
            }

            return 0;
        });
        using var browser = newsroom.Reader();
        var seen = new List<string>();
        var address = $"/readers/{reader.Id}";
        for (var pages = 0; address is not null && pages < 5; pages++)
        {
            var page = await browser.GetStringAsync(address, cancel);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, @"Remark \d+\.").Select(m => m.Value));
            address = System.Text.RegularExpressions.Regex.Match(page, @"rel=""next"" href=""([^""]+)""") is { Success: true } next ? next.Groups[1].Value : null;
        }

        Assert.Equal(Enumerable.Range(1, 61).Reverse().Select(i => $"Remark {i}."), seen);
    }

    [Fact]
    public async Task Who_is_erased_or_not_confirmed_has_no_page()
    {
        var unconfirmed = await people.Account("Halyna", confirmed: false);
        var erased = await people.Account("Taras", change: a => a.Erase(people.Now, $"erased-{Guid.NewGuid():N}"));
        using var browser = newsroom.Reader();

        foreach (var account in (Account[])[unconfirmed, erased])
        {
            using var response = await browser.GetAsync($"/readers/{account.Id}", cancel);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private static FormUrlEncodedContent Post(int article, string name) =>
        new(new Dictionary<string, string> { ["article"] = $"{article}", ["text"] = "Words worth keeping", ["name"] = name, ["email"] = "names@example.org" });
}

public sealed class ReaderPagesOnSqlite(SqliteNewsroom newsroom) : ReaderPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class ReaderPagesOnPostgres : ReaderPages
{
    public ReaderPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
