using NewsSite.Comments;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Pages.Shared;

/// <summary>What a comment is called where its place on the page does not say it: for screen readers, and for tombstones.</summary>
public static class CommentLabel
{
    /// <summary>"Level 3, in reply to Brent." A parent that is only the displayed one is not named, rather than named wrongly.</summary>
    public static string For(PlacedComment placed, Words words)
    {
        var row = placed.Row;
        var level = words.Number(row.Depth);
        return row.ParentId is null || row.ParentIsApproximate ? words.Format("Level", level)
            : row.ParentStatus == CommentStatus.Published ? words.Format("LevelReply", level, row.ParentName!)
            : words.Format("LevelReplyGone", level);
    }

    /// <summary>What stands in the place of a comment that is gone.</summary>
    public static string Tombstone(CommentRow row, Words words) => row.Status switch
    {
        CommentStatus.Removed or CommentStatus.Rejected => words.Format("Gone.Removed", row.RemovalReason ?? "–"),
        CommentStatus.Held or CommentStatus.Unconfirmed => words["Gone.Held"],
        CommentStatus.Erased => words["Gone.Erased"],
        _ => words["Gone.Withdrawn"],
    };
}
