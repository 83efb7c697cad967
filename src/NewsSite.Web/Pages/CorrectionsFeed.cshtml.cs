using Microsoft.AspNetCore.Mvc;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages;

/// <summary>Every correction of a published piece, for feed readers.</summary>
public sealed class CorrectionsFeedModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    /// <summary>Answers with the newest.</summary>
    public async Task<IActionResult> OnGetAsync(string format, CancellationToken cancel)
    {
        var notes = await CorrectionNote.NewestAsync(db, clock.GetUtcNow().UtcDateTime, cancel);
        Keep(CacheTags.Lists);
        var isAtom = format == "atom";
        return File(CorrectionsFeed.Write(notes, this, isAtom), $"{(isAtom ? CorrectionsFeed.AtomType : CorrectionsFeed.RssType)}; charset=utf-8");
    }
}
