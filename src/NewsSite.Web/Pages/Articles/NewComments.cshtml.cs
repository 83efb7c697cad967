using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Articles;

/// <summary>
/// What was said after a comment, for the script that asks whether there is anything new. Kept like every public page, so that a thousand readers who ask cost
/// one reading of the database, and answered 304 while nothing has changed. Measured beside server-sent events it needs no open connection per reader.
/// </summary>
public sealed class NewCommentsModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : SitePage
{
    /// <summary>More than this a reader does not want inserted; the page itself then has them.</summary>
    private const int Most = 100;

    /// <summary>The comments, oldest first.</summary>
    public IReadOnlyList<CommentRow> Comments { get; private set; } = [];

    /// <summary>Reads what came after.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, string? after, CancellationToken cancel)
    {
        if (ArticleAddress.Parse(year, month, day, slug) is not { } address)
        {
            return NotFound();
        }

        if (!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            return BadRequest();
        }

        var article = await db.Articles.At(address).Published(clock.GetUtcNow().UtcDateTime).WithConversation(policy).Select(a => new { a.Id, a.Language }).SingleOrDefaultAsync(cancel);
        if (article is null)
        {
            return NotFound();
        }

        Comments = await db.Comments.Where(c => c.ArticleId == article.Id && c.Id > last && c.Status == CommentStatus.Published).OrderBy(c => c.Id).Take(Most)
            .Select(CommentRow.From(db)).ToListAsync(cancel);
        Speak(article.Language);
        Title = Words["Conversation"];
        Keep(CacheTags.Article(article.Id));
        return Page();
    }
}
