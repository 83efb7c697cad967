using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Web.Desk;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>A revision as readers would see it. May stand in a frame of the editor's page.</summary>
public sealed class PreviewModel(NewsDbContext db, Drafting drafting, DraftPages pages) : DeskPage
{
    /// <summary>The revision, printed.</summary>
    public ArticlePrint Print { get; private set; } = null!;

    /// <summary>What the bar says, in the language of whoever looks.</summary>
    public string Bar { get; private set; } = "";

    /// <summary>The language of the bar.</summary>
    public string BarLanguage { get; private set; } = "";

    /// <summary>Shows that revision, or the latest.</summary>
    public async Task<IActionResult> OnGetAsync(int id, int? revision, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "private, no-store";
        var piece = await db.Assignments.AsNoTracking().Where(a => a.ArticleId == id).Select(a => new { a.LatestRevision, a.Article.Language }).SingleOrDefaultAsync(cancel);
        if (!ModelState.IsValid || piece is null || !Actor.MaySee(piece.Language)
            || await drafting.RevisionAsync(id, revision ?? piece.LatestRevision, cancel) is not { } found)
        {
            return NotFound();
        }

        (Bar, BarLanguage) = (Words.Format("PreviewBar", Words.Number(found.Number)), Language);
        Speak(piece.Language);
        if (await pages.OfAsync(id, found.Content, this, cancel) is not { } print)
        {
            return NotFound();
        }

        Print = print;
        Title = print.Card.Headline;
        CurrentSection = print.Card.SectionSlug;
        HttpContext.AllowOurFrames();
        return Page();
    }
}
