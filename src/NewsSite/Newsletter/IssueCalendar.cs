namespace NewsSite.Newsletter;

/// <summary>When issues are due.</summary>
public sealed class IssueCalendar(NewsletterSettings settings, TimeZoneInfo zone)
{
    /// <summary>An issue a server could not compose at its hour is composed later, but not after this; by then the next is near.</summary>
    public static TimeSpan LateAtMost(IssueRhythm rhythm) => rhythm == IssueRhythm.Daily ? TimeSpan.FromHours(16) : TimeSpan.FromDays(3);

    /// <summary>What is older is no news, even where no issue told of it.</summary>
    public static TimeSpan LooksBack(IssueRhythm rhythm) => rhythm == IssueRhythm.Daily ? TimeSpan.FromDays(1) : TimeSpan.FromDays(7);

    /// <summary>The day of the issue that is due at that time; null between the time it may be late and the next.</summary>
    public DateOnly? DayDue(IssueRhythm rhythm, DateTime now)
    {
        var last = Last(rhythm, now);
        return now - MomentOf(last) <= LateAtMost(rhythm) ? last : null;
    }

    /// <summary>When the next issue is composed; UTC.</summary>
    public DateTime Next(IssueRhythm rhythm, DateTime now) => MomentOf(Last(rhythm, now).AddDays(rhythm == IssueRhythm.Daily ? 1 : 7));

    /// <summary>The last day at whose hour an issue was due.</summary>
    private DateOnly Last(IssueRhythm rhythm, DateTime now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var day = MomentOf(today) <= now ? today : today.AddDays(-1);
        return rhythm == IssueRhythm.Daily ? day : day.AddDays(-((day.DayOfWeek - settings.Weekday + 7) % 7));
    }

    private DateTime MomentOf(DateOnly day)
    {
        var local = day.ToDateTime(new TimeOnly(settings.Hour, 0));
        // An hour that a change of the clocks leaves out comes an hour later.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }
}
