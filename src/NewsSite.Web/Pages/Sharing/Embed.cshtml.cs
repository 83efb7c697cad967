using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Security;
using NewsSite.Web.Settings;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.Pages.Sharing;

/// <summary>A conversation to be read in another site's page, which puts it there with <c>/embed.js</c>. Replies are written here: every link leads out of the frame.</summary>
public sealed class EmbedModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : PiecePage(db, clock)
{
    /// <summary>The conversation.</summary>
    public ConversationView Conversation { get; private set; } = null!;

    /// <summary>Shows its first page to the sites that may show it.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        var embedding = HttpContext.RequestServices.GetRequiredService<EmbeddingSettings>();
        if (!embedding.IsOn)
        {
            return NotFound();
        }

        if (await FindAsync(year, month, day, slug, "/comments/embed", cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        var said = await Db.Articles.Where(a => a.Id == Card.Id).Select(a => new { a.Conversation, a.ConversationStaysOpen }).SingleAsync(cancel);
        var standing = Article.StandingOf(said.Conversation, said.ConversationStaysOpen, Card.PublishedAt, Now, policy);
        if (standing.Mode == ConversationMode.Hidden)
        {
            return NotFound();
        }

        Conversation = new ConversationView(await NewsSite.Comments.Conversation.LoadAsync(Db, Card.Id, ConversationOrder.Oldest, cancel: cancel), Card, standing, this);
        Title = Words.Format("ConversationOf", Card.Headline);
        HttpContext.Features.Set(new CachedPage([CacheTags.Article(Card.Id)])
        {
            Headers = new Dictionary<string, string?>
            {
                ["Content-Security-Policy"] = SecurityHeaders.FramedBy(string.Join(' ', embedding.HostList)),
                // It knows nobody but everybody and oneself; browsers that know the policy go by that.
                ["X-Frame-Options"] = null,
                ["X-Robots-Tag"] = "noindex",
            },
        });
        return Page();
    }
}
