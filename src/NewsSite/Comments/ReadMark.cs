namespace NewsSite.Comments;

/// <summary>How far an account has read a conversation: comments with a larger key are new to it.</summary>
/// <param name="accountId">The reader.</param>
/// <param name="articleId">The article.</param>
public sealed class ReadMark(int accountId, int articleId)
{
    /// <summary>The reader.</summary>
    public int AccountId { get; private set; } = accountId;

    /// <summary>The article.</summary>
    public int ArticleId { get; private set; } = articleId;

    /// <summary>The last comment there was when the reader came last.</summary>
    public int LastCommentId { get; set; }

    /// <summary>When that was; UTC.</summary>
    public DateTime At { get; set; }
}
