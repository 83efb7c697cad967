using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Newsletter;
using NewsSite.Web.Tests.Mail;

namespace NewsSite.Web.Tests.Newsletter;

/// <summary>What comes back to the mailbox of bounces, read from a real IMAP server.</summary>
public sealed class BounceMailboxTests(SqliteMailroom newsroom, ImapServer imap) : IClassFixture<SqliteMailroom>, IClassFixture<ImapServer>
{
    private const string Address = "bounces@newssite.example";

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_are_noted_and_taken_away_and_everything_else_is_left_to_be_read()
    {
        ImapServer.SkipUnlessThere();
        var (gone, full, fine) = (await SubscribeAsync("gone"), await SubscribeAsync("full"), await SubscribeAsync("fine"));
        await imap.DeliverAsync(Report("Gone", gone.ReturnTag, "failed", "5.1.1"));
        await imap.DeliverAsync(Report("Full", full.ReturnTag, "failed", "5.2.2"));
        await imap.DeliverAsync(Report("Late", fine.ReturnTag, "delayed", "4.4.1"));
        await imap.DeliverAsync(Report("Guessed", $"{fine.Id}-0123456789", "failed", "5.1.1"));
        await imap.DeliverAsync(Said("Holiday", fine.ReturnTag, new TextPart("plain") { Text = "550 5.1.1 Back in May" }));
        await imap.DeliverAsync(Said("Broken", fine.ReturnTag, new TextPart("plain") { Text = new string('x', BounceMailbox.MaxBytes + 1) }));

        Assert.Equal(2, await ReadAsync());

        Assert.Equal(["Late", "Guessed", "Holiday", "Broken"], await imap.LeftAsync());
        var after = await newsroom.Use((NewsDbContext db) => db.Subscribers.AsNoTracking().ToDictionaryAsync(s => s.Id, cancel));
        Assert.NotNull(after[gone.Id].SuppressedAt);
        Assert.StartsWith("5.1.1", after[gone.Id].BounceReason, StringComparison.Ordinal);
        Assert.Equal((null, 1), (after[full.Id].SuppressedAt, after[full.Id].Failures));
        Assert.Equal((null, 0), (after[fine.Id].SuppressedAt, after[fine.Id].Failures));

        // What was looked at is not looked at again.
        Assert.Equal(0, await ReadAsync());
        await imap.DeliverAsync(Report("Full again", full.ReturnTag, "failed", "5.2.2"));
        Assert.Equal(1, await ReadAsync());
        Assert.Equal(2, (await newsroom.Use((NewsDbContext db) => db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == full.Id, cancel))).Failures);
    }

    [Fact]
    public async Task A_wrong_password_is_a_failure_that_says_so()
    {
        ImapServer.SkipUnlessThere();

        await Assert.ThrowsAsync<MailKit.Security.AuthenticationException>(() => ReadAsync(imap.Settings with { Password = "wrong" }));
    }

    private async Task<int> ReadAsync(BounceMailboxSettings? settings = null)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var mailbox = ActivatorUtilities.CreateInstance<BounceMailbox>(scope.ServiceProvider, settings ?? imap.Settings, new MailSettings { BounceAddress = Address });
        return await mailbox.ReadAsync(cancel);
    }

    private Task<Subscriber> SubscribeAsync(string name) => newsroom.Use(async (NewsDbContext db) =>
    {
        var subscriber = new Subscriber($"{name}@bounced.example", new NewsletterChoices("en", ["en"], [], IssueRhythm.Weekly), newsroom.Clock.GetUtcNow().UtcDateTime);
        db.Subscribers.Add(subscriber);
        await db.SaveChangesAsync(cancel);
        return subscriber;
    });

    private static MimeMessage Report(string subject, string tag, string action, string status)
    {
        var report = new MessageDeliveryStatus();
        report.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; mx.readers.example" } });
        report.StatusGroups.Add(new HeaderList { { "Final-Recipient", "rfc822; somebody@readers.example" }, { "Action", action }, { "Status", status }, { "Diagnostic-Code", "smtp; 550 said the server" } });
        return Said(subject, tag, new MultipartReport("delivery-status") { new TextPart("plain") { Text = "It did not arrive." }, report });
    }

    private static MimeMessage Said(string subject, string tag, MimeEntity body)
    {
        var at = Address.LastIndexOf('@');
        var message = new MimeMessage([new MailboxAddress("Mailer", "mailer-daemon@readers.example")], [new MailboxAddress("", $"{Address[..at]}+{tag}{Address[at..]}")], subject, body);
        return message;
    }
}
