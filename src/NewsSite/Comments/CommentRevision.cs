using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>A text a comment once had, or one that waits for a moderator while the published one stays. The text readers see is on the comment itself.</summary>
public sealed class CommentRevision
{
    private CommentRevision(int commentId, int number, string bodyMarkdown, DateTime? writtenAt)
    {
        CommentId = commentId;
        Number = number;
        BodyMarkdown = bodyMarkdown;
        WrittenAt = writtenAt;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The comment.</summary>
    public int CommentId { get; private set; }

    /// <summary>Which of the comment's texts it is, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The text as written.</summary>
    public string BodyMarkdown { get; private set; }

    /// <summary>The text as printed.</summary>
    public SafeHtml BodyHtml { get; private set; }

    /// <summary>When it was written; UTC. Null where an archived page did not say.</summary>
    public DateTime? WrittenAt { get; private set; }

    /// <summary>True while it waits for a moderator: nobody but its writer and the moderators see it.</summary>
    public bool Waits { get; private set; }

    /// <summary>What a comment's text was until now.</summary>
    public static CommentRevision Past(Comment comment) =>
        new(comment.Id, comment.Revision, comment.BodyMarkdown, comment.EditedAt ?? comment.PostedAt) { BodyHtml = comment.BodyHtml };

    /// <summary>What a comment's text would be if a moderator agreed.</summary>
    public static CommentRevision Waiting(Comment comment, string markdown, SafeHtml html, DateTime now) =>
        new(comment.Id, comment.Revision + 1, markdown, now) { BodyHtml = html, Waits = true };

    /// <summary>Takes the text away for good: an erased account's, a slip its writer took back.</summary>
    public void Blank() => (BodyMarkdown, BodyHtml) = ("", SafeHtml.Empty);
}
