using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Articles;

/// <summary>
/// What a reader of a conversation has not been shown yet, for the script that asks whether there is anything new. Kept like every public page, so that a thousand readers who ask cost
/// one reading of the database, and answered 304 while nothing has changed. Measured beside server-sent events it needs no open connection per reader.
/// </summary>
public sealed class NewCommentsModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : SitePage
{
    /// <summary>More than this a reader does not want inserted; the page itself then has them.</summary>
    private const int Most = 100;

    /// <summary>What a reader will have been shown with these.</summary>
    public ConversationWatermark Watermark { get; private set; } = ConversationWatermark.None;

    /// <summary>How many visible comments there are in all.</summary>
    public int Total { get; private set; }

    /// <summary>True while the conversation takes replies; when it no longer does, the script stops asking.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The comments, oldest first.</summary>
    public IReadOnlyList<CommentRow> Comments { get; private set; } = [];

    /// <summary>Reads what a reader has not been shown.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, string? after, CancellationToken cancel)
    {
        if (ArticleAddress.Parse(year, month, day, slug) is not { } address)
        {
            return NotFound();
        }

        if (ConversationWatermark.Parse(after) is not { } shown)
        {
            return BadRequest();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var article = await db.Articles.At(address).Published(now).WithConversation(policy)
            .Select(a => new { a.Id, a.Language, a.CommentCount, a.Conversation, a.ConversationStaysOpen, a.PublishedAt })
            .SingleOrDefaultAsync(cancel);
        if (article is null)
        {
            return NotFound();
        }

        // Before the comments: what becomes visible between the two statements is then announced twice rather than never.
        Watermark = await ConversationWatermark.OfAsync(db, article.Id, cancel);
        Comments = await shown.Unseen(db.Comments.Where(c => c.ArticleId == article.Id)).OrderBy(c => c.Id).Take(Most).Select(CommentRow.From(db)).ToListAsync(cancel);
        if (Comments.Count == Most)
        {
            Watermark = Watermark.UpTo(Comments[^1].Id);
        }

        (Total, IsOpen) = (article.CommentCount, Article.StandingOf(article.Conversation, article.ConversationStaysOpen, article.PublishedAt, now, policy).IsOpen);
        Speak(article.Language);
        Title = Words["Conversation"];
        Keep(CacheTags.Article(article.Id));
        return Page();
    }
}
