using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages;

/// <summary>Every correction of a published piece, newest first.</summary>
public sealed class CorrectionsModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    private const int Shown = 200;

    /// <summary>A note and the piece it is about.</summary>
    public sealed record Note(CorrectionKind Kind, DateTime NotedAt, string Text, string Headline, string ArticleLanguage, DateOnly Day, string Slug);

    /// <summary>The notes.</summary>
    public IReadOnlyList<Note> Notes { get; private set; } = [];

    /// <summary>Shows the newest.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Notes = await db.Articles.Published(clock.GetUtcNow().UtcDateTime).SelectMany(a => a.Corrections)
            .OrderByDescending(c => c.NotedAt).ThenByDescending(c => c.Id).Take(Shown)
            .Select(c => new Note(c.Kind, c.NotedAt, c.Text, c.Article.Headline, c.Article.Language, c.Article.PublicationDay!.Value, c.Article.Slug))
            .ToListAsync(cancel);
        Title = Words["Corrections"];
        Description = Words["CorrectionsIntro"];
        CanonicalPath = Link("/corrections");
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, "/corrections")))];
        Keep(CacheTags.Lists);
        return Page();
    }
}
