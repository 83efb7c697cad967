using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>What a text that cannot be rendered means for a comment.</summary>
public static class CommentRefusals
{
    /// <summary>The refusal of the post.</summary>
    public static CommentRefusal Of(MarkupRefusal refusal) => refusal switch
    {
        MarkupRefusal.Empty => CommentRefusal.Empty,
        MarkupRefusal.TooLong => CommentRefusal.TooLong,
        _ => CommentRefusal.TooComplex,
    };
}
