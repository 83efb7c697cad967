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

    /// <summary>How the evidence of a decision about a changed text begins; the text itself follows where it was refused.</summary>
    private const string EditMark = "edit";

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

    /// <summary>True for a moderator's decision about a changed text, not about the comment.</summary>
    public bool IsAboutEdit => ActorId is not null && Evidence?.StartsWith(EditMark, StringComparison.Ordinal) == true;

    /// <summary>What the comment became by it; null where its status stayed.</summary>
    public CommentStatus? After => Action switch
    {
        _ when IsAboutEdit => null,
        ModerationAction.Held => CommentStatus.Held,
        ModerationAction.Approved => CommentStatus.Published,
        ModerationAction.Rejected => CommentStatus.Rejected,
        ModerationAction.Removed => CommentStatus.Removed,
        _ => null,
    };

    /// <summary>True for what a moderator may undo while nothing was decided since. A refused change is not kept here: its writer has it.</summary>
    public bool CanBeUndone => ActorId is not null && Action switch
    {
        ModerationAction.Approved or ModerationAction.Removed => true,
        ModerationAction.Rejected => !IsAboutEdit,
        _ => false,
    };

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
    /// <summary>What a moderator did about a changed text.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="action">Approved or rejected.</param>
    /// <param name="actorId">The moderator.</param>
    /// <param name="publicReason">What the writer is told.</param>
    /// <param name="refused">The text that was refused; null when it was approved.</param>
    /// <param name="at">When; UTC.</param>
    /// <param name="undoes">The entry it undoes.</param>
    public static ModerationEntry AboutEdit(Comment comment, ModerationAction action, int actorId, string? publicReason, string? refused, DateTime at, int? undoes = null)
    {
        var evidence = refused is null ? EditMark : $"{EditMark}: {refused}";
        return new(comment.Id, comment.Revision, action, comment.Status, at)
        {
            Comment = comment, ActorId = actorId, PublicReason = publicReason, UndoesId = undoes,
            Evidence = evidence.Length > MaxEvidenceLength ? evidence[..MaxEvidenceLength] : evidence,
        };
    }
}
