namespace NewsSite.Newsletter;

/// <summary>When the newsletter goes out, and how fast. Section <c>Newsletter</c>.</summary>
public sealed record NewsletterSettings
{
    /// <summary>False for a publication without a newsletter: there is no form and nothing is composed.</summary>
    public bool On { get; init; } = true;

    /// <summary>The hour issues are composed at, in the publication's time zone; 0 to 23.</summary>
    public int Hour { get; init; } = 7;

    /// <summary>The day weekly issues are composed on.</summary>
    public DayOfWeek Weekday { get; init; } = DayOfWeek.Saturday;

    /// <summary>So many mails of an issue one server hands over in a minute at most; 1 to 100,000. Mail somebody waits for is not counted and goes first.</summary>
    public int MailsPerMinute { get; init; } = 600;
}
