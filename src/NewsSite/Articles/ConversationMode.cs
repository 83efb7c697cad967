namespace NewsSite.Articles;

/// <summary>Who may say something under an article, and whether it appears at once.</summary>
public enum ConversationMode
{
    /// <summary>Everyone may comment, and comments appear at once unless a check objects.</summary>
    Open,

    /// <summary>A comment by a guest, or by someone with no approved comment yet, waits for a moderator.</summary>
    FirstHeld,

    /// <summary>Every comment waits for a moderator.</summary>
    AllHeld,

    /// <summary>As <see cref="FirstHeld"/>, for accounts only.</summary>
    MembersOnly,

    /// <summary>What was said stays; nothing can be added.</summary>
    Closed,

    /// <summary>The conversation is not shown at all.</summary>
    Hidden,
}

/// <summary>Why nothing can be added to a conversation.</summary>
public enum ClosedReason
{
    /// <summary>An editor closed it, or the site takes no comments.</summary>
    ByEditor,

    /// <summary>The days after publication are over.</summary>
    ByAge,
}

/// <summary>How a conversation stands at one time.</summary>
/// <param name="Mode">What holds now; <see cref="ConversationMode.Closed"/> also where the days are over.</param>
/// <param name="Closed">Why nothing can be added; null while something can.</param>
public readonly record struct ConversationStanding(ConversationMode Mode, ClosedReason? Closed)
{
    /// <summary>True when something can be added.</summary>
    public bool IsOpen => Closed is null && Mode != ConversationMode.Hidden;
}
