using Microsoft.AspNetCore.Mvc;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages;

/// <summary>Every correction of a published piece, newest first.</summary>
public sealed class CorrectionsModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <summary>The notes.</summary>
    public IReadOnlyList<CorrectionNote> Notes { get; private set; } = [];

    /// <summary>Shows the newest, or tells feed readers of them.</summary>
    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken cancel)
    {
        Notes = await CorrectionNote.NewestAsync(db, clock.GetUtcNow().UtcDateTime, cancel);
        Title = Words["Corrections"];
        Description = Words["CorrectionsIntro"];
        Feeds = [new FeedLink("corrections", Title, "/corrections")];
        if (FeedFormats.Parse(format) is { } asked)
        {
            return this.Feed(Feeds[0], asked, Notes);
        }

        CanonicalPath = Link("/corrections");
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, "/corrections")))];
        Keep(CacheTags.Lists);
        return Page();
    }
}
