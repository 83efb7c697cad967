namespace NewsSite.Articles;

/// <summary>What an editor said about the conversation under an article.</summary>
public enum ConversationState
{
    /// <summary>Readers may comment.</summary>
    Open,

    /// <summary>What was said stays; nothing can be added.</summary>
    Closed,

    /// <summary>The conversation is not shown at all.</summary>
    Hidden,
}
