using NewsSite.Comments;

namespace NewsSite.Moderation;

/// <summary>What was done about a comment.</summary>
public enum ModerationAction
{
    /// <summary>A check, or enough flags, made it wait.</summary>
    Held,

    /// <summary>A check refused it.</summary>
    Refused,

    /// <summary>A moderator let it be seen, or left it as it is.</summary>
    Approved,

    /// <summary>A moderator refused it before anybody saw it.</summary>
    Rejected,

    /// <summary>A moderator took it away.</summary>
    Removed,

    /// <summary>A moderator undid a decision.</summary>
    Undone,
}

/// <summary>One line of the moderation log: what was done about one comment, by whom or by which check, why and on what evidence. Only ever added.</summary>
public sealed class ModerationEntry
{
    /// <summary>The longest reason readers are told, in characters.</summary>
    public const int MaxReasonLength = 300;

    /// <summary>The longest evidence, in characters.</summary>
    public const int MaxEvidenceLength = 1_000;

    private ModerationEntry(int commentId, int revision, ModerationAction action, CommentStatus before, DateTime at)
    {
        CommentId = commentId;
        Revision = revision;
        Action = action;
        Before = before;
        At = at;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The comment.</summary>
    public int CommentId { get; private set; }

    /// <summary>The comment.</summary>
    public Comment Comment { get; private set; } = null!;

    /// <summary>The text it was about.</summary>
    public int Revision { get; private set; }

    /// <summary>What was done.</summary>
    public ModerationAction Action { get; private set; }

    /// <summary>What the comment was before, so that it can be undone.</summary>
    public CommentStatus Before { get; private set; }

    /// <summary>The check that decided; null for a person.</summary>
    public string? Check { get; private set; }

    /// <summary>What the check went by: the words found, the count, the flags.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The moderator; null for a check.</summary>
    public int? ActorId { get; private set; }

    /// <summary>What readers are told; plain text.</summary>
    public string? PublicReason { get; private set; }

    /// <summary>The entry it undoes.</summary>
    public int? UndoesId { get; private set; }

    /// <summary>When; UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What a check did.</summary>
    public static ModerationEntry ByCheck(Comment comment, ModerationAction action, string check, string? evidence, DateTime at) =>
        new(comment.Id, comment.Revision, action, comment.Status, at)
        {
            Comment = comment, Check = check, Evidence = evidence is { Length: > MaxEvidenceLength } ? evidence[..MaxEvidenceLength] : evidence,
        };

    /// <summary>What a moderator did.</summary>
    public static ModerationEntry ByPerson(Comment comment, ModerationAction action, CommentStatus before, int actorId, string? publicReason, DateTime at, int? undoes = null) =>
        new(comment.Id, comment.Revision, action, before, at)
        {
            Comment = comment, ActorId = actorId, PublicReason = publicReason, UndoesId = undoes,
        };
}
