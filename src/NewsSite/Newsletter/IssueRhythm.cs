namespace NewsSite.Newsletter;

/// <summary>How often the newsletter comes.</summary>
public enum IssueRhythm
{
    /// <summary>Every day on which there is something new.</summary>
    Daily,

    /// <summary>Once a week; the default.</summary>
    Weekly,
}
