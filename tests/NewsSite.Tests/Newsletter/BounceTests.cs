using System.Text;
using MimeKit;
using NewsSite.Newsletter;

namespace NewsSite.Tests.Newsletter;

/// <summary>What mail that came back says.</summary>
public sealed class BounceTests
{
    [Theory]
    [InlineData("550 5.1.1 No such person", true)]
    [InlineData("5.1.10 smtp; 550 null MX", true)]
    [InlineData("5.2.1 mailbox disabled", true)]
    [InlineData("552 5.2.2 Mailbox full", false)]
    [InlineData("554 5.7.1 Rejected by policy", false)]
    [InlineData("550 Some server without codes", false)]
    [InlineData("5.1.15 no such code", false)]
    [InlineData("45.1.1", false)]
    public void Only_what_speaks_of_the_address_means_that_it_is_gone(string said, bool isGone) => Assert.Equal(isGone, Bounce.Of(said).IsAddressGone);

    [Theory]
    [InlineData("failed", "5.1.1", true)]
    [InlineData("FAILED", "5.2.2", false)]
    public void A_report_names_the_subscriber_by_the_tag_it_came_back_to(string action, string status, bool isGone)
    {
        var read = Bounce.Read(Report("bounces+12-0123456789@news.example", action, status), "bounces@news.example");

        Assert.NotNull(read);
        Assert.Equal(("12-0123456789", isGone), (read.Value.Tag, read.Value.Bounce.IsAddressGone));
        Assert.StartsWith($"{status} smtp; 550", read.Value.Bounce.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bounces+12-0123456789@news.example", "delayed")]
    [InlineData("bounces+12-0123456789@news.example", "relayed")]
    [InlineData("bounces@news.example", "failed")]
    [InlineData("other+12-0123456789@news.example", "failed")]
    [InlineData("bounces+12-0123456789@elsewhere.example", "failed")]
    public void A_delay_or_a_report_about_other_mail_is_none(string to, string action) => Assert.Null(Bounce.Read(Report(to, action, "5.1.1"), "bounces@news.example"));

    [Fact]
    public void A_holiday_note_is_none()
    {
        var note = new MimeMessage([new MailboxAddress("", "anna@readers.example")], [new MailboxAddress("", "bounces+12-0123456789@news.example")], "Away", new TextPart("plain") { Text = "550 5.1.1 Back in May" });

        Assert.Null(Bounce.Read(note, "bounces@news.example"));
    }

    [Fact]
    public void A_subscriber_is_written_to_no_more_after_three_issues_in_a_row_came_back_and_sooner_where_the_address_is_gone()
    {
        var now = new DateTime(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);
        Subscriber Fresh() => new("anna@readers.example", new NewsletterChoices("en", ["en"], [], IssueRhythm.Weekly), now);
        var (full, gone, seldom) = (Fresh(), Fresh(), Fresh());

        gone.Bounced(new Bounce("5.1.1", true), now);
        for (var week = 0; week < Subscriber.MostFailures; week++)
        {
            Assert.Null(full.SuppressedAt);
            full.Bounced(new Bounce("5.2.2", false), now.AddDays(7 * week));
            seldom.Bounced(new Bounce("5.2.2", false), now + (week * Subscriber.FailuresCountFor));
        }

        Assert.NotNull(gone.SuppressedAt);
        Assert.NotNull(full.SuppressedAt);
        Assert.Null(seldom.SuppressedAt);
        full.ConfirmAgain(full.Choices, now.AddDays(60));
        Assert.Equal((null, 0), (full.SuppressedAt, full.Failures));
    }

    private static MimeMessage Report(string to, string action, string status) => MimeMessage.Load(new MemoryStream(Encoding.ASCII.GetBytes($"""
        From: Mail Delivery <MAILER-DAEMON@mx.example>
        To: {to}
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; anna@readers.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} <anna@readers.example>: told so

        --b--

        """)));
}
