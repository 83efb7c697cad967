namespace NewsSite.Comments;

/// <summary>That an account found a comment useful. The one reaction there is; it can be taken back.</summary>
/// <param name="commentId">The comment.</param>
/// <param name="accountId">The reader.</param>
/// <param name="at">When; UTC.</param>
public sealed class UsefulMark(int commentId, int accountId, DateTime at)
{
    /// <summary>The comment.</summary>
    public int CommentId { get; private set; } = commentId;

    /// <summary>The reader.</summary>
    public int AccountId { get; private set; } = accountId;

    /// <summary>When; UTC.</summary>
    public DateTime At { get; private set; } = at;
}
