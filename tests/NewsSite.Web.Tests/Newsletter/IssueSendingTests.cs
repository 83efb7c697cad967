using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Newsletter;
using NewsSite.Web.Tests.Mail;

namespace NewsSite.Web.Tests.Newsletter;

/// <summary>Issues leave through a real SMTP server: each with its subscriber's links and return path, at a pace, behind mail somebody waits for.</summary>
public abstract class IssueSendingTests(Newsroom newsroom, SmtpServer smtp)
{
    private static int last;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    private DateTime Now => newsroom.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task Each_subscriber_gets_their_own_links_and_a_return_path_of_their_own()
    {
        SmtpServer.SkipUnlessThere();
        var (anna, boris) = (await Subscribe("anna"), await Subscribe("boris"));
        await Queue(anna, boris);

        await SendDue();

        foreach (var subscriber in (Subscriber[])[anna, boris])
        {
            var mail = Assert.Single(smtp.MailsTo(subscriber.Email));
            Assert.Contains($"key={subscriber.Key}", mail.TextBody, StringComparison.Ordinal);
            Assert.Contains($"key={subscriber.Key}", mail.HtmlBody, StringComparison.Ordinal);
            Assert.DoesNotContain(IssueText.KeyMark, mail.TextBody, StringComparison.Ordinal);
            Assert.Equal($"<https://newssite.example/end?key={subscriber.Key}>", mail.Headers["List-Unsubscribe"]);
            Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
            Assert.Equal("<newsletter.newssite.example>", mail.Headers["List-Id"]);
            Assert.Equal($"bounces+{subscriber.ReturnTag}@newssite.example", mail.Headers["X-MailFrom"]);
            Assert.Equal("letters@newssite.example", mail.From.Mailboxes.Single().Address);
        }
    }

    [Fact]
    public async Task Whoever_ended_it_after_it_was_queued_gets_nothing()
    {
        SmtpServer.SkipUnlessThere();
        var gone = await Subscribe("gone");
        await Queue(gone);
        await newsroom.Use(async (Subscribing s) =>
        {
            await s.EndAsync(gone.Key, cancel);
            return 0;
        });

        var turn = await SendDue();

        Assert.Equal(1, turn.Dropped);
        Assert.Empty(smtp.MailsTo(gone.Email));
    }

    [Fact]
    public async Task An_address_the_server_says_is_nobodys_is_not_written_to_again()
    {
        SmtpServer.SkipUnlessThere();
        var nobody = await Subscribe("nobody");
        await Queue(nobody);
        Assert.Equal(1, (await SendDue()).GivenUp);

        var after = await newsroom.InDatabase(db => db.Subscribers.SingleAsync(s => s.Id == nobody.Id, cancel));
        Assert.NotNull(after.SuppressedAt);
        Assert.Contains("5.1.1", after.BounceReason, StringComparison.Ordinal);
        await Queue(nobody);
        Assert.Equal(1, (await SendDue()).Dropped);
    }

    [Fact]
    public async Task Issues_wait_for_the_pace_and_mail_somebody_waits_for_does_not()
    {
        SmtpServer.SkipUnlessThere();
        var many = new List<Subscriber>();
        for (var i = 0; i < 8; i++)
        {
            many.Add(await Subscribe("paced"));
        }

        await Queue([.. many]);
        var urgent = $"urgent{Interlocked.Increment(ref last)}@readers.example";
        var pace = new SendingPace(60, newsroom.Clock);

        var first = await SendDue(pace);
        Assert.Equal((5, true), (first.Sent, first.IsPaced));
        await newsroom.InDatabase(db =>
        {
            db.Outbox.Add(new OutboxMail(MailKind.Confirm, urgent, "Confirm", "Text", "<p>Text</p>", Now));
            return db.SaveChangesAsync(cancel);
        });
        // What has passed until here refilled it; another pace stands where the first did.
        var empty = new SendingPace(60, newsroom.Clock);
        while (empty.Take())
        {
        }

        var second = await SendDue(empty);
        Assert.Equal((1, true), (second.Sent, second.IsPaced));
        Assert.Single(smtp.MailsTo(urgent));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        var third = await SendDue(empty);
        Assert.Equal((3, false), (third.Sent, third.IsPaced));
    }

    private async Task<Subscriber> Subscribe(string name)
    {
        var subscriber = new Subscriber($"{name}{Interlocked.Increment(ref last)}x{Guid.NewGuid():N}@readers.example", new NewsletterChoices("en", ["en"], [], IssueRhythm.Daily), Now);
        await newsroom.InDatabase(db =>
        {
            db.Subscribers.Add(subscriber);
            return db.SaveChangesAsync(cancel);
        });
        return subscriber;
    }

    private Task<int> Queue(params Subscriber[] subscribers) => newsroom.InDatabase(async db =>
    {
        var issue = new Issue(IssueRhythm.Daily, new DateOnly(2020, 1, 1).AddDays(Interlocked.Increment(ref last)), Now, Now, []);
        db.Issues.Add(issue);
        await db.SaveChangesAsync(cancel);
        var written = new OutboxMail(MailKind.Newsletter, "", "An issue", $"Text: key={IssueText.KeyMark}", $"<p>key={IssueText.KeyMark}</p>", Now) { UnsubscribeUrl = $"https://newssite.example/end?key={IssueText.KeyMark}" };
        var text = IssueText.Of(issue, subscribers[0].Choices, written);
        db.IssueTexts.Add(text);
        await db.SaveChangesAsync(cancel);
        db.Outbox.AddRange(subscribers.Select(s => OutboxMail.ForSubscriber(s.Id, s.Email, text.Id, text.Subject, Now)));
        return await db.SaveChangesAsync(cancel);
    });

    private async Task<OutboxTurn> SendDue(SendingPace? pace = null)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var used = smtp.Settings with { BounceAddress = "bounces@newssite.example" };
        await using var transport = new SmtpTransport(used, new Envelope(used, newsroom.Clock));
        return await new Outbox(scope.ServiceProvider.GetRequiredService<NewsDbContext>(), transport, pace ?? new SendingPace(60_000, newsroom.Clock), newsroom.Clock).SendDueAsync(cancel);
    }
}

public sealed class IssueSendingOnSqlite(SqliteMailroom newsroom, SmtpServer smtp) : IssueSendingTests(newsroom, smtp), IClassFixture<SqliteMailroom>, IClassFixture<SmtpServer>;

[Trait("Database", "PostgreSQL")]
public sealed class IssueSendingOnPostgres : IssueSendingTests, IClassFixture<PostgresMailroom>, IClassFixture<SmtpServer>
{
    public IssueSendingOnPostgres(PostgresMailroom newsroom, SmtpServer smtp)
        : base(newsroom, smtp) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
