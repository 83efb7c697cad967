using NewsSite.Newsletter;

namespace NewsSite.Tests.Newsletter;

/// <summary>When issues are due, in a publication's own time.</summary>
public sealed class IssueCalendarTests
{
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    [Theory]
    [InlineData("2026-11-24T04:59:59Z", null, "2026-11-24T05:00:00Z")]
    [InlineData("2026-11-24T05:00:00Z", "2026-11-24", "2026-11-25T05:00:00Z")]
    [InlineData("2026-11-24T20:59:00Z", "2026-11-24", "2026-11-25T05:00:00Z")]
    [InlineData("2026-11-24T21:01:00Z", null, "2026-11-25T05:00:00Z")]
    // Summer time ends on 25 October: the hour is the same, the instant is not.
    [InlineData("2026-10-24T04:00:00Z", "2026-10-24", "2026-10-25T05:00:00Z")]
    public void A_daily_issue_is_due_at_its_hour_and_late_for_a_while(string now, string? day, string next) => Check(IssueRhythm.Daily, now, day, next);

    [Theory]
    [InlineData("2026-11-28T04:59:00Z", null, "2026-11-28T05:00:00Z")]
    [InlineData("2026-11-28T05:00:00Z", "2026-11-28", "2026-12-05T05:00:00Z")]
    [InlineData("2026-11-30T12:00:00Z", "2026-11-28", "2026-12-05T05:00:00Z")]
    [InlineData("2026-12-01T06:00:00Z", null, "2026-12-05T05:00:00Z")]
    public void A_weekly_issue_is_due_on_its_day(string now, string? day, string next) => Check(IssueRhythm.Weekly, now, day, next);

    [Fact]
    public void An_hour_that_the_clocks_leave_out_comes_an_hour_later()
    {
        var calendar = new IssueCalendar(new NewsletterSettings { Hour = 3 }, Kyiv);

        Assert.Equal(At("2026-03-29T01:00:00Z"), calendar.Next(IssueRhythm.Daily, At("2026-03-28T12:00:00Z")));
    }

    private static void Check(IssueRhythm rhythm, string now, string? day, string next)
    {
        var calendar = new IssueCalendar(new NewsletterSettings { Hour = 7, Weekday = DayOfWeek.Saturday }, Kyiv);

        Assert.Equal(day, calendar.DayDue(rhythm, At(now))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(At(next), calendar.Next(rhythm, At(now)));
    }

    private static DateTime At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
