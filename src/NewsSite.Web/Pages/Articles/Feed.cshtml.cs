using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages.Articles;

/// <summary>The conversation under an article, for feed readers: the newest comments, each with what it answers.</summary>
public sealed class FeedModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : SitePage
{
    /// <summary>Answers with the newest, or leads to where the article is now.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, string format, CancellationToken cancel)
    {
        if (ArticleAddress.Parse(year, month, day, slug) is not { } address)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Articles.At(address).Published(now).WithConversation(policy).Cards.SingleOrDefaultAsync(cancel) is not { } card)
        {
            return await NewsSite.Articles.Redirect.FollowAsync(db, address, now, cancel) is { } target ? RedirectPermanent($"{target}/feed.{format}") : NotFound();
        }

        Speak(card.Language);
        Description = card.Standfirst;
        return await this.FeedAsync(FeedLink.Conversation(card.Id, Words.Format("ConversationOf", card.Headline), address.ToString()), FeedFormats.Parse(format)!.Value, card, cancel);
    }
}
