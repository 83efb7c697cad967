using System.Linq.Expressions;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>What a page needs of one comment; read in one statement for all of them.</summary>
public sealed record CommentRow
{
    /// <summary>Its key.</summary>
    public required int Id { get; init; }

    /// <summary>The comment it answers.</summary>
    public int? ParentId { get; init; }

    /// <summary>Who wrote the comment it answers.</summary>
    public string? ParentName { get; init; }

    /// <summary>What became of the comment it answers.</summary>
    public CommentStatus? ParentStatus { get; init; }

    /// <summary>The top of its thread.</summary>
    public required int ThreadId { get; init; }

    /// <summary>Its place in the thread, from 1.</summary>
    public int ThreadPosition { get; init; }

    /// <summary>True level, from 1.</summary>
    public required int Depth { get; init; }

    /// <summary>What became of it.</summary>
    public required CommentStatus Status { get; init; }

    /// <summary>The printed name.</summary>
    public required string AuthorName { get; init; }

    /// <summary>The account that wrote it; null for a guest, and where readers see no name.</summary>
    public int? AccountId { get; init; }

    /// <summary>How many found it useful.</summary>
    public int Useful { get; init; }

    /// <summary>Which of its texts this is, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>True where the comment it answers has been changed since.</summary>
    public bool AnswersEarlierVersion { get; init; }

    /// <summary>When its text was last changed.</summary>
    public DateTime? EditedAt { get; init; }

    /// <summary>What its writer did for the article, where they are credited on it.</summary>
    public CreditRole? WriterRole { get; init; }

    /// <summary>When it was posted; null where an archived page did not say.</summary>
    public DateTime? PostedAt { get; init; }

    /// <summary>The language of the text.</summary>
    public required string Language { get; init; }

    /// <summary>The text.</summary>
    public SafeHtml Html { get; init; }

    /// <summary>Why a moderator removed it.</summary>
    public string? RemovalReason { get; init; }

    /// <summary>True where only the displayed parent is known.</summary>
    public bool ParentIsApproximate { get; init; }

    /// <summary>True when readers see its text.</summary>
    public bool IsPublished => Status == CommentStatus.Published;

    /// <summary>Projects comments to rows; texts that readers may not see are not even read.</summary>
    public static Expression<Func<Comment, CommentRow>> From(NewsDbContext db) => c => new CommentRow
    {
        Id = c.Id,
        ParentId = c.ParentId,
        ParentName = c.Parent!.AuthorName,
        ParentStatus = (CommentStatus?)c.Parent!.Status,
        ThreadId = c.ThreadId,
        ThreadPosition = c.ThreadPosition,
        Depth = c.Depth,
        Status = c.Status,
        AuthorName = c.Status == CommentStatus.Published ? c.AuthorName : "",
        AccountId = c.Status == CommentStatus.Published ? c.AccountId : null,
        Useful = c.UsefulCount,
        Revision = c.Revision,
        AnswersEarlierVersion = c.ParentRevision != null && c.ParentRevision < c.Parent!.Revision,
        EditedAt = c.EditedAt,
        WriterRole = c.Account!.ContributorId == null
            ? null
            : db.Credits.Where(credit => credit.ArticleId == c.ArticleId && credit.ContributorId == c.Account.ContributorId)
                .OrderBy(credit => credit.Position).Select(credit => (CreditRole?)credit.Role).FirstOrDefault(),
        PostedAt = c.PostedAt,
        Language = c.Language,
        Html = c.Status == CommentStatus.Published ? c.BodyHtml : SafeHtml.Empty,
        RemovalReason = c.RemovalReason,
        ParentIsApproximate = c.ParentIsApproximate,
    };
}
