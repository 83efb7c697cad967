namespace NewsSite.Email;

/// <summary>How often mail about a conversation comes.</summary>
public enum MailFrequency
{
    /// <summary>Not at all; the default.</summary>
    Never,

    /// <summary>As soon as something happens; events of one thread within a minute make one mail.</summary>
    Now,

    /// <summary>At most once an hour.</summary>
    Hourly,

    /// <summary>At most once a day.</summary>
    Daily,
}
