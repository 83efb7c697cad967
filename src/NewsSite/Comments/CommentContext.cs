using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>A comment in its context: what it answers, itself, and what answers it.</summary>
/// <param name="Earlier">How many ancestors above those shown are left out.</param>
/// <param name="Ancestors">The nearest ancestors, the top one first.</param>
/// <param name="Comment">The comment.</param>
/// <param name="Replies">What stands beneath it, placed for display.</param>
/// <param name="NextAfter">The key after which the next part of the replies begins; null on the last.</param>
public sealed record CommentContext(
    int Earlier,
    IReadOnlyList<CommentRow> Ancestors,
    CommentRow Comment,
    IReadOnlyList<PlacedComment> Replies,
    int? NextAfter)
{
    /// <summary>So many ancestors are shown, the nearest.</summary>
    public const int AncestorsShown = 6;

    /// <summary>So many replies are shown on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Reads a comment's context in two statements; null when readers have nothing to see there.</summary>
    /// <param name="db">The records.</param>
    /// <param name="comment">The comment's key.</param>
    /// <param name="thread">The top of its thread.</param>
    /// <param name="after">Replies up to this key were on the pages before.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<CommentContext?> LoadAsync(NewsDbContext db, int comment, int thread, int? after = null, CancellationToken cancel = default)
    {
        // The thread's skeleton first: small rows, so that a thread of thousands costs little and its branches need no recursive SQL.
        var skeleton = await db.Comments.Where(c => c.ThreadId == thread).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.ParentId, c.Status })
            .ToListAsync(cancel);
        var parentOf = skeleton.ToDictionary(c => c.Id, c => c.ParentId);
        if (!parentOf.TryGetValue(comment, out var up))
        {
            return null;
        }

        var ancestors = new List<int>();
        for (; up is { } id; up = parentOf[id])
        {
            ancestors.Add(id);
        }

        var branch = new HashSet<int> { comment };
        foreach (var c in skeleton)
        {
            if (c.ParentId is { } p && branch.Contains(p))
            {
                branch.Add(c.Id);
            }
        }

        // Gone and with nothing left beneath: readers have nothing to see.
        if (!skeleton.Any(c => branch.Contains(c.Id) && c.Status == CommentStatus.Published))
        {
            return null;
        }

        var beneath = skeleton.Where(c => c.Id != comment && branch.Contains(c.Id)).Select(c => c.Id);
        var wanted = beneath.Where(id => after is null || id > after).Take(PageSize + 1).ToList();
        var nextAfter = wanted.Count > PageSize ? wanted[PageSize - 1] : (int?)null;
        var keys = ancestors.Take(AncestorsShown).Append(comment).Concat(wanted.Take(PageSize)).ToList();
        var rows = await db.Comments.Where(c => keys.Contains(c.Id)).OrderBy(c => c.Id).Select(CommentRow.From(db)).ToListAsync(cancel);
        var shown = rows.Where(r => ancestors.Contains(r.Id)).ToList();
        var replies = rows.Where(r => r.Id != comment && branch.Contains(r.Id))
            .Select(r => r.ParentId == comment ? r with { ParentId = null } : r)
            .ToList();
        return new CommentContext(ancestors.Count - shown.Count, shown, rows.Single(r => r.Id == comment), CommentTree.Place(replies), nextAfter);
    }
}
