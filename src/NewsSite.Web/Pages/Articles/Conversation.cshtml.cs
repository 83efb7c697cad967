using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Articles;

/// <summary>A further page of the conversation under an article, or its first page in another order.</summary>
public sealed class ConversationModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : SitePage
{
    /// <summary>The conversation and its article.</summary>
    public ConversationView Conversation { get; private set; } = null!;

    /// <summary>Shows the page after the cursor, in the order asked for.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, string? sort, string? after, CancellationToken cancel)
    {
        var order = sort is null ? ConversationOrder.Oldest : ConversationView.Order(sort);
        if (ArticleAddress.Parse(year, month, day, slug) is not { } address || order is null)
        {
            return NotFound();
        }

        ConversationCursor? cursor = null;
        if (after is not null && (cursor = ConversationCursor.Parse(after, order.Value)) is null)
        {
            return BadRequest();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.Articles.At(address).Published(now)
            .WithConversation(policy)
            .Select(a => new { a.Id, a.Conversation, a.ConversationStaysOpen, a.PublishedAt })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }

        var card = await db.Articles.Where(a => a.Id == found.Id).Cards.SingleAsync(cancel);
        Speak(card.Language);
        var conversation = await NewsSite.Comments.Conversation.LoadAsync(db, found.Id, order.Value, cursor, cancel);
        if (cursor is not null && conversation.Comments.Count == 0)
        {
            return NotFound();
        }

        Conversation = new ConversationView(conversation, card, Article.StandingOf(found.Conversation, found.ConversationStaysOpen, found.PublishedAt, now, policy), this);
        Title = Words.Format("ConversationOf", card.Headline);
        NoIndex = order != ConversationOrder.Oldest;
        CanonicalPath = $"{Conversation.Path}{Request.QueryString}";
        CurrentSection = card.SectionSlug;
        Feeds = [FeedLink.Conversation(card.Id, Title, card.Address.ToString())];
        Keep(CacheTags.Article(found.Id));
        return Page();
    }
}
