namespace NewsSite.Comments;

/// <summary>What became of a comment. Readers see the text of published ones only.</summary>
public enum CommentStatus
{
    /// <summary>Visible.</summary>
    Published,

    /// <summary>Waits for a moderator.</summary>
    Held,

    /// <summary>Refused by a moderator before anyone saw it.</summary>
    Rejected,

    /// <summary>Taken back by its writer; a tombstone where it has replies.</summary>
    Withdrawn,

    /// <summary>Taken away by a moderator, with a public reason; a tombstone where it has replies.</summary>
    Removed,
}
