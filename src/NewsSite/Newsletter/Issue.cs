namespace NewsSite.Newsletter;

/// <summary>
/// One issue of the newsletter: what became public since the one before, as the edited front pages stood at that moment. Its mails are queued in batches in the order of
/// the subscribers' keys; how far that came is changed in the transaction that queues a batch, so an end in the middle forgets nobody and writes to nobody twice.
/// </summary>
public sealed class Issue
{
    /// <summary>Begins an issue.</summary>
    /// <param name="rhythm">For whom.</param>
    /// <param name="day">The day it is due on, in the publication's time zone.</param>
    /// <param name="since">What became public after this is new; UTC.</param>
    /// <param name="at">The moment whose front pages it tells of; UTC.</param>
    /// <param name="picks">The pieces that stand on front pages by hand.</param>
    public Issue(IssueRhythm rhythm, DateOnly day, DateTime since, DateTime at, IReadOnlyList<int> picks) => (Rhythm, Day, Since, At, Picks) = (rhythm, day, since, at, picks);

    private Issue(IssueRhythm rhythm, DateOnly day, DateTime since, DateTime at) => (Rhythm, Day, Since, At) = (rhythm, day, since, at);

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>For whom: one of each rhythm and day.</summary>
    public IssueRhythm Rhythm { get; private set; }

    /// <summary>The day it is due on, in the publication's time zone.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>What became public after this is new; UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>The moment whose front pages it tells of; UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The pieces that stood on front pages by hand: in the next issue they are not new again.</summary>
    public IReadOnlyList<int> Picks { get; private set; } = [];

    /// <summary>The last subscriber whose mail is queued, or who gets none; 0 before the first.</summary>
    public int QueuedThrough { get; private set; }

    /// <summary>How many mails are queued.</summary>
    public int Queued { get; private set; }

    /// <summary>When the last was queued; UTC. Null while it goes on.</summary>
    public DateTime? QueuedAt { get; private set; }
}
