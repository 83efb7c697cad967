namespace NewsSite.Comments;

/// <summary>In which order the threads of a conversation stand. Replies within a thread are always oldest first.</summary>
public enum ConversationOrder
{
    /// <summary>As they were begun; the default.</summary>
    Oldest,

    /// <summary>The last begun first.</summary>
    Newest,

    /// <summary>The thread with the most published replies first; the older one where they are equal.</summary>
    MostReplied,

    /// <summary>The thread whose top comment readers found most useful first (<see cref="Useful.Merit"/>); the older one where they are equal.</summary>
    Best,
}
