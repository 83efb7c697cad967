using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Text;

namespace NewsSite.Moderation;

/// <summary>A comment as a moderator sees it: what readers may not see, too.</summary>
public sealed record QueueComment
{
    /// <summary>Its key.</summary>
    public required int Id { get; init; }

    /// <summary>The comment it answers.</summary>
    public int? ParentId { get; init; }

    /// <summary>The article it stands under.</summary>
    public required int ArticleId { get; init; }

    /// <summary>The top of its thread.</summary>
    public required int ThreadId { get; init; }

    /// <summary>What became of it.</summary>
    public required CommentStatus Status { get; init; }

    /// <summary>Which text it has.</summary>
    public required int Revision { get; init; }

    /// <summary>Its text as written.</summary>
    public required string Markdown { get; init; }

    /// <summary>The name printed above it.</summary>
    public required string AuthorName { get; init; }

    /// <summary>The account that wrote it; null for a guest.</summary>
    public int? AccountId { get; init; }

    /// <summary>When it was posted.</summary>
    public DateTime? PostedAt { get; init; }

    /// <summary>The language of its text.</summary>
    public required string Language { get; init; }

    /// <summary>The text as printed.</summary>
    public SafeHtml Html { get; init; }
}

/// <summary>A reader's flag as a moderator sees it. Not who: a moderator judges the comment.</summary>
public sealed record QueueFlag(int CommentId, FlagReason Reason, string? Note, DateTime At, int Revision);

/// <summary>A change that waits.</summary>
public sealed record QueueEdit(int Id, int CommentId, string Markdown, SafeHtml Html, DateTime? WrittenAt);

/// <summary>What became of the comments of one writer so far.</summary>
public readonly record struct WriterRecord(int Published, int Refused);

/// <summary>What waits for a moderator, with everything a decision goes by.</summary>
public sealed record QueueItem
{
    /// <summary>The comment.</summary>
    public required QueueComment Comment { get; init; }

    /// <summary>The article it stands under.</summary>
    public required ArticleCard Article { get; init; }

    /// <summary>The nearest comments above it, the upper first.</summary>
    public required IReadOnlyList<QueueComment> Above { get; init; }

    /// <summary>The first answers.</summary>
    public required IReadOnlyList<QueueComment> Beneath { get; init; }

    /// <summary>How many answers there are.</summary>
    public required int Answers { get; init; }

    /// <summary>What became of its writer's comments.</summary>
    public required WriterRecord Writer { get; init; }

    /// <summary>What made it wait; null where readers' flags did not suffice to.</summary>
    public ModerationEntry? Why { get; init; }

    /// <summary>The open flags, oldest first.</summary>
    public required IReadOnlyList<QueueFlag> Flags { get; init; }

    /// <summary>The change that waits.</summary>
    public QueueEdit? Edit { get; init; }

    /// <summary>Since when it waits; UTC.</summary>
    public DateTime? Since => Why?.At ?? (Flags.Count > 0 ? Flags[0].At : Edit?.WrittenAt ?? Comment.PostedAt);

    /// <summary>What a decision about the comment is about.</summary>
    public SeenComment Seen => new(Comment.Id, Comment.Status, Comment.Revision);

    /// <summary>What a decision about the change is about.</summary>
    public SeenComment SeenEdit => Seen with { EditId = Edit?.Id };
}

/// <summary>A line of the log, with what a page says about it.</summary>
public sealed record LogLine
{
    /// <summary>The entry.</summary>
    public required ModerationEntry Entry { get; init; }

    /// <summary>The moderator; null for a check.</summary>
    public string? Actor { get; init; }

    /// <summary>The comment as it is now.</summary>
    public required QueueComment Comment { get; init; }

    /// <summary>The headline of its article.</summary>
    public required string Headline { get; init; }

    /// <summary>The language of its article.</summary>
    public required string Language { get; init; }

    /// <summary>True when nothing was decided about the comment since.</summary>
    public bool IsLast { get; init; }

    /// <summary>True when it can be undone.</summary>
    public bool CanBeUndone => IsLast && Entry.CanBeUndone;
}
