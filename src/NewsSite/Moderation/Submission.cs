using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Moderation;

/// <summary>A text somebody wants readers to see, new or changed, with what checks may go by.</summary>
public sealed record Submission
{
    /// <summary>The article it would stand under.</summary>
    public required int ArticleId { get; init; }

    /// <summary>The comment it answers.</summary>
    public int? ParentId { get; init; }

    /// <summary>The comment whose text it would replace; null for a new one.</summary>
    public int? EditedId { get; init; }

    /// <summary>How the conversation is held.</summary>
    public required ConversationMode Mode { get; init; }

    /// <summary>The account that wrote it; null for a guest.</summary>
    public int? AccountId { get; init; }

    /// <summary>True for moderators, editors and administrators, and for those credited on the article: they are not checked.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>The guest's address; null for an account.</summary>
    public string? GuestEmail { get; init; }

    /// <summary>The name it would be printed under.</summary>
    public required string AuthorName { get; init; }

    /// <summary>The text as written.</summary>
    public required string Markdown { get; init; }

    /// <summary>The text as it would be printed; links and words are looked for in this.</summary>
    public required string Html { get; init; }

    /// <summary>Same for the same text by the same person under the same parent: <see cref="CommentOrigin.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The keyed hash of the network it came from.</summary>
    public string? NetworkHash { get; init; }

    /// <summary>How long the writer was at it, in seconds, where a script could tell.</summary>
    public int? WritingSeconds { get; init; }

    /// <summary>True when the field nobody sees was filled in.</summary>
    public bool FellForHoneypot { get; init; }

    /// <summary>When; UTC.</summary>
    public required DateTime At { get; init; }
}
