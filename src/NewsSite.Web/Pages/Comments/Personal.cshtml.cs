using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Moderation;
using NewsSite.Text;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>What concerns one reader about one conversation: their comments nobody else sees, what is new since they came last. A page to read, and what the conversation's script takes its marks from.</summary>
public sealed class PersonalModel(NewsDbContext db, CommentDesk desk, TimeProvider clock) : PersonalPage
{
    private const int MostNew = 200;

    /// <summary>A comment of theirs that is not visible.</summary>
    public sealed record WaitingComment(int Id, int? ParentId, string AuthorName, string Language, SafeHtml Html, CommentStatus Status);

    /// <summary>A comment posted since they came last.</summary>
    public sealed record NewComment(int Id, string Name);

    /// <summary>The article.</summary>
    public ArticleCard Article { get; private set; } = null!;

    /// <summary>The name of the account.</summary>
    public string? Name { get; private set; }

    /// <summary>Their comments that wait.</summary>
    public IReadOnlyList<WaitingComment> Waiting { get; private set; } = [];

    /// <summary>What appeared since they came last, oldest first: posted since, or approved.</summary>
    public IReadOnlyList<NewComment> New { get; private set; } = [];

    /// <summary>Comments they found useful.</summary>
    public IReadOnlyList<int> Useful { get; private set; } = [];

    /// <summary>Accounts they do not want to see.</summary>
    public IReadOnlyList<int> Ignored { get; private set; } = [];

    /// <summary>Shows it, and remembers that they were here.</summary>
    public async Task<IActionResult> OnGetAsync(int article, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Articles.Published(now).WithConversation(desk.Policy).Where(a => a.Id == article).Cards.SingleOrDefaultAsync(cancel) is not { } found)
        {
            return NotFound();
        }

        Article = found;
        Speak(found.Language);
        Title = Words["YourView"];
        var owner = desk.Owner(HttpContext, AccountId);
        var account = AccountId;
        Waiting = await db.Comments
            .Where(c => c.ArticleId == article && (c.Status == CommentStatus.Held || c.Status == CommentStatus.Unconfirmed))
            .Where(c => c.AccountId == null ? owner.Posted.Contains(c.Id) : c.AccountId == account)
            .OrderBy(c => c.Id)
            .Select(c => new WaitingComment(c.Id, c.ParentId, c.AuthorName, c.Language, c.BodyHtml, c.Status))
            .ToListAsync(cancel);
        if (account is { } id)
        {
            await LoadAccountAsync(id, article, now, cancel);
        }

        return Page();
    }

    private async Task LoadAccountAsync(int account, int article, DateTime now, CancellationToken cancel)
    {
        Name = User.Identity?.Name;
        var mark = await db.ReadMarks.SingleOrDefaultAsync(m => m.AccountId == account && m.ArticleId == article, cancel);
        if (mark is { LastCommentId: var seen, At: var at })
        {
            New = await db.Comments.Where(c => c.ArticleId == article && c.Status == CommentStatus.Published && c.AccountId != account)
                .Where(c => c.Id > seen || db.ModerationLog.Any(e => e.CommentId == c.Id && e.Action == ModerationAction.Approved && e.Before == CommentStatus.Held && e.At > at))
                .OrderBy(c => c.Id).Take(MostNew).Select(c => new NewComment(c.Id, c.AuthorName)).ToListAsync(cancel);
        }

        Useful = await db.UsefulMarks.Where(m => m.AccountId == account && db.Comments.Any(c => c.Id == m.CommentId && c.ArticleId == article)).Select(m => m.CommentId).ToListAsync(cancel);
        Ignored = await db.IgnoredAccounts.Where(i => i.AccountId == account).Select(i => i.IgnoredId).ToListAsync(cancel);
        var last = await db.Comments.Where(c => c.ArticleId == article && c.Status == CommentStatus.Published).MaxAsync(c => (int?)c.Id, cancel) ?? 0;
        mark ??= db.ReadMarks.Add(new ReadMark(account, article)).Entity;
        (mark.LastCommentId, mark.At) = (Math.Max(last, mark.LastCommentId), now);
        await db.SaveChangesAsync(cancel);
    }
}
