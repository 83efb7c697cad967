using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages;

/// <summary>Everything there is, or everything in a language, for feed readers. Not what the front page shows: that is chosen and stands for hours, this is complete.</summary>
public sealed class FeedModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <inheritdoc/>
    public override bool CanBeLimited => true;

    /// <summary>Answers with the newest.</summary>
    public async Task<IActionResult> OnGetAsync(string? frontLanguage, string format, CancellationToken cancel)
    {
        var articles = db.Articles.Published(clock.GetUtcNow().UtcDateTime);
        if (frontLanguage is null)
        {
            return await this.FeedAsync(FeedLink.Site, FeedFormats.Parse(format)!.Value, Read(articles), cancel);
        }

        if (!Site.LanguageTags.Contains(frontLanguage))
        {
            return NotFound();
        }

        Speak(frontLanguage);
        return await this.FeedAsync(FeedLink.Language(frontLanguage, FrontPage(frontLanguage)), FeedFormats.Parse(format)!.Value, articles.Where(a => a.Language == frontLanguage), cancel);
    }
}
