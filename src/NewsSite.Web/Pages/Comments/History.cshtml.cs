using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Comments;

/// <summary>What a comment said before, and what its writer changed, word by word. Open to every reader.</summary>
public sealed class HistoryModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : SitePage
{
    /// <summary>A text and how it differs from the one before.</summary>
    public sealed record Version(int Number, DateTime? At, IReadOnlyList<DiffPiece> Changes);

    /// <summary>The comment's key.</summary>
    public int Id { get; private set; }

    /// <summary>The language of the text.</summary>
    public string TextLanguage { get; private set; } = "en";

    /// <summary>The texts, the last one first.</summary>
    public IReadOnlyList<Version> Steps { get; private set; } = [];

    /// <summary>Shows them; of a comment that is not visible there are none to see.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var comment = await db.Comments.Where(c => c.Id == id && c.Status == CommentStatus.Published)
            .Join(db.Articles.Published(now).WithConversation(policy), c => c.ArticleId, a => a.Id, (c, a) => new { c.ArticleId, c.AuthorName, c.Language, c.BodyMarkdown, c.Revision, c.EditedAt, c.PostedAt, Article = a.Language })
            .SingleOrDefaultAsync(cancel);
        if (comment is null)
        {
            return NotFound();
        }

        var texts = await db.CommentRevisions.Where(r => r.CommentId == id && !r.Waits).OrderBy(r => r.Number)
            .Select(r => new { r.Number, r.WrittenAt, r.BodyMarkdown })
            .ToListAsync(cancel);
        texts.Add(new { Number = comment.Revision, WrittenAt = comment.EditedAt ?? comment.PostedAt, comment.BodyMarkdown });
        Steps = [.. texts.Select((text, i) => new Version(text.Number, text.WrittenAt, i == 0 ? [new DiffPiece(DiffKind.Same, text.BodyMarkdown)] : WordDiff.Between(texts[i - 1].BodyMarkdown, text.BodyMarkdown))).Reverse()];
        Speak(comment.Article);
        (Id, TextLanguage, NoIndex) = (id, comment.Language, true);
        Title = Words.Format("HistoryOf", comment.AuthorName);
        Keep(CacheTags.Article(comment.ArticleId));
        return Page();
    }
}
