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

    /// <summary>A guest's, whose mailed link was not clicked yet; moderators do not see it either.</summary>
    Unconfirmed,

    /// <summary>Its writer's account was erased, text and name with it; a tombstone where it has replies.</summary>
    Erased,
}
