using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>A thread that is shown only in its first part.</summary>
/// <param name="ThreadId">Its top comment.</param>
/// <param name="Hidden">How many comments are not shown.</param>
public sealed record CutThread(int ThreadId, int Hidden);

/// <summary>One page of the conversation under an article: whole threads, placed for display. Two statements, however many comments there are.</summary>
/// <param name="Comments">In display order.</param>
/// <param name="Order">The order of the threads.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="IsFirst">True for the page that begins with the first thread.</param>
/// <param name="CutThreads">Threads too long to be shown whole, by their top comment.</param>
public sealed record Conversation(
    IReadOnlyList<PlacedComment> Comments,
    ConversationOrder Order,
    ConversationCursor? Next,
    bool IsFirst,
    IReadOnlyDictionary<int, CutThread> CutThreads)
{
    /// <summary>A page ends with the thread that reaches this many comments.</summary>
    public const int PageSize = 100;

    /// <summary>A thread longer than this shows so many of its comments, the oldest, and a link to the rest.</summary>
    public const int ThreadSize = 60;

    /// <summary>What there was under the article when this was read, on whatever page; what is not in it is new.</summary>
    public ConversationWatermark Watermark { get; init; } = ConversationWatermark.None;

    /// <summary>A conversation nobody has begun.</summary>
    public static Conversation Empty(ConversationOrder order) => new([], order, null, true, new Dictionary<int, CutThread>());

    /// <summary>Reads one page of an article's conversation, after the cursor if there is one.</summary>
    public static async Task<Conversation> LoadAsync(
        NewsDbContext db, int articleId, ConversationOrder order, ConversationCursor? after = null, CancellationToken cancel = default)
    {
        // A page has at most PageSize threads, for a thread has at least one comment; one more tells whether there is a next page.
        var tops = await InOrder(db.Comments.Where(c => c.ArticleId == articleId && c.Depth == 1 && (c.Status == CommentStatus.Published || c.ReplyCount > 0)), order, after)
            // The watermark comes along in the same statement; it is the same for every row, so it is looked up once.
            .LeftJoin(
                ConversationWatermark.HiddenUnder(db, articleId).GroupBy(c => c.ArticleId).Select(g => new { ArticleId = g.Key, Keys = string.Join('.', g.Select(c => "" + c.Id)) }),
                c => c.ArticleId,
                hidden => hidden.ArticleId,
                (c, hidden) => new { c.Id, c.ReplyCount, c.Merit, Last = db.Comments.Where(all => all.ArticleId == articleId).Max(all => all.Id), Hidden = hidden!.Keys })
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var shown = new List<int>();
        var total = 0;
        foreach (var top in tops)
        {
            var size = Math.Min(top.ReplyCount + 1, ThreadSize);
            if (shown.Count > 0 && total + size > PageSize)
            {
                break;
            }

            total += size;
            shown.Add(top.Id);
        }

        if (shown.Count == 0)
        {
            return Empty(order) with { IsFirst = after is null };
        }

        var rows = await db.Comments
            .Where(c => shown.Contains(c.ThreadId) && c.ThreadPosition <= ThreadSize)
            .OrderBy(c => c.Id)
            .Select(CommentRow.From(db))
            .ToListAsync(cancel);
        var last = tops[shown.Count - 1];
        var visibleReplies = rows.Where(r => r.Depth > 1 && r.IsPublished).CountBy(r => r.ThreadId).ToDictionary();
        return new Conversation(
            CommentTree.Place(rows, shown),
            order,
            shown.Count < tops.Count ? new ConversationCursor(order == ConversationOrder.Best ? last.Merit : last.ReplyCount, last.Id) : null,
            after is null,
            tops.Take(shown.Count)
                .Select(t => new CutThread(t.Id, t.ReplyCount - visibleReplies.GetValueOrDefault(t.Id)))
                .Where(t => t.Hidden > 0)
                .ToDictionary(t => t.ThreadId))
        {
            Watermark = ConversationWatermark.Of(last.Last, (last.Hidden ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))),
        };
    }

    private static IQueryable<Comment> InOrder(IQueryable<Comment> tops, ConversationOrder order, ConversationCursor? after) => order switch
    {
        ConversationOrder.Newest => (after is { } a ? tops.Where(c => c.Id < a.ThreadId) : tops).OrderByDescending(c => c.Id),
        ConversationOrder.MostReplied => (after is { } a
                ? tops.Where(c => c.ReplyCount < a.Rank || (c.ReplyCount == a.Rank && c.Id > a.ThreadId))
                : tops)
            .OrderByDescending(c => c.ReplyCount).ThenBy(c => c.Id),
        ConversationOrder.Best => (after is { } a
                ? tops.Where(c => c.Merit < a.Rank || (c.Merit == a.Rank && c.Id > a.ThreadId))
                : tops)
            .OrderByDescending(c => c.Merit).ThenBy(c => c.Id),
        _ => (after is { } a ? tops.Where(c => c.Id > a.ThreadId) : tops).OrderBy(c => c.Id),
    };
}
