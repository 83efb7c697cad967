using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Web.Email;

namespace NewsSite.Web.Tests.Mail;

/// <summary>Who is told of what, when, and in which words.</summary>
public abstract partial class CorrespondenceTests(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly Scene scene = new(newsroom);

    [Fact]
    public async Task An_answer_comes_with_who_answered_where_why_and_how_to_end_it()
    {
        var (anna, ben) = (await scene.Person("Anna"), await scene.Person("Ben"));
        var article = await scene.Article("Of benches & stools");
        var top = await scene.Say(article, anna, text: "They are too few.");
        var follow = await scene.FollowsAnswers(anna, top);
        await scene.Tell();

        var answer = await scene.Say(article, ben, top, "Too *many*, I say <b>.");
        await scene.Tell();

        var mail = Assert.Single(await scene.MailTo(anna));
        Assert.Equal((MailKind.Reply, "An answer to you: Of benches & stools"), (mail.Kind, mail.Subject));
        Assert.Contains("Ben answered you:", mail.Text, StringComparison.Ordinal);
        Assert.Contains("> Too many, I say <b>.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Too many, I say &lt;b&gt;.", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"{Scene.BaseUrl}/comments/{answer}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("because you asked to be told when somebody answers your comment", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Mute this thread: {Scene.BaseUrl}/mail/unsubscribe?key={follow.Key}&choice=mute&thread={top}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Stop mail about answers to this comment: {Scene.BaseUrl}/mail/unsubscribe?key={follow.Key}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Stop all mail about conversations: {Scene.BaseUrl}/mail/unsubscribe?key={follow.Key}&choice=all", mail.Text, StringComparison.Ordinal);
        Assert.Equal($"{Scene.BaseUrl}/mail/unsubscribe?key={follow.Key}", mail.UnsubscribeUrl);
        Assert.Empty(await scene.MailTo(ben));
        Assert.False(await scene.InDatabase(db => db.PendingNotices.AnyAsync(cancel)));
        Assert.False(await scene.InDatabase(db => db.CommentNotices.AnyAsync(cancel)));
    }

    [Fact]
    public async Task Mails_of_a_thread_name_those_before_them_also_where_none_was_sent()
    {
        var (anna, ben) = (await scene.Person("Anna"), await scene.Person("Ben"));
        var article = await scene.Article();
        await scene.Follows(anna, article);
        var top = await scene.Say(article, anna);
        var second = await scene.Say(article, ben, top);
        await scene.Tell();
        var third = await scene.Say(article, ben, second);
        await scene.Tell();
        var fourth = await scene.Say(article, ben, third);
        await scene.Tell();

        var mails = await scene.MailTo(anna);

        Assert.Equal(3, mails.Count);
        Assert.StartsWith($"comment-{second}.", mails[0].MessageId, StringComparison.Ordinal);
        Assert.Equal(mails[0].MessageId, mails[1].InReplyTo);
        Assert.Equal(mails[1].MessageId, mails[2].InReplyTo);
        Assert.Equal([Id(top), Id(second), Id(third)], mails[2].References!.Split(' '));
        Assert.Equal(Id(fourth), mails[2].MessageId);

        string Id(int comment) => mails[0].MessageId!.Replace($"comment-{second}.", $"comment-{comment}.", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_in_a_thread_a_mail_names_the_top_and_the_nearest()
    {
        var anna = await scene.Person();
        var article = await scene.Article();
        var at = await scene.Say(article, null);
        var top = at;
        for (var depth = 2; depth <= 14; depth++)
        {
            at = await scene.Say(article, null, at);
        }

        await scene.Tell();
        await scene.Follows(anna, article);
        await scene.Say(article, null, at);
        await scene.Tell();

        var mail = Assert.Single(await scene.MailTo(anna));
        var references = mail.References!.Split(' ');
        Assert.Equal(9, references.Length);
        Assert.StartsWith($"comment-{top}.", references[0], StringComparison.Ordinal);
        Assert.StartsWith($"comment-{at}.", references[^1], StringComparison.Ordinal);
        Assert.Equal(references[^1], mail.InReplyTo);
    }

    [Fact]
    public async Task Of_several_reasons_the_most_specific_counts_and_one_mail_comes()
    {
        var (anna, ben) = (await scene.Person("Anna"), await scene.Person("Ben"));
        var article = await scene.Article();
        await scene.Follows(anna, article);
        var top = await scene.Say(article, anna);
        await scene.FollowsThread(anna, article, top);
        await scene.FollowsAnswers(anna, top);
        await scene.Say(article, ben, top);
        await scene.Tell();

        var mail = Assert.Single(await scene.MailTo(anna));
        Assert.Equal(MailKind.Reply, mail.Kind);
    }

    [Fact]
    public async Task An_account_and_a_guest_with_one_address_are_one_person()
    {
        var anna = await scene.Person("Anna");
        var article = await scene.Article();
        var top = await scene.Say(article, null);
        await scene.Follows(anna, article);
        await scene.Add(Follow.OfThread(null, anna.Email, article, top, MailFrequency.Now, scene.Now));

        await scene.Say(article, null, top);
        await scene.Tell();

        // The top comment by the article, its answer by the thread; both in no more than a mail each.
        Assert.Equal(2, (await scene.MailTo(anna)).Sum(m => Regex.Count(m.Text, "wrote:|answered")));
    }

    public static TheoryData<string> ReasonsToSayNothing =>
    [
        "own", "muted before", "muted meanwhile", "ignored before", "ignored meanwhile", "unconfirmed", "erased meanwhile", "held", "withdrawn meanwhile",
        "removed meanwhile", "stopped meanwhile", "follow gone", "article withdrawn meanwhile", "conversation hidden meanwhile", "muted and answered",
    ];

    [Theory]
    [MemberData(nameof(ReasonsToSayNothing))]
    public async Task Nobody_is_told_who_should_not_be(string reason)
    {
        var anna = await scene.Person("Anna", then: a => a.EmailConfirmed = reason != "unconfirmed");
        var ben = await scene.Person("Ben");
        var article = await scene.Article();
        var top = await scene.Say(article, anna);
        await scene.Tell();
        var follow = await scene.Follows(anna, article);
        if (reason is "muted before" or "muted and answered")
        {
            await scene.FollowsThread(anna, article, top, MailFrequency.Never);
        }

        if (reason == "muted and answered")
        {
            await scene.FollowsAnswers(anna, top);
        }

        if (reason == "ignored before")
        {
            await Ignore();
        }

        var said = await scene.Say(article, reason == "own" ? anna : ben, top, then: c =>
        {
            if (reason == "held")
            {
                c.Hold();
            }
        });
        await scene.HandOut();
        await scene.Change(async db =>
        {
            switch (reason)
            {
                case "muted meanwhile":
                    db.Follows.Add(Follow.OfThread(anna.Id, null, article, top, MailFrequency.Never, scene.Now));
                    break;
                case "ignored meanwhile":
                    db.IgnoredAccounts.Add(new IgnoredAccount(anna.Id, ben.Id));
                    break;
                case "erased meanwhile":
                    (await db.Accounts.SingleAsync(a => a.Id == anna.Id, cancel)).Erase(scene.Now, $"erased-{anna.Id}");
                    break;
                case "withdrawn meanwhile":
                    (await db.Comments.SingleAsync(c => c.Id == said, cancel)).Withdraw(scene.Now);
                    break;
                case "removed meanwhile":
                    (await db.Comments.SingleAsync(c => c.Id == said, cancel)).Remove("Off topic.");
                    break;
                case "stopped meanwhile":
                    (await db.Follows.SingleAsync(f => f.Id == follow.Id, cancel)).Frequency = MailFrequency.Never;
                    break;
                case "follow gone":
                    db.Remove(await db.Follows.SingleAsync(f => f.Id == follow.Id, cancel));
                    break;
                case "article withdrawn meanwhile":
                    (await db.Articles.SingleAsync(a => a.Id == article, cancel)).Withdraw(scene.Now, "Gone.");
                    break;
                case "conversation hidden meanwhile":
                    (await db.Articles.SingleAsync(a => a.Id == article, cancel)).Conversation = ConversationMode.Hidden;
                    break;
            }
        });
        newsroom.Clock.Advance(PendingNotice.Gathering);
        await scene.WriteDue();

        Assert.Empty(await scene.MailTo(anna));
        Assert.False(await scene.InDatabase(db => db.PendingNotices.AnyAsync(cancel)));
        Assert.False(await scene.InDatabase(db => db.CommentNotices.AnyAsync(cancel)));

        Task Ignore() => scene.Change(db =>
        {
            db.IgnoredAccounts.Add(new IgnoredAccount(anna.Id, ben.Id));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Said_within_a_minute_in_one_thread_is_one_mail_and_another_thread_is_another()
    {
        var anna = await scene.Person();
        var article = await scene.Article();
        await scene.Follows(anna, article);
        var first = await scene.Say(article, null, text: "One.");
        await scene.HandOut();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(50));
        await scene.Say(article, null, first, "Two.");
        await scene.Say(article, null, text: "Another thread.");
        await scene.HandOut();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        await scene.WriteDue();

        var mail = Assert.Single(await scene.MailTo(anna));
        Assert.Contains("One.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Two.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another thread.", mail.Text, StringComparison.Ordinal);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.WriteDue();
        Assert.Equal(2, (await scene.MailTo(anna)).Count);
    }

    [Theory]
    [InlineData(MailFrequency.Hourly, 59)]
    [InlineData(MailFrequency.Daily, 6 * 60)]
    public async Task A_digest_tells_once_of_everything_in_several_conversations(MailFrequency frequency, int minutesWithoutMail)
    {
        var anna = await scene.Person();
        var (benches, trams) = (await scene.Article("Of benches"), await scene.Article("Of trams"));
        await scene.Follows(anna, benches, frequency);
        await scene.Follows(anna, trams, frequency);
        // From a time at which an hour and a day have just begun for both.
        newsroom.Clock.Advance(scene.Now.Date.AddDays(1).AddMinutes(1) - scene.Now);
        var top = await scene.Say(benches, null, text: "On benches.");
        await scene.Say(benches, null, top, "On benches again.");
        await scene.Say(trams, null, text: "On trams.");
        await scene.HandOut();
        newsroom.Clock.Advance(TimeSpan.FromMinutes(minutesWithoutMail - 1));
        await scene.WriteDue();
        Assert.Empty(await scene.MailTo(anna));

        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await scene.WriteDue();

        var mail = Assert.Single(await scene.MailTo(anna));
        Assert.Equal("New in the conversations you follow", mail.Subject);
        Assert.All(["On benches.", "On benches again.", "On trams.", "Of benches", "Of trams"], text => Assert.Contains(text, mail.Text, StringComparison.Ordinal));
        Assert.Equal(2, Regex.Count(mail.Text, "Mute this thread"));
        Assert.EndsWith("&choice=all", mail.UnsubscribeUrl, StringComparison.Ordinal);
        Assert.Null(mail.InReplyTo);
    }

    [Fact]
    public async Task A_long_digest_tells_of_twenty_and_counts_the_rest()
    {
        var anna = await scene.Person();
        var article = await scene.Article();
        await scene.Follows(anna, article);
        var top = await scene.Say(article, null);
        for (var i = 0; i < 24; i++)
        {
            await scene.Say(article, null, top, $"Said number {i}.");
        }

        await scene.Tell();

        var mail = Assert.Single(await scene.MailTo(anna));
        Assert.Equal(Letter.MaxComments, Regex.Count(mail.Text, "Open this comment"));
        Assert.Contains("There is more in this conversation (5)", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_mail_about_every_answer_gets_it_for_old_comments_too_unless_they_said_otherwise_there()
    {
        var anna = await scene.Person("Anna", then: a => a.ReplyMail = MailFrequency.Now);
        var article = await scene.Article();
        var (wanted, unwanted) = (await scene.Say(article, anna), await scene.Say(article, anna));
        await scene.FollowsAnswers(anna, unwanted, MailFrequency.Never);
        await scene.Say(article, null, wanted, "To the wanted.");
        await scene.Say(article, null, unwanted, "To the unwanted.");
        await scene.Say(article, anna, wanted, "To myself.");
        await scene.Tell();

        var mail = Assert.Single(await scene.MailTo(anna));
        Assert.Contains("To the wanted.", mail.Text, StringComparison.Ordinal);
        Assert.Equal(2, await scene.InDatabase(db => db.Follows.CountAsync(f => f.AccountId == anna.Id, cancel)));
    }

    [Fact]
    public async Task What_nobody_follows_is_written_down_for_nobody_and_keeps_no_notice()
    {
        var anna = await scene.Person("Anna");
        var (followed, alone) = (await scene.Article(), await scene.Article());
        var top = await scene.Say(followed, anna);
        await scene.FollowsAnswers(anna, top);
        var heard = await scene.Say(followed, null, top);
        var unheard = await scene.Say(alone, null, await scene.Say(alone, anna));

        await scene.HandOut();

        var ids = (int[])[top, heard, unheard];
        Assert.False(await scene.InDatabase(db => db.CommentNotices.AnyAsync(n => ids.Contains(n.CommentId), cancel)));
        Assert.Equal([heard], await scene.InDatabase(db => db.PendingNotices.Where(p => ids.Contains(p.CommentId)).Select(p => p.CommentId).ToListAsync(cancel)));
    }

    [Theory]
    [InlineData("uk", "Вам відповідає", "lang=\"uk\" dir=\"ltr\"", "&language=uk")]
    [InlineData("ar", "ردّ عليك", "lang=\"ar\" dir=\"rtl\"", "&language=ar")]
    public async Task An_account_is_written_to_in_its_language(string language, string sentence, string attributes, string query)
    {
        var anna = await scene.Person("Anna", language);
        var article = await scene.Article();
        var top = await scene.Say(article, anna);
        await scene.FollowsAnswers(anna, top);
        await scene.Say(article, null, top);
        await scene.Tell();

        var mail = Assert.Single(await scene.MailTo(anna));
        Assert.Contains(sentence, mail.Text, StringComparison.Ordinal);
        Assert.Contains(attributes, mail.Html, StringComparison.Ordinal);
        Assert.Contains(query, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_written_to_in_the_language_of_the_piece()
    {
        var article = await scene.Article("Про лавки", "uk");
        var top = await scene.Say(article, null);
        var address = $"g{Guid.NewGuid():N}@readers.example";
        await scene.Add(Follow.OfThread(null, address, article, top, MailFrequency.Now, scene.Now));
        await scene.Say(article, null, top);
        await scene.Tell();

        Assert.Contains("Ви отримали цього листа, бо стежите за цією гілкою.", Assert.Single(await scene.MailTo(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_mail_holds_a_link_of_somebody_else()
    {
        var anna = await scene.Person("Anna");
        var mallory = await scene.Person("Win at evil.example");
        var article = await scene.Article();
        await scene.Follows(anna, article);
        await scene.Say(article, mallory, text: """
            See [our site](https://evil.example/a?b=c) or <https://evil.example/auto> or https://evil.example/bare or HTTP://EVIL.EXAMPLE/LOUD,
            www.evil.example/path, evil.example, mailto:me@evil.example, me@evil.example, ftp://evil.example, ![a picture](https://evil.example/p.png) `https://evil.example/code`
            """);
        await scene.Tell();

        var mail = Assert.Single(await scene.MailTo(anna));
        foreach (var body in new[] { mail.Subject, mail.Text, mail.Html })
        {
            Assert.DoesNotContain("evil.example", body, StringComparison.OrdinalIgnoreCase);
            Assert.All(Schemes().Matches(body).Select(m => m.Value), address => Assert.StartsWith(Scene.BaseUrl, address, StringComparison.Ordinal));
        }

        Assert.Contains("our site", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_died_while_writing_followers_down_is_finished_for_and_nobody_is_mailed_before_or_twice()
    {
        var (anna, ben) = (await scene.Person("Anna"), await scene.Person("Ben"));
        var article = await scene.Article();
        var follow = await scene.Follows(anna, article);
        await scene.Follows(ben, article);
        var said = await scene.Say(article, null);
        // As it is left by a server killed after its first batch: a row for one, and the notice still there.
        await scene.Change(db =>
        {
            db.PendingNotices.Add(new PendingNotice(follow.Id, said, scene.Now));
            return Task.CompletedTask;
        });
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.WriteDue();
        Assert.Empty(await scene.MailTo(anna));

        await scene.Tell();
        await scene.Tell();

        Assert.Single(await scene.MailTo(anna));
        Assert.Single(await scene.MailTo(ben));
    }

    [Fact]
    public async Task Several_servers_at_once_tell_a_crowd_once_each()
    {
        const int Crowd = (2 * Correspondence.BatchSize) + 100;
        var article = await scene.Article();
        var host = $"crowd{Guid.NewGuid():N}.example";
        var top = await scene.Say(article, null);
        await scene.Tell();
        await scene.Change(db =>
        {
            db.Follows.AddRange(Enumerable.Range(0, Crowd).Select(i => Follow.OfThread(null, $"r{i}@{host}", article, top, MailFrequency.Now, scene.Now)));
            return Task.CompletedTask;
        });
        await scene.Say(article, null, top);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(scene.HandOut)));
        Assert.Equal(Crowd, await scene.InDatabase(db => db.PendingNotices.CountAsync(cancel)));
        newsroom.Clock.Advance(PendingNotice.Gathering);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(scene.WriteDue)));
        await scene.WriteDue();

        var mails = await scene.InDatabase(db => db.Outbox.Where(m => m.Recipient.EndsWith(host)).Select(m => m.Recipient).ToListAsync(cancel));
        Assert.Equal(Crowd, mails.Count);
        Assert.Equal(Crowd, mails.Distinct().Count());
        Assert.False(await scene.InDatabase(db => db.PendingNotices.AnyAsync(cancel)));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_keeps_nobody_else_from_theirs()
    {
        var (anna, ben) = (await scene.Person("Anna"), await scene.Person("Ben"));
        var article = await scene.Article();
        await scene.Follows(anna, article);
        await scene.Follows(ben, article);
        await scene.Say(article, null);
        await scene.HandOut();
        newsroom.Clock.Advance(PendingNotice.Gathering);
        await using (var scope = newsroom.Services.CreateAsyncScope())
        {
            var writer = scope.ServiceProvider.GetRequiredService<LetterWriter>();
            await Assert.ThrowsAsync<AggregateException>(() => scope.ServiceProvider.GetRequiredService<Correspondence>().WriteDueAsync(
                letter => letter.Address == anna.Email ? throw new InvalidOperationException("No ink.") : writer.Write(letter), scene.Now, cancel));
        }

        Assert.Empty(await scene.MailTo(anna));
        Assert.Single(await scene.MailTo(ben));
        await scene.WriteDue();
        Assert.Single(await scene.MailTo(anna));
    }

    [GeneratedRegex(@"\b(https?|ftp|mailto):[^\s""<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Schemes();
}

public sealed class CorrespondenceOnSqlite(SqliteMailroom newsroom) : CorrespondenceTests(newsroom), IClassFixture<SqliteMailroom>;

[Trait("Database", "PostgreSQL")]
public sealed class CorrespondenceOnPostgres : CorrespondenceTests, IClassFixture<PostgresMailroom>
{
    public CorrespondenceOnPostgres(PostgresMailroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
