namespace NewsSite.Comments;

/// <summary>What is followed, the most specific first.</summary>
public enum FollowReason
{
    /// <summary>The answers to one comment.</summary>
    Answers,

    /// <summary>One thread.</summary>
    Thread,

    /// <summary>The whole conversation under an article.</summary>
    Article,
}
