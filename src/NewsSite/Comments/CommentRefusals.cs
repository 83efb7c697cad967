using NewsSite.Accounts;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>What a text that cannot be rendered, or a name that is not to be had, means for a comment.</summary>
public static class CommentRefusals
{
    /// <summary>The refusal of the post.</summary>
    public static CommentRefusal Of(MarkupRefusal refusal) => refusal switch
    {
        MarkupRefusal.Empty => CommentRefusal.Empty,
        MarkupRefusal.TooLong => CommentRefusal.TooLong,
        _ => CommentRefusal.TooComplex,
    };

    /// <summary>The refusal of the post.</summary>
    public static CommentRefusal Of(NameRefusal refusal) => refusal switch
    {
        NameRefusal.Missing => CommentRefusal.NameMissing,
        NameRefusal.Taken => CommentRefusal.NameTaken,
        _ => CommentRefusal.NameUnfit,
    };
}
