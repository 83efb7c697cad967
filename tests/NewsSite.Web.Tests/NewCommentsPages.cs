using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Accounts;
using NewsSite.Comments;

namespace NewsSite.Web.Tests;

/// <summary>What a reader who has a conversation open is told appeared since, on either database.</summary>
public abstract partial class NewCommentsPages(Newsroom newsroom) : ModerationStage(newsroom)
{
    [Fact]
    public async Task A_comment_approved_after_newer_ones_is_new_to_whoever_had_seen_those()
    {
        var (article, address) = await Piece();
        var writer = await Person("Wanda");
        var first = await Said(article, writer, "The first word.");
        var early = await Said(article, await Person("Ilko"), "Held early.", CommentStatus.Held, first);
        var never = await Said(article, await Person("Mavka"), "Held for good.", CommentStatus.Held);
        var newer = await Said(article, writer, "A newer word.");
        using var reader = Newsroom.Reader();
        var seen = Seen(await reader.GetStringAsync(address, Cancel));
        Assert.Equal($"{newer}.{early}.{never}", seen);
        Assert.Empty(Told(await reader.GetStringAsync($"{address}/comments/new?after={seen}", Cancel)));

        await ApproveAsync(early);

        var answer = await reader.GetStringAsync($"{address}/comments/new?after={seen}", Cancel);
        Assert.Equal([early], Told(answer));
        Assert.Contains("1 new comment", answer, StringComparison.Ordinal);
        // What was told is not told again, and what still waits is not lost.
        Assert.Equal($"{newer}.{never}", Seen(answer));
        Assert.Empty(Told(await reader.GetStringAsync($"{address}/comments/new?after={newer}.{never}", Cancel)));
        await ApproveAsync(never);
        Assert.Equal([never], Told(await reader.GetStringAsync($"{address}/comments/new?after={newer}.{never}", Cancel)));
    }

    [Fact]
    public async Task Asking_again_costs_nothing_until_something_appears()
    {
        var (article, address) = await Piece();
        var writer = await Person("Wanda");
        await Said(article, writer, "The first word.");
        var held = await Said(article, await Person("Ilko"), "Held.", CommentStatus.Held);
        using var reader = Newsroom.Reader();
        var asked = $"{address}/comments/new?after={Seen(await reader.GetStringAsync(address, Cancel))}";
        using var first = await reader.GetAsync(asked, Cancel);
        using var again = await AskAgainAsync(reader, asked, first);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        await ApproveAsync(held);

        using var changed = await AskAgainAsync(reader, asked, first);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal([held], Told(await changed.Content.ReadAsStringAsync(Cancel)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("5.")]
    [InlineData("5.6")]
    [InlineData("5.3.2")]
    [InlineData("5.3.3")]
    [InlineData("99999999999")]
    public async Task A_mark_that_no_page_carries_is_a_bad_request(string after)
    {
        var (article, address) = await Piece();
        await Said(article, await Person("Wanda"), "A word.");
        using var reader = Newsroom.Reader();

        using var answer = await reader.GetAsync($"{address}/comments/new?after={after}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_marks_length_is_bounded_and_the_latest_hidden_comments_stay_in_it()
    {
        var (article, address) = await Piece();
        var writer = await Person("Wanda");
        var hidden = new List<int>();
        for (var i = 0; i < ConversationWatermark.MostHidden + 2; i++)
        {
            hidden.Add(await Said(article, writer, $"Held {i}.", CommentStatus.Held));
        }

        var shown = await Said(article, writer, "Visible.");
        using var reader = Newsroom.Reader();

        var seen = Seen(await reader.GetStringAsync(address, Cancel));

        Assert.Equal(string.Join('.', hidden.Skip(2).Prepend(shown)), seen);
        using var answer = await reader.GetAsync($"{address}/comments/new?after={seen}", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_comment_approved_since_the_last_visit_is_new_since_then()
    {
        var (article, _) = await Piece();
        var writer = await Person("Wanda");
        await Said(article, writer, "The first word.");
        var held = await Said(article, await Person("Ilko"), "Held early.", CommentStatus.Held);
        await Said(article, writer, "A newer word.");
        using var member = Newsroom.As(await Person("Rita"));
        var own = $"/comments/mine?article={article}";
        Assert.Contains("data-fresh=\"\"", await member.GetStringAsync(own, Cancel), StringComparison.Ordinal);
        Newsroom.Clock.Advance(TimeSpan.FromMinutes(1));

        await ApproveAsync(held);

        Newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains($"data-fresh=\"{held}\"", await member.GetStringAsync(own, Cancel), StringComparison.Ordinal);
        Assert.Contains("data-fresh=\"\"", await member.GetStringAsync(own, Cancel), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAgainAsync(HttpClient reader, string address, HttpResponseMessage before)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        return await reader.SendAsync(request, Cancel);
    }

    private async Task ApproveAsync(int comment)
    {
        using var moderator = Newsroom.As(await Person("Mod", AccountRole.Moderator));
        await PostAndFollow(moderator, "/desk/moderation", "/desk/moderation/approve", ("item", $"{comment}-Held-1"));
    }

    private static string Seen(string page) => SeenMark().Match(page).Groups[1].Value;

    private static IEnumerable<int> Told(string page) => Comments().Matches(page).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("data-seen=\"([^\"]*)\"")]
    private static partial Regex SeenMark();

    [GeneratedRegex("id=\"c-([0-9]+)\"")]
    private static partial Regex Comments();
}

public sealed class NewCommentsOnSqlite(SqliteNewsroom newsroom) : NewCommentsPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class NewCommentsOnPostgres : NewCommentsPages
{
    public NewCommentsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
