namespace NewsSite.Email;

/// <summary>That somebody who follows is to be told of one comment, and when. One row for each person and comment; dropped when the mail is in the outbox.</summary>
/// <param name="followId">Why they are told: the most specific of their follows.</param>
/// <param name="commentId">The comment.</param>
/// <param name="dueAt">When their mail is written; UTC.</param>
public sealed class PendingNotice(int followId, int commentId, DateTime dueAt)
{
    /// <summary>For so long what happens in a thread is gathered into one mail for those who are told at once.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(1);

    /// <summary>The hour of the site's day at which daily mail is written.</summary>
    public const int DailyHour = 7;

    /// <summary>Why they are told.</summary>
    public int FollowId { get; private set; } = followId;

    /// <summary>The comment.</summary>
    public int CommentId { get; private set; } = commentId;

    /// <summary>When their mail is written; UTC.</summary>
    public DateTime DueAt { get; private set; } = dueAt;

    /// <summary>
    /// When somebody with that frequency is told of what happened at that time: after a minute; at the next full hour; at seven in the morning of the site.
    /// Hours and days are the same for all, so that everything due to a person is due at once.
    /// </summary>
    public static DateTime DueFor(MailFrequency frequency, DateTime at, TimeZoneInfo zone) => frequency switch
    {
        MailFrequency.Hourly => at.Date.AddHours(at.Hour + 1),
        MailFrequency.Daily => NextMorning(at, zone),
        _ => at + Gathering,
    };

    private static DateTime NextMorning(DateTime at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
        var morning = local.Date.AddHours(DailyHour);
        var next = morning > local ? morning : morning.AddDays(1);
        // By the offset rather than by conversion, which throws in an hour the zone left out; where it left out the whole morning, the offset is of the day before.
        var due = DateTime.SpecifyKind(next - zone.GetUtcOffset(next), DateTimeKind.Utc);
        return due > at ? due : due.AddDays(1);
    }
}
