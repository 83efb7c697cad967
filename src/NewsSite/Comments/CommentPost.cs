namespace NewsSite.Comments;

/// <summary>Who posts: an account, or a guest with a name and an address.</summary>
/// <param name="AccountId">The account; null for a guest.</param>
/// <param name="Name">The guest's name as typed; not looked at for an account.</param>
/// <param name="Email">The guest's address as typed; not looked at for an account.</param>
/// <param name="Network">The keyed hash of the network the post came from; null where it is not known.</param>
public sealed record CommentPoster(int? AccountId, string? Name, string? Email, string? Network);

/// <summary>What somebody wants to say, as it came in. Nothing of it is trusted.</summary>
public sealed record CommentPost
{
    /// <summary>The longest key of a post, in characters.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>The article.</summary>
    public required int ArticleId { get; init; }

    /// <summary>The comment answered; null to begin a thread.</summary>
    public int? ParentId { get; init; }

    /// <summary>Which text of it the writer saw.</summary>
    public int? ParentRevision { get; init; }

    /// <summary>The text, as Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the text; the article's where it is not said.</summary>
    public string? Language { get; init; }

    /// <summary>The key a script made for this one post.</summary>
    public string? PostKey { get; init; }

    /// <summary>True when mail about answers was asked for.</summary>
    public bool WantsMail { get; init; }

    /// <summary>How long the writer was at it, in seconds, where a script could tell.</summary>
    public int? WritingSeconds { get; init; }

    /// <summary>True when the field nobody sees was filled in.</summary>
    public bool FellForHoneypot { get; init; }
}

/// <summary>Why a comment is not taken. Each has a sentence of its own, under <c>Refusal.</c> and its name.</summary>
public enum CommentRefusal
{
    /// <summary>There is no such article, or nobody sees its conversation.</summary>
    NoArticle,

    /// <summary>The conversation is closed.</summary>
    Closed,

    /// <summary>Only accounts may comment here.</summary>
    MembersOnly,

    /// <summary>What it answers is not there any more.</summary>
    ParentGone,

    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>The text is longer than <see cref="Comment.MaxLength"/>.</summary>
    TooLong,

    /// <summary>The text has more structure than a page can carry: lists in lists in lists.</summary>
    TooComplex,

    /// <summary>Too many comments in too little time.</summary>
    TooFast,

    /// <summary>The account's address is not confirmed yet.</summary>
    NotConfirmed,

    /// <summary>A guest gave no name.</summary>
    NameMissing,

    /// <summary>The name holds what no name holds, or is too long.</summary>
    NameUnfit,

    /// <summary>The name belongs to somebody else, or looks like it.</summary>
    NameTaken,

    /// <summary>A guest gave no address a mail could reach.</summary>
    EmailUnfit,

    /// <summary>A check refused it outright.</summary>
    Unwanted,
}

/// <summary>What became of a post.</summary>
public abstract record PostOutcome
{
    /// <summary>It is stored, now or by an earlier post of the same.</summary>
    /// <param name="CommentId">The comment.</param>
    /// <param name="ThreadId">The top of its thread.</param>
    /// <param name="Status">What became of it: visible, held, or waiting for the guest's click.</param>
    /// <param name="IsRepeat">True when the same had been posted before.</param>
    public sealed record Stored(int CommentId, int ThreadId, CommentStatus Status, bool IsRepeat) : PostOutcome;

    /// <summary>It is not taken.</summary>
    public sealed record Refused(CommentRefusal Why) : PostOutcome;
}
