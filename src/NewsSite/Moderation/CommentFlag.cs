namespace NewsSite.Moderation;

/// <summary>Why a reader thinks a moderator should look.</summary>
public enum FlagReason
{
    /// <summary>Attacks a person.</summary>
    Abuse,

    /// <summary>Attacks people for what they are.</summary>
    Hatred,

    /// <summary>Advertises, or was posted everywhere.</summary>
    Spam,

    /// <summary>Gives away what is private.</summary>
    Privacy,

    /// <summary>Something else; the note says what.</summary>
    Other,
}

/// <summary>One reader's word that a moderator should look at a comment; one for each person and comment.</summary>
/// <param name="commentId">The comment.</param>
/// <param name="accountId">The reader.</param>
/// <param name="revision">The text that was flagged.</param>
/// <param name="reason">Why.</param>
/// <param name="note">In the reader's words; plain text.</param>
/// <param name="at">When; UTC.</param>
public sealed class CommentFlag(int commentId, int accountId, int revision, FlagReason reason, string? note, DateTime at)
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The comment.</summary>
    public int CommentId { get; private set; } = commentId;

    /// <summary>The reader.</summary>
    public int AccountId { get; private set; } = accountId;

    /// <summary>The text that was flagged.</summary>
    public int Revision { get; private set; } = revision;

    /// <summary>Why.</summary>
    public FlagReason Reason { get; private set; } = reason;

    /// <summary>In the reader's words.</summary>
    public string? Note { get; private set; } = note;

    /// <summary>When; UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>When a moderator had looked; UTC. Null while the flag is open.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>A moderator has looked.</summary>
    public void Settle(DateTime now) => SettledAt ??= now;

    /// <summary>The decision that settled it was undone.</summary>
    public void Reopen() => SettledAt = null;
}
