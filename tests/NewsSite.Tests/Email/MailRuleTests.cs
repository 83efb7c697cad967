using System.Globalization;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Text;

namespace NewsSite.Tests.Email;

/// <summary>When somebody is told, by which follow, and what a mail's quote looks like.</summary>
public sealed class MailRuleTests
{
    [Theory]
    [InlineData(MailFrequency.Now, "UTC", "2026-11-24T12:00:30", "2026-11-24T12:01:30")]
    [InlineData(MailFrequency.Hourly, "UTC", "2026-11-24T12:00:00", "2026-11-24T13:00:00")]
    [InlineData(MailFrequency.Hourly, "UTC", "2026-11-24T12:59:59", "2026-11-24T13:00:00")]
    [InlineData(MailFrequency.Hourly, "UTC", "2026-12-31T23:30:00", "2027-01-01T00:00:00")]
    [InlineData(MailFrequency.Daily, "UTC", "2026-11-24T06:59:59", "2026-11-24T07:00:00")]
    [InlineData(MailFrequency.Daily, "UTC", "2026-11-24T07:00:00", "2026-11-25T07:00:00")]
    [InlineData(MailFrequency.Daily, "Europe/Kyiv", "2026-11-24T04:59:00", "2026-11-24T05:00:00")]
    [InlineData(MailFrequency.Daily, "Europe/Kyiv", "2026-07-24T04:30:00", "2026-07-25T04:00:00")]
    [InlineData(MailFrequency.Daily, "Europe/Kyiv", "2026-03-28T20:00:00", "2026-03-29T04:00:00")]
    // The zone that left out a whole day.
    [InlineData(MailFrequency.Daily, "Pacific/Apia", "2011-12-30T04:00:00", "2011-12-30T17:00:00")]
    public void Mail_is_due_after_a_minute_at_the_full_hour_or_at_seven(MailFrequency frequency, string zone, string at, string due) =>
        Assert.Equal(Utc(due), PendingNotice.DueFor(frequency, Utc(at), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("answers:now thread:daily article:daily", "answers")]
    [InlineData("thread:hourly article:now", "thread")]
    [InlineData("article:daily", "article")]
    [InlineData("answers:never article:now", "article")]
    [InlineData("article:never answers:now", "answers")]
    [InlineData("thread:never answers:now article:now", null)]
    [InlineData("thread:now thread:never", null)]
    [InlineData("answers:never", null)]
    public void The_most_specific_reason_counts_and_a_muted_thread_silences_all(string follows, string? told)
    {
        var mine = follows.Split(' ').Select((f, i) => new Follower(i, "a@b.example", Enum.Parse<FollowReason>(f.Split(':')[0], ignoreCase: true), Enum.Parse<MailFrequency>(f.Split(':')[1], ignoreCase: true)));

        Assert.Equal(told, Follower.Told(mine).SingleOrDefault()?.Reason.ToString().ToLowerInvariant());
    }

    [Theory]
    [InlineData("One.\n\nTwo *and* **more**.", "One.\n\nTwo and more.")]
    [InlineData("One  \ntwo", "One\ntwo")]
    [InlineData("- one\n- two", "– one\n– two")]
    [InlineData("> said\n\nnot so", "« said »\n\nnot so")]
    [InlineData("a < b & `c`", "a < b & c")]
    [InlineData("see https://evil.example/x.", "see [link]")]
    [InlineData("[here](https://evil.example)", "here")]
    [InlineData("e.g. at 3.14 or evil.example", "e.g. at 3.14 or evil.\u2060example")]
    public void A_quote_is_text_without_links(string markdown, string quote) =>
        Assert.Equal(quote, PlainQuote.Of(CommentMarkup.Render(markdown).Html, "[link]", 1_000));

    [Fact]
    public void A_long_quote_is_cut_between_characters()
    {
        var quote = PlainQuote.Of(CommentMarkup.Render(string.Concat(Enumerable.Repeat("😀", 100))).Html, "[link]", 20);

        Assert.Equal(19, quote.Length);
        Assert.EndsWith("😀…", quote, StringComparison.Ordinal);
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
