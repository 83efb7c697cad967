using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Email;

namespace NewsSite.Web.Pages.Comments;

/// <summary>What a reader may want of a thread: to hear of it, not to hear of it, not to see somebody in it.</summary>
[Authorize]
[IgnoreAntiforgeryToken]
public sealed class FollowModel(NewsDbContext db, Following following, TimeProvider clock) : PersonalPage
{
    /// <summary>The comment the reader came from, and its writer where readers see one.</summary>
    public sealed record ThreadView(int ArticleId, string Headline, string Language, int? WriterId, string Writer);

    /// <summary>What the form asks for.</summary>
    public enum Wish
    {
        /// <summary>Mail about this thread.</summary>
        Thread,

        /// <summary>Mail about the whole conversation.</summary>
        Article,

        /// <summary>No mail about this thread.</summary>
        Mute,

        /// <summary>Not to see the writer.</summary>
        Ignore,

        /// <summary>To see the writer again.</summary>
        Heed,
    }

    /// <summary>The comment's key.</summary>
    public int Id { get; private set; }

    /// <summary>The thread.</summary>
    public ThreadView Thread { get; private set; } = null!;

    /// <summary>True when the writer is ignored.</summary>
    public bool IsIgnored { get; private set; }

    /// <summary>True when a wish was just granted.</summary>
    public bool Done { get; private set; }

    /// <summary>Shows what can be wished.</summary>
    public async Task<IActionResult> OnGetAsync(int id, bool done, CancellationToken cancel)
    {
        Done = done;
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    /// <summary>Grants a wish.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] Wish what, [FromForm] MailFrequency frequency, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var (account, now) = (AccountId!.Value, clock.GetUtcNow().UtcDateTime);
        var often = frequency == MailFrequency.Never ? MailFrequency.Now : frequency;
        switch (what)
        {
            case Wish.Article:
                await following.FollowArticleAsync(account, Thread.ArticleId, often, now, cancel);
                break;
            case Wish.Mute:
                await following.MuteThreadAsync(account, id, now, cancel);
                break;
            case Wish.Ignore or Wish.Heed when Thread.WriterId is { } writer:
                await following.IgnoreAsync(account, writer, what == Wish.Ignore, cancel);
                break;
            default:
                await following.FollowThreadAsync(account, id, often, now, cancel);
                break;
        }

        return new SeeOtherResult(Link($"/comments/{id}/follow?done=true"));
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        var found = await db.Comments.Where(c => c.Id == id && c.Status == CommentStatus.Published)
            .Select(c => new ThreadView(c.ArticleId, c.Article.Headline, c.Article.Language, c.AccountId, c.AuthorName))
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return false;
        }

        (Id, Thread, Title) = (id, found, Words["FollowTitle"]);
        IsIgnored = await db.IgnoredAccounts.AnyAsync(i => i.AccountId == AccountId && i.IgnoredId == found.WriterId, cancel);
        return true;
    }
}
