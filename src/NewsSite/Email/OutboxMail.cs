namespace NewsSite.Email;

/// <summary>A mail to be sent: saved in the transaction of its cause, sent later by whoever holds its lease.</summary>
public sealed class OutboxMail
{
    /// <summary>The longest subject, in characters.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>For so long a dispatcher has a mail to itself. Longer than sending may take, see <see cref="Outbox.SendingTakesAtMost"/>.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long a mail rests after each attempt that failed for a time; after the last it is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12),
    ];

    /// <summary>For so long a row is kept after it was sent or given up; it names somebody's address.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Makes a mail that is due at once.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="recipient">The address it goes to.</param>
    /// <param name="subject">Its subject; line breaks are refused.</param>
    /// <param name="text">Its plain text.</param>
    /// <param name="html">The same as HTML.</param>
    /// <param name="createdAt">When it was caused; UTC.</param>
    /// <exception cref="ArgumentException">The subject or the address holds a line break.</exception>
    public OutboxMail(MailKind kind, string recipient, string subject, string text, string html, DateTime createdAt)
    {
        if (subject.AsSpan().IndexOfAny('\r', '\n') >= 0 || recipient.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new ArgumentException("Neither a subject nor an address holds a line break.", nameof(subject));
        }

        (Kind, Recipient, Text, Html, CreatedAt, DueAt) = (kind, recipient, text, html, createdAt, createdAt);
        Subject = subject.Length <= MaxSubjectLength ? subject : subject[..(MaxSubjectLength - 1)] + "…";
    }

    /// <summary>Makes one subscriber's mail of an issue, due at once. What it says is kept with the issue.</summary>
    /// <param name="subscriberId">Whose it is.</param>
    /// <param name="recipient">The address it goes to.</param>
    /// <param name="textId">The text; see <see cref="Newsletter.IssueText"/>.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="createdAt">When it is queued; UTC.</param>
    public static OutboxMail ForSubscriber(int subscriberId, string recipient, int textId, string subject, DateTime createdAt) =>
        new(MailKind.Newsletter, recipient, subject, "", "", createdAt) { SubscriberId = subscriberId, TextId = textId, IsBulk = true };

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>What it is about.</summary>
    public MailKind Kind { get; private set; }

    /// <summary>The address it goes to.</summary>
    public string Recipient { get; private set; }

    /// <summary>Its subject.</summary>
    public string Subject { get; private set; }

    /// <summary>Its plain text; emptied once it is sent, for it may hold a link that works once.</summary>
    public string Text { get; private set; }

    /// <summary>The same as HTML; emptied once it is sent.</summary>
    public string Html { get; private set; }

    /// <summary>The comment it tells of, from which its <c>Message-ID</c> is made.</summary>
    public int? CommentId { get; set; }

    /// <summary>Its <c>Message-ID</c>, without angle brackets.</summary>
    public string? MessageId { get; set; }

    /// <summary>The mail it follows, by its <c>Message-ID</c>.</summary>
    public string? InReplyTo { get; set; }

    /// <summary>The mails it follows, oldest first, separated by spaces.</summary>
    public string? References { get; set; }

    /// <summary>The address of the one-click unsubscription (RFC 8058); null on mail about the account itself.</summary>
    public string? UnsubscribeUrl { get; set; }

    /// <summary>The subscriber whose issue it is; null on other mail.</summary>
    public int? SubscriberId { get; private set; }

    /// <summary>The text of the issue; null on mail that has its own.</summary>
    public int? TextId { get; private set; }

    /// <summary>True for one of very many that nobody waits for: they go after all others, at a pace.</summary>
    public bool IsBulk { get; private set; }

    /// <summary>What a subscriber's mail says, once it is about to be sent.</summary>
    public PersonalCopy? Copy { get; private set; }

    /// <summary>When it was caused; UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it may be tried next; UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>Until when a dispatcher has it; UTC. A dispatcher that died lets go of it by this.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>When it was handed over; UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>When sending was given up; UTC. A dead letter, kept for the operator.</summary>
    public DateTime? GivenUpAt { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it may be tried next, now that an attempt failed for a time; null after the last attempt.</summary>
    public DateTime? NextTry(DateTime now) => Attempts <= Pauses.Count ? now + Pauses[Math.Max(Attempts - 1, 0)] : null;

    /// <summary>True when it was claimed more often than it may be tried: whoever had it died of it each time.</summary>
    public bool KeepsFailing() => Attempts > Pauses.Count + 1;

    /// <summary>True for mail about conversations, which lets mail about accounts go first and which nobody needs once its comment is gone.</summary>
    public bool TellsOfComments() => Kind is MailKind.Reply or MailKind.Followed;

    /// <summary>Gets what it says.</summary>
    public void Take(PersonalCopy copy) => Copy = copy;

    /// <summary>The operator wants it tried again, from the first attempt.</summary>
    public void TryAgain(DateTime now) => (GivenUpAt, LeasedUntil, Attempts, DueAt) = (null, null, 0, now);

    /// <summary>It was handed over: nothing secret is kept.</summary>
    public void Sent(DateTime now)
    {
        (SentAt, LeasedUntil, LastError) = (now, null, null);
        (Text, Html) = ("", "");
    }

    /// <summary>An attempt failed; it is tried again at <paramref name="next"/>, or given up when there is none.</summary>
    public void Failed(DateTime now, string error, DateTime? next)
    {
        LeasedUntil = null;
        LastError = error.Length <= 500 ? error : error[..500];
        if (next is { } later)
        {
            DueAt = later;
        }
        else
        {
            GivenUpAt = now;
        }
    }
}

/// <summary>What a mail is about.</summary>
public enum MailKind
{
    /// <summary>Confirms an address: of a new account, a new address, a guest's comment.</summary>
    Confirm,

    /// <summary>Lets someone choose a new password.</summary>
    Reset,

    /// <summary>Tells of something done to the account.</summary>
    Account,

    /// <summary>What a moderator decided about the reader's comment.</summary>
    Decision,

    /// <summary>Somebody answered.</summary>
    Reply,

    /// <summary>New comments in what the reader follows.</summary>
    Followed,

    /// <summary>A piece one is credited with is out.</summary>
    Publication,

    /// <summary>Somebody outside answered what the reader showed them.</summary>
    Preview,

    /// <summary>An issue of the newsletter, or about being subscribed to it.</summary>
    Newsletter,
}
