namespace NewsSite.Comments;

/// <summary>
/// That a comment has become visible and nobody was told yet. Saved with its cause; <see cref="Email"/> turns it into mail for whoever follows, and
/// drops it. One row however many followers, so that posting costs the same under a popular article.
/// </summary>
/// <param name="commentId">The comment.</param>
/// <param name="at">When it became visible; UTC.</param>
public sealed class CommentNotice(int commentId, DateTime at)
{
    /// <summary>The comment.</summary>
    public int CommentId { get; private set; } = commentId;

    /// <summary>When it became visible; UTC.</summary>
    public DateTime At { get; private set; } = at;
}
