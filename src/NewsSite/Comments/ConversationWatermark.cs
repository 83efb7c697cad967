using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>
/// What of a conversation a reader has been shown: every comment up to the last there was, but for those that were not visible. From it follows what is new, a
/// comment among it that was held while later ones appeared, which a last key alone would pass over for good. Written <c>57</c>, or <c>57.12.31</c> where 12 and 31 were hidden.
/// </summary>
/// <param name="Last">The last comment under the article, visible or not; 0 where there was none.</param>
/// <param name="Hidden">The comments up to it that were not visible, in rising order; the latest <see cref="MostHidden"/> of them.</param>
public sealed record ConversationWatermark(int Last, IReadOnlyList<int> Hidden)
{
    /// <summary>So many hidden comments are remembered: an address must stay short, and what was hidden so long ago is found on the page itself.</summary>
    public const int MostHidden = 100;

    /// <summary>That of a conversation nobody has begun.</summary>
    public static readonly ConversationWatermark None = new(0, []);

    /// <summary>Reads one from an address; null when it is none.</summary>
    public static ConversationWatermark? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        if (parts.Length > MostHidden + 1)
        {
            return null;
        }

        var keys = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            // Rising and no higher than the last, so that there is one way to write it and one page to keep.
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out keys[i]) || (i > 0 && keys[i] > keys[0]) || (i > 1 && keys[i] <= keys[i - 1]))
            {
                return null;
            }
        }

        return new ConversationWatermark(keys[0], keys[1..]);
    }

    /// <summary>Where the conversation under an article stands now.</summary>
    public static async Task<ConversationWatermark> OfAsync(NewsDbContext db, int articleId, CancellationToken cancel = default)
    {
        var last = await db.Comments.Where(c => c.ArticleId == articleId).MaxAsync(c => (int?)c.Id, cancel) ?? 0;
        return Of(last, await HiddenUnder(db, articleId).Select(c => c.Id).ToListAsync(cancel));
    }

    /// <summary>Puts together what a statement has read.</summary>
    internal static ConversationWatermark Of(int last, IEnumerable<int> hidden) => new(last, [.. hidden.Where(id => id <= last).Order()]);

    /// <summary>The comments under an article that readers do not see, the latest first.</summary>
    internal static IQueryable<Comment> HiddenUnder(NewsDbContext db, int articleId) =>
        db.Comments.Where(c => c.ArticleId == articleId && c.Status != CommentStatus.Published).OrderByDescending(c => c.Id).Take(MostHidden);

    /// <summary>The visible ones among an article's comments that whoever was shown so much has not seen.</summary>
    public IQueryable<Comment> Unseen(IQueryable<Comment> comments)
    {
        var (last, hidden) = (Last, Hidden);
        return comments.Where(c => c.Status == CommentStatus.Published && (c.Id > last || hidden.Contains(c.Id)));
    }

    /// <summary>The same for somebody who was shown no more than up to a comment.</summary>
    public ConversationWatermark UpTo(int commentId) => commentId >= Last ? this : new(commentId, [.. Hidden.Where(id => id <= commentId)]);

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Join('.', Hidden.Prepend(Last).Select(key => key.ToString(CultureInfo.InvariantCulture)));
}
