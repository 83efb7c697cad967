using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Email;

namespace NewsSite.Web.Tests.Mail;

/// <summary>Ending mail: by the link in it, without signing in, and from the account.</summary>
public abstract class UnsubscribeTests(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly Scene scene = new(newsroom);

    [Fact]
    public async Task The_link_asks_first_and_changes_nothing()
    {
        var (anna, follow, thread) = await Followed();
        using var reader = newsroom.Reader();

        using var response = await reader.GetAsync($"/mail/unsubscribe?key={follow.Key}&thread={thread}", cancel);

        var page = await response.Content.ReadAsStringAsync(cancel);
        Assert.Contains("<button name=\"choice\" value=\"mute\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{follow.Key}\"", page, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(MailFrequency.Now, (await Follows(anna)).Single(f => f.Id == follow.Id).Frequency);
    }

    [Theory]
    [InlineData("this", "You get no more of this mail.")]
    [InlineData("mute", "You get no more mail about this thread.")]
    [InlineData("all", "You get no more mail about conversations at this address.")]
    [InlineData("nonsense", "You get no more of this mail.")]
    public async Task The_buttons_do_what_they_say_however_often_they_are_pressed(string choice, string sentence)
    {
        var (anna, follow, thread) = await Followed();
        var other = await scene.Follows(anna, await scene.Article());
        using var reader = newsroom.Reader();

        for (var press = 0; press < 2; press++)
        {
            var page = await Post(reader, "/mail/unsubscribe", ("key", follow.Key), ("choice", choice), ("thread", $"{thread}"));
            Assert.Contains(sentence, page, StringComparison.Ordinal);
        }

        var follows = await Follows(anna);
        Assert.Equal(choice == "mute" ? MailFrequency.Now : MailFrequency.Never, follows.Single(f => f.Id == follow.Id).Frequency);
        Assert.Equal(choice == "all" ? MailFrequency.Never : MailFrequency.Now, follows.Single(f => f.Id == other.Id).Frequency);
        Assert.Equal(choice == "mute" ? 1 : 0, follows.Count(f => f.ThreadId == thread && f.Frequency == MailFrequency.Never));
        var reply = await scene.InDatabase(db => db.Accounts.Where(a => a.Id == anna.Id).Select(a => a.ReplyMail).SingleAsync(cancel));
        Assert.Equal(choice == "all" ? MailFrequency.Never : MailFrequency.Daily, reply);
    }

    [Fact]
    public async Task A_mail_provider_posts_one_click_without_saying_where_it_comes_from()
    {
        var (anna, follow, thread) = await Followed();
        await scene.Say(follow.ArticleId, null, thread, "An answer.");
        await scene.Tell();
        var mail = Assert.Single(await scene.MailTo(anna));
        using var provider = newsroom.Reader();

        for (var click = 0; click < 2; click++)
        {
            using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var response = await provider.PostAsync(new Uri(mail.UnsubscribeUrl!).PathAndQuery, body, cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.All(await Follows(anna), f => Assert.Equal(MailFrequency.Never, f.Frequency));
        await scene.Say(follow.ArticleId, null, thread, "Another answer.");
        await scene.Tell();
        Assert.Single(await scene.MailTo(anna));
    }

    [Fact]
    public async Task One_click_on_a_digest_of_several_conversations_ends_all_of_it()
    {
        var (anna, follow, _) = await Followed(MailFrequency.Hourly);
        var other = await scene.Article();
        await scene.Follows(anna, other, MailFrequency.Hourly);
        await scene.Say(follow.ArticleId, null);
        await scene.Say(other, null);
        await scene.HandOut();
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await scene.WriteDue();
        using var provider = newsroom.Reader();
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);

        using var response = await provider.PostAsync(new Uri(Assert.Single(await scene.MailTo(anna)).UnsubscribeUrl!).PathAndQuery, body, cancel);

        Assert.All(await Follows(anna), f => Assert.Equal(MailFrequency.Never, f.Frequency));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcde%00")]
    [InlineData("'; DROP TABLE Follows; --")]
    public async Task A_key_nobody_knows_is_answered_the_same(string key)
    {
        var (_, follow, _) = await Followed();
        using var reader = newsroom.Reader();
        var known = (await reader.GetStringAsync($"/mail/unsubscribe?key={follow.Key}", cancel)).Replace(follow.Key, "KEY", StringComparison.Ordinal);
        var knownDone = await Post(reader, "/mail/unsubscribe", ("key", follow.Key), ("choice", "this"));

        var unknownDone = await Post(reader, "/mail/unsubscribe", ("key", key), ("choice", "this"));

        Assert.Equal(knownDone, unknownDone);
        if (key.Length == Follow.KeyLength)
        {
            Assert.Equal(known, (await reader.GetStringAsync($"/mail/unsubscribe?key={key}", cancel)).Replace(key, "KEY", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_muted_thread_must_be_one_of_the_piece_that_is_followed()
    {
        var (anna, follow, _) = await Followed();
        var elsewhere = await scene.Say(await scene.Article(), null);
        using var reader = newsroom.Reader();

        await Post(reader, "/mail/unsubscribe", ("key", follow.Key), ("choice", "mute"), ("thread", $"{elsewhere}"));

        Assert.DoesNotContain(await Follows(anna), f => f.ThreadId == elsewhere);
    }

    [Fact]
    public async Task A_guest_ends_all_mail_to_the_address_and_an_account_with_it_too()
    {
        var (anna, _, thread) = await Followed();
        var guest = await scene.Add(Follow.OfThread(null, anna.Email, (await Follows(anna))[0].ArticleId, thread, MailFrequency.Now, scene.Now));
        using var reader = newsroom.Reader();

        await Post(reader, "/mail/unsubscribe", ("key", guest.Key), ("choice", "all"));

        Assert.All(await Follows(anna), f => Assert.Equal(MailFrequency.Never, f.Frequency));
        Assert.Equal(MailFrequency.Never, await scene.InDatabase(db => db.Follows.Where(f => f.Id == guest.Id).Select(f => f.Frequency).SingleAsync(cancel)));
    }

    [Theory]
    [InlineData("uk", "Менше листів від нас")]
    [InlineData("ar", "رسائل أقل منّا")]
    public async Task The_page_speaks_the_language_of_the_mail(string language, string title)
    {
        using var reader = newsroom.Reader();

        var page = await reader.GetStringAsync($"/mail/unsubscribe?key=x&language={language}", cancel);

        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"/mail/unsubscribe?language={language}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_follows_changes_mutes_and_stops_and_each_twice_is_once()
    {
        var anna = await scene.Person();
        var article = await scene.Article("Of benches");
        var top = await scene.Say(article, await scene.Person("Ben"));
        var reply = await scene.Say(article, null, top);
        await using var scope = newsroom.Services.CreateAsyncScope();
        var following = scope.ServiceProvider.GetRequiredService<Following>();

        Assert.True(await following.FollowArticleAsync(anna.Id, article, MailFrequency.Daily, scene.Now, cancel));
        Assert.True(await following.FollowArticleAsync(anna.Id, article, MailFrequency.Now, scene.Now, cancel));
        Assert.True(await following.FollowThreadAsync(anna.Id, reply, MailFrequency.Hourly, scene.Now, cancel));
        Assert.Equal([(FollowReason.Thread, MailFrequency.Hourly, "Ben"), (FollowReason.Article, MailFrequency.Now, null)], await Lines());
        Assert.True(await following.MuteThreadAsync(anna.Id, top, scene.Now, cancel));
        Assert.True((await following.ListAsync(anna.Id, scene.Now, cancel))[0].IsMuted);

        var lines = await following.ListAsync(anna.Id, scene.Now, cancel);
        Assert.True(await following.StopAsync(anna.Id, lines[0].Id, cancel));
        Assert.False(await following.StopAsync(anna.Id, lines[0].Id, cancel));
        Assert.True(await following.ChangeAsync(anna.Id, lines[1].Id, MailFrequency.Daily, cancel));
        Assert.True(await following.StopAsync(anna.Id, lines[1].Id, cancel));
        Assert.Empty(await Lines());

        async Task<IEnumerable<(FollowReason, MailFrequency, string?)>> Lines() => (await following.ListAsync(anna.Id, scene.Now, cancel)).Select(l => (l.Reason, l.Frequency, l.ThreadBy));
    }

    [Fact]
    public async Task Nobody_follows_what_readers_do_not_see_and_nobody_touches_the_follows_of_others()
    {
        var (anna, ben) = (await scene.Person("Anna"), await scene.Person("Ben"));
        var hidden = await scene.Article(mode: Articles.ConversationMode.Hidden);
        var held = await scene.Say(await scene.Article(), null, then: c => c.Hold());
        var follow = await scene.Follows(ben, await scene.Article());
        await using var scope = newsroom.Services.CreateAsyncScope();
        var following = scope.ServiceProvider.GetRequiredService<Following>();

        Assert.False(await following.FollowArticleAsync(anna.Id, hidden, MailFrequency.Now, scene.Now, cancel));
        Assert.False(await following.FollowArticleAsync(anna.Id, int.MaxValue, MailFrequency.Now, scene.Now, cancel));
        Assert.False(await following.FollowThreadAsync(anna.Id, held, MailFrequency.Now, scene.Now, cancel));
        Assert.False(await following.FollowThreadAsync(anna.Id, int.MaxValue, MailFrequency.Now, scene.Now, cancel));
        Assert.False(await following.StopAsync(anna.Id, follow.Id, cancel));
        Assert.False(await following.ChangeAsync(anna.Id, follow.Id, MailFrequency.Never, cancel));
    }

    private async Task<(Account Anna, Follow Follow, int Thread)> Followed(MailFrequency frequency = MailFrequency.Now)
    {
        var anna = await scene.Person("Anna", then: a => a.ReplyMail = MailFrequency.Daily);
        var article = await scene.Article();
        var thread = await scene.Say(article, null);
        await scene.Tell();
        return (anna, await scene.Follows(anna, article, frequency), thread);
    }

    private Task<List<Follow>> Follows(Account who) => scene.InDatabase(db => db.Follows.Where(f => f.AccountId == who.Id).OrderBy(f => f.Id).ToListAsync(cancel));

    private async Task<string> Post(HttpClient reader, string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        using var response = await reader.SendAsync(request, cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        return await response.Content.ReadAsStringAsync(cancel);
    }
}

public sealed class UnsubscribeOnSqlite(SqliteMailroom newsroom) : UnsubscribeTests(newsroom), IClassFixture<SqliteMailroom>;

[Trait("Database", "PostgreSQL")]
public sealed class UnsubscribeOnPostgres : UnsubscribeTests, IClassFixture<PostgresMailroom>
{
    public UnsubscribeOnPostgres(PostgresMailroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
