using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Comments;

/// <summary>What can be done about comments.</summary>
public sealed record CommentActivities(Posting Posting, Revising Revising, Useful Useful, PostingRules Rules);

/// <summary>What the site knows around a post: the browser's signed word, the network, the mails, the kept pages, the time.</summary>
public sealed record CommentDeskTools(PostedComments Posted, NetworkKey Networks, CommentMails Mails, KeptPages Kept, TimeProvider Clock);

/// <summary>What posting pages share beyond the core: who asks, which kept pages a change makes old, and where on the site a comment stands.</summary>
public sealed class CommentDesk(NewsDbContext db, CommentActivities activities, CommentDeskTools tools)
{
    /// <summary>What the publication says about its conversations.</summary>
    public ConversationPolicy Policy => activities.Rules.Policy;

    /// <summary>Now; UTC.</summary>
    public DateTime Now => tools.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Who asks.</summary>
    public CommentOwner Owner(HttpContext context, int? accountId) => tools.Posted.Owner(context, accountId);

    /// <summary>Posts what a form sent.</summary>
    public async Task<PostOutcome> PostAsync(HttpContext context, CommentForm typed, int? accountId, CancellationToken cancel)
    {
        var post = new CommentPost
        {
            ArticleId = typed.Article,
            ParentId = typed.Parent,
            ParentRevision = typed.Seen,
            Text = typed.Text ?? "",
            Language = typed.Language,
            PostKey = typed.Key,
            WantsMail = typed.Mail,
            WritingSeconds = typed.Seconds is >= 0 ? typed.Seconds : null,
            FellForHoneypot = !string.IsNullOrEmpty(typed.Website),
        };
        var network = tools.Networks.Of(context.Connection.RemoteIpAddress);
        var outcome = await activities.Posting.PostAsync(
            post, new CommentPoster(accountId, typed.Name, typed.Email, network), tools.Mails.Confirm, Now, cancel);
        if (outcome is PostOutcome.Stored stored)
        {
            if (stored.Status == CommentStatus.Published && !stored.IsRepeat)
            {
                Changed(typed.Article);
                tools.Kept.DropReader(accountId ?? 0);
            }

            // A repeat of a visible comment proves nothing: anybody could copy its text. What is still hidden only its writer can repeat.
            if (accountId is null && stored.Status is CommentStatus.Unconfirmed or CommentStatus.Held)
            {
                tools.Posted.Add(context, stored.CommentId);
            }
        }

        return outcome;
    }

    /// <summary>A guest confirmed a comment: whoever holds the mailed link is its writer.</summary>
    /// <returns>Where it stands.</returns>
    public Task<string> ConfirmedAsync(HttpContext context, int commentId, int articleId, CommentStatus status, CancellationToken cancel)
    {
        Changed(articleId);
        tools.Posted.Add(context, commentId);
        return PlaceOfAsync(new PostOutcome.Stored(commentId, 0, status, IsRepeat: false), cancel);
    }

    /// <summary>Changes one's own comment.</summary>
    public async Task<RevisingOutcome> EditAsync(HttpContext context, int id, int? accountId, string text, CancellationToken cancel) =>
        Changed(await activities.Revising.EditAsync(id, Owner(context, accountId), text, Now, cancel));

    /// <summary>Takes one's own comment back, or undoes that.</summary>
    public async Task<RevisingOutcome> WithdrawAsync(HttpContext context, int id, int? accountId, bool undo, CancellationToken cancel)
    {
        var owner = Owner(context, accountId);
        return Changed(undo ? await activities.Revising.UndoWithdrawalAsync(id, owner, Now, cancel) : await activities.Revising.WithdrawAsync(id, owner, Now, cancel));
    }

    /// <summary>Marks a comment as useful, or takes the mark back.</summary>
    /// <returns>How many find it useful now; null when there is no such comment to mark.</returns>
    public async Task<int?> MarkUsefulAsync(int id, int accountId, bool useful, CancellationToken cancel)
    {
        var count = await activities.Useful.MarkAsync(id, accountId, useful, cancel);
        Changed(count is null ? 0 : await db.Comments.Where(c => c.Id == id).Select(c => c.ArticleId).SingleAsync(cancel));
        return count;
    }

    /// <summary>Where a comment stands: in the conversation when readers see it, else on its writer's own page.</summary>
    public async Task<string> PlaceOfAsync(PostOutcome.Stored stored, CancellationToken cancel)
    {
        var id = stored.CommentId;
        if (stored.Status != CommentStatus.Published)
        {
            return string.Create(CultureInfo.InvariantCulture, $"/comments/{id}/mine");
        }

        var place = await db.Comments.Where(c => c.Id == id)
            .Select(c => new { c.ThreadId, c.ThreadPosition, c.Article.PublicationDay, c.Article.Slug, c.Article.CommentCount })
            .SingleAsync(cancel);
        var article = new ArticleAddress(place.PublicationDay!.Value, place.Slug);
        return place.ThreadPosition > Conversation.ThreadSize ? string.Create(CultureInfo.InvariantCulture, $"/comments/{id}#c-{id}")
            : place.CommentCount <= Conversation.ThreadSize ? string.Create(CultureInfo.InvariantCulture, $"{article}#c-{id}")
            : string.Create(CultureInfo.InvariantCulture, $"{article}/comments?after={place.ThreadId - 1}#c-{id}");
    }

    private RevisingOutcome Changed(RevisingOutcome outcome)
    {
        Changed(outcome.ArticleId);
        return outcome;
    }

    /// <summary>Drops the kept pages of one article, and no others.</summary>
    private void Changed(int articleId)
    {
        if (articleId > 0)
        {
            tools.Kept.DropArticle(articleId);
        }
    }
}
