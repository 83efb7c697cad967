using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Comments;

/// <summary>A comment in its context: what it answers, itself, what answers it.</summary>
public sealed class ShowModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : SitePage
{
    /// <summary>The comment and what surrounds it.</summary>
    public CommentContext Context { get; private set; } = null!;

    /// <summary>The article it stands under.</summary>
    public ArticleCard Article { get; private set; } = null!;

    /// <summary>Whether something can be added.</summary>
    public ConversationStanding Standing { get; private set; }

    /// <summary>True when this comment can be answered.</summary>
    public bool CanReply => Standing.IsOpen && Context.Comment.Status is CommentStatus.Published or CommentStatus.Withdrawn;

    /// <summary>The form to answer it.</summary>
    public ReplyFormView Form => new()
    {
        Page = this,
        ArticleId = Article.Id,
        Place = string.Create(CultureInfo.InvariantCulture, $"/comments/{Context.Comment.Id}#reply-{Context.Comment.Id}"),
        ParentId = Context.Comment.Id,
        ParentRevision = Context.Comment.Revision,
        ParentName = Context.Comment.IsPublished ? Context.Comment.AuthorName : null,
        Language = Article.Language,
        TakesGuests = policy.Guests && Standing.Mode != ConversationMode.MembersOnly,
    };

    /// <summary>The page of the conversation that begins with this comment's thread.</summary>
    public string InConversation => string.Create(CultureInfo.InvariantCulture, $"{Article.Address}/comments?after={Context.Comment.ThreadId - 1}#c-{Context.Comment.Id}");

    /// <summary>The next part of the replies; null on the last.</summary>
    public string? NextPage => Context.NextAfter is { } next ? string.Create(CultureInfo.InvariantCulture, $"/comments/{Context.Comment.Id}?after={next}") : null;

    /// <summary>Shows the comment; one that was never there, or that nobody but its writer may see, is not found.</summary>
    public async Task<IActionResult> OnGetAsync(int id, string? after, CancellationToken cancel)
    {
        int? cursor = null;
        if (after is not null)
        {
            if (!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
            {
                return BadRequest();
            }

            cursor = parsed;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.Comments.Where(c => c.Id == id)
            .Join(db.Articles.Published(now).WithConversation(policy), c => c.ArticleId, a => a.Id, (c, a) => new { c.ThreadId, c.ArticleId, a.Conversation, a.ConversationStaysOpen, a.PublishedAt })
            .SingleOrDefaultAsync(cancel);
        if (found is null || await CommentContext.LoadAsync(db, id, found.ThreadId, cursor, cancel) is not { } context)
        {
            return NotFound();
        }

        Context = context;
        Article = await db.Articles.Where(a => a.Id == found.ArticleId).Cards.SingleAsync(cancel);
        Speak(Article.Language);
        Standing = NewsSite.Articles.Article.StandingOf(found.Conversation, found.ConversationStaysOpen, found.PublishedAt, now, policy);
        Title = context.Comment.IsPublished ? Words.Format("CommentBy", context.Comment.AuthorName) : Words["CommentGone"];
        Description = Words.Format("CommentUnder", Article.Headline);
        CanonicalPath = $"/comments/{id}";
        CurrentSection = Article.SectionSlug;
        Keep(CacheTags.Article(found.ArticleId));
        return Page();
    }

    /// <summary>Ancestors or the comment itself, to print one beneath the other.</summary>
    public ThreadView Alone(CommentRow row) => new([new PlacedComment(row, 1, 0, false)], this, new Dictionary<int, CutThread>(), Standing.IsOpen);

    /// <summary>The replies, to print.</summary>
    public ThreadView Replies => new(Context.Replies, this, new Dictionary<int, CutThread>(), Standing.IsOpen);
}
