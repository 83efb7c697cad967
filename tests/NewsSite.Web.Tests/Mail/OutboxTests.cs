using MimeKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.AspNetCore.Hosting;
using NewsSite.Data;
using NewsSite.Email;

namespace NewsSite.Web.Tests.Mail;

/// <summary>Mails leave the outbox through a real SMTP server, once each.</summary>
public abstract class OutboxTests(Newsroom newsroom, SmtpServer smtp)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly Scene scene = new(newsroom);

    [Fact]
    public async Task A_mail_arrives_with_both_bodies_and_the_headers_that_thread_it_and_end_it()
    {
        SmtpServer.SkipUnlessThere();
        var address = Address();
        await Save(new OutboxMail(MailKind.Reply, address, "Відповідь: “Про лавки” — нині", "Текст із рядком.\n" + new string('ш', 2_000), "<p>Текст</p>", scene.Now)
        {
            MessageId = "comment-3.ab@newssite.example",
            InReplyTo = "comment-2.ab@newssite.example",
            References = "comment-1.ab@newssite.example comment-2.ab@newssite.example",
            UnsubscribeUrl = "https://newssite.example/mail/unsubscribe?key=0123",
        });

        await SendDue();

        var mail = Assert.Single(smtp.MailsTo(address));
        Assert.Equal("Відповідь: “Про лавки” — нині", mail.Subject);
        Assert.Equal(("The Test Letter", "letters@newssite.example"), (mail.From.Mailboxes.Single().Name, mail.From.Mailboxes.Single().Address));
        Assert.Contains("Текст із рядком.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(new string('ш', 2_000), mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("<p>Текст</p>", mail.HtmlBody!.Trim());
        Assert.Equal("comment-3.ab@newssite.example", mail.MessageId);
        Assert.Equal("comment-2.ab@newssite.example", mail.InReplyTo);
        Assert.Equal(["comment-1.ab@newssite.example", "comment-2.ab@newssite.example"], mail.References);
        Assert.Equal("<https://newssite.example/mail/unsubscribe?key=0123>", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal(scene.Now, mail.Date.UtcDateTime);
        var row = Assert.Single(await scene.MailTo(address));
        Assert.Equal(("", "", scene.Now), (row.Text, row.Html, row.SentAt));
    }

    [Fact]
    public async Task A_mail_about_the_account_names_itself_by_its_row_and_offers_no_unsubscription()
    {
        SmtpServer.SkipUnlessThere();
        var address = Address();
        await Save(Plain(address));

        await SendDue();

        var mail = Assert.Single(smtp.MailsTo(address));
        Assert.Matches(@"^mail-\d+\.[0-9a-f]+@newssite\.example$", mail.MessageId);
        Assert.False(mail.Headers.Contains(HeaderId.ListUnsubscribe));
    }

    [Theory]
    [InlineData("a@one.example, b@two.example")]
    [InlineData("Somebody <a@one.example>")]
    [InlineData("a@one.example>")]
    [InlineData("nobody at all")]
    [InlineData("")]
    public async Task What_is_not_exactly_one_address_is_given_up_at_once(string recipient)
    {
        SmtpServer.SkipUnlessThere();
        var id = await Save(Plain(recipient));

        await SendDue();

        var row = await Row(id);
        Assert.NotNull(row.GivenUpAt);
        Assert.Empty(smtp.MailsTo("a@one.example"));
    }

    [Fact]
    public async Task Nothing_in_a_subject_begins_a_header()
    {
        SmtpServer.SkipUnlessThere();
        var address = Address();
        Assert.Throws<ArgumentException>(() => new OutboxMail(MailKind.Reply, address, "Hello\r\nBcc: x@y.example", "", "", scene.Now));
        await Save(new OutboxMail(MailKind.Reply, address, "Hello\u2028Bcc: x@y.example \u0085 \u000b\u000c " + new string('x', 150), "Text", "Text", scene.Now));

        await SendDue();

        var mail = Assert.Single(smtp.MailsTo(address));
        Assert.Empty(mail.Bcc);
        Assert.Contains("Bcc: x@y.example", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_not_now_is_asked_again_with_growing_pauses_and_then_no_more()
    {
        SmtpServer.SkipUnlessThere();
        var id = await Save(Plain("later-" + Address()));

        foreach (var pause in OutboxMail.Pauses)
        {
            await SendDue();
            var row = await Row(id);
            Assert.Equal((scene.Now + pause, null, null), (row.DueAt, row.GivenUpAt, row.LeasedUntil));
            Assert.StartsWith("451", row.LastError, StringComparison.Ordinal);
            newsroom.Clock.Advance(pause - TimeSpan.FromSeconds(1));
            Assert.Equal(0, (await SendDue()).Deferred);
            newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, (await SendDue()).GivenUp);
        var last = await Row(id);
        Assert.Equal((scene.Now, 7), (last.GivenUpAt, last.Attempts));
        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, (await SendDue()).GivenUp);
    }

    [Fact]
    public async Task A_recipient_nobody_knows_makes_a_dead_letter_and_an_operator_can_try_again()
    {
        SmtpServer.SkipUnlessThere();
        var id = await Save(Plain("nobody-" + Address()));

        await SendDue();

        var row = await Row(id);
        Assert.Equal((1, scene.Now), (row.Attempts, row.GivenUpAt));
        Assert.StartsWith("550", row.LastError, StringComparison.Ordinal);
        await scene.Change(async db => (await db.Outbox.SingleAsync(m => m.Id == id, cancel)).TryAgain(scene.Now));
        Assert.Equal(1, (await SendDue()).GivenUp);
    }

    [Fact]
    public async Task Where_no_server_answers_one_mail_is_put_off_and_the_others_are_spared()
    {
        var first = await Save(Plain(Address()));
        var second = await Save(Plain(Address()));

        var turn = await SendDue(new MailSettings { Host = "127.0.0.1", Port = SmtpServer.FreePort(), Security = "none", From = "letters@newssite.example" });

        Assert.True(turn.ServerIsAway);
        Assert.Equal((1, 0), ((await Row(first)).Attempts, (await Row(second)).Attempts));
        await scene.Change(db => db.Outbox.Where(m => m.Id == first || m.Id == second).ExecuteDeleteAsync(cancel));
    }

    [Fact]
    public async Task Several_dispatchers_at_once_send_each_mail_once()
    {
        SmtpServer.SkipUnlessThere();
        const int Mails = 60;
        var host = $"crowd{Guid.NewGuid():N}.example";
        await scene.Change(db =>
        {
            db.Outbox.AddRange(Enumerable.Range(0, Mails).Select(i => Plain($"r{i}@{host}")));
            return Task.CompletedTask;
        });

        var turns = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendDue())));

        Assert.Equal(Mails, turns.Sum(t => t.Sent));
        var counts = smtp.CountsAt(host);
        Assert.Equal(Mails, counts.Count);
        Assert.All(counts.Values, n => Assert.Equal(1, n));
    }

    [Fact]
    public async Task What_a_dispatcher_took_and_died_of_is_sent_by_another_when_its_lease_is_over()
    {
        SmtpServer.SkipUnlessThere();
        var address = Address();
        var id = await Save(Plain(address));
        await using (var scope = newsroom.Services.CreateAsyncScope())
        {
            var dying = scope.ServiceProvider.GetRequiredService<Outbox>();
            Assert.Equal(id, (await dying.ClaimAsync(cancel))!.Id);
        }

        Assert.Equal(0, (await SendDue()).Sent);
        newsroom.Clock.Advance(OutboxMail.Lease - TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await SendDue()).Sent);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await SendDue()).Sent);
        Assert.Single(smtp.MailsTo(address));
    }

    [Fact]
    public async Task A_mail_whose_dispatchers_all_die_is_given_up()
    {
        var id = await Save(Plain(Address()));
        for (var attempt = 0; attempt <= OutboxMail.Pauses.Count; attempt++)
        {
            await using var scope = newsroom.Services.CreateAsyncScope();
            Assert.NotNull(await scope.ServiceProvider.GetRequiredService<Outbox>().ClaimAsync(cancel));
            newsroom.Clock.Advance(OutboxMail.Lease);
        }

        Assert.Equal(1, (await SendDue()).GivenUp);
        Assert.NotNull((await Row(id)).GivenUpAt);
    }

    [Fact]
    public async Task Who_waits_for_a_link_goes_before_who_is_told_of_a_comment()
    {
        await Save(new OutboxMail(MailKind.Followed, Address(), "New", "", "", scene.Now));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        var confirmation = await Save(Plain(Address()));

        await using var scope = newsroom.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        Assert.Equal(confirmation, (await outbox.ClaimAsync(cancel))!.Id);
        await scene.Change(db => db.Outbox.Where(m => m.SentAt == null && m.GivenUpAt == null).ExecuteDeleteAsync(cancel));
    }

    [Fact]
    public async Task A_comment_taken_back_while_its_mail_waits_is_not_mailed()
    {
        var comment = await scene.Say(await scene.Article(), null, then: c => c.Withdraw(scene.Now));
        var mail = new OutboxMail(MailKind.Reply, Address(), "An answer", "Text", "Text", scene.Now) { CommentId = comment };
        await Save(mail);

        Assert.Equal(1, (await SendDue()).Dropped);
        Assert.Empty(await scene.MailTo(mail.Recipient));
    }

    [Fact]
    public async Task Rows_are_forgotten_a_month_after_they_were_sent()
    {
        var id = await Save(Plain(Address()));
        await scene.Change(async db => (await db.Outbox.SingleAsync(m => m.Id == id, cancel)).Sent(scene.Now));
        newsroom.Clock.Advance(OutboxMail.KeptFor);
        await Forget();
        Assert.NotNull(await scene.InDatabase(db => db.Outbox.SingleOrDefaultAsync(m => m.Id == id, cancel)));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await Forget();
        Assert.Null(await scene.InDatabase(db => db.Outbox.SingleOrDefaultAsync(m => m.Id == id, cancel)));
    }

    [Fact]
    public async Task The_loop_sends_what_was_saved_without_being_told_and_the_drop_page_shows_its_link()
    {
        var address = Address();
        await using var site = newsroom.WithWebHostBuilder(b => b.UseSetting("Mail:Dispatch", "true"));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
            db.Outbox.Add(new OutboxMail(MailKind.Confirm, address, "Confirm <your> address", "Open:\nhttps://newssite.example/account/confirm?code=1\n", "", scene.Now));
            await db.SaveChangesAsync(cancel);
        }

        var folder = site.Services.GetRequiredService<MailFolder>();
        await Condition.HoldsAsync(() => Directory.Exists(folder.Path) && Directory.EnumerateFiles(folder.Path, "*.eml").Any(f => File.ReadAllText(f).Contains(address, StringComparison.Ordinal)));

        using var reader = site.CreateClient();
        var page = await reader.GetStringAsync("/mail/drop", cancel);
        Assert.Contains("Confirm &lt;your&gt; address", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://newssite.example/account/confirm?code=1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_there_is_no_drop_page()
    {
        await using var site = newsroom.WithWebHostBuilder(b => b.UseEnvironment("Production"));
        using var reader = site.CreateClient();

        using var response = await reader.GetAsync("/mail/drop", cancel);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    public static TheoryData<MailSettings, string> WrongSettings => new()
    {
        { new() { Security = "ssl" }, "Mail:Security" },
        { new() { Host = "mail.example", From = "a@b.example", Port = 0 }, "Mail:Port" },
        { new() { Host = "mail.example" }, "Mail:From" },
        { new() { From = "not an address" }, "Mail:From" },
        { new() { From = "A <a@b.example>" }, "Mail:From" },
        { new() { From = "a@b.example", FromName = "A\r\nBcc: c@d.example" }, "Mail:FromName" },
        { new() { Host = "mail.example", From = "a@b.example", User = "u" }, "Mail:Password" },
        { new() { Host = "mail.example", From = "a@b.example", User = "u", Password = "p", Security = "none" }, "Mail:Security" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void A_wrong_setting_is_named(MailSettings settings, string name) =>
        Assert.Contains(name, Assert.Single(newsroom.Services.GetRequiredService<IValidateOptions<MailSettings>>().Validate(null, settings).Failures!), StringComparison.Ordinal);

    private static string Address() => $"r{Guid.NewGuid():N}@readers.example";

    private OutboxMail Plain(string recipient) => new(MailKind.Confirm, recipient, "Confirm", "Text", "<p>Text</p>", scene.Now);

    private Task<int> Save(OutboxMail mail) => scene.InDatabase(async db =>
    {
        db.Outbox.Add(mail);
        await db.SaveChangesAsync(cancel);
        return mail.Id;
    });

    private Task<OutboxMail> Row(int id) => scene.InDatabase(db => db.Outbox.SingleAsync(m => m.Id == id, cancel));

    private async Task<OutboxTurn> SendDue(MailSettings? settings = null)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var used = settings ?? smtp.Settings;
        await using var transport = new SmtpTransport(used, new Envelope(used, newsroom.Clock));
        return await new Outbox(scope.ServiceProvider.GetRequiredService<NewsDbContext>(), transport, new SendingPace(60_000, newsroom.Clock), newsroom.Clock).SendDueAsync(cancel);
    }

    private async Task Forget()
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Outbox>().ForgetAsync(cancel);
    }
}

public sealed class OutboxOnSqlite(SqliteMailroom newsroom, SmtpServer smtp) : OutboxTests(newsroom, smtp), IClassFixture<SqliteMailroom>, IClassFixture<SmtpServer>;

[Trait("Database", "PostgreSQL")]
public sealed class OutboxOnPostgres : OutboxTests, IClassFixture<PostgresMailroom>, IClassFixture<SmtpServer>
{
    public OutboxOnPostgres(PostgresMailroom newsroom, SmtpServer smtp)
        : base(newsroom, smtp) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
