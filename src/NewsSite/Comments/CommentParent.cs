namespace NewsSite.Comments;

/// <summary>What posting a reply needs to know of the comment it answers.</summary>
/// <param name="Id">Its key.</param>
/// <param name="ArticleId">The article it stands under.</param>
/// <param name="ThreadId">The top of its thread.</param>
/// <param name="Depth">Its true level.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Revision">The text it has now.</param>
internal sealed record CommentParent(int Id, int ArticleId, int ThreadId, int Depth, CommentStatus Status, int Revision)
{
    /// <summary>The text the reply answers: the one its writer saw, where the form said which.</summary>
    public int AnsweredRevision { get; init; } = Revision;

    /// <summary>True when it can be answered: it is visible, or its writer took it back while the reply was written.</summary>
    public bool CanBeAnswered => Status is CommentStatus.Published or CommentStatus.Withdrawn;
}
