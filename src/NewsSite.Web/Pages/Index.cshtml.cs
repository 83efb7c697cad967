using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages;

/// <summary>The front page of a language: a lead, a row of seconds, columns by section, what is most discussed. No piece stands in it twice.</summary>
public sealed class IndexModel(NewsDbContext db, TimeProvider clock) : SitePage
{
    private const int PiecesRead = 60;
    private const int PiecesInColumn = 3;
    private const int Discussed = 5;
    private const int InOtherLanguages = 4;

    /// <summary>A section's column.</summary>
    public sealed record Column(string Slug, LocalizedText Name, IReadOnlyList<ArticleCard> Pieces);

    /// <summary>The piece at the top; null while nothing is published.</summary>
    public ArticleCard? Lead { get; private set; }

    /// <summary>The row beneath it.</summary>
    public IReadOnlyList<ArticleCard> Seconds { get; private set; } = [];

    /// <summary>The columns.</summary>
    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <summary>The pieces readers talk about most.</summary>
    public IReadOnlyList<ArticleCard> MostDiscussed { get; private set; } = [];

    /// <summary>The newest pieces in other languages.</summary>
    public IReadOnlyList<ArticleCard> Elsewhere { get; private set; } = [];

    /// <summary>Shows the front page of the publication's own language, or of the one asked for.</summary>
    public async Task<IActionResult> OnGetAsync(string? frontLanguage, CancellationToken cancel)
    {
        if (frontLanguage is not null)
        {
            if (!Site.LanguageTags.Contains(frontLanguage))
            {
                return NotFound();
            }

            if (frontLanguage == Site.DefaultLanguage)
            {
                return RedirectPermanent("/");
            }

            Speak(frontLanguage);
        }

        await LoadAsync(clock.GetUtcNow().UtcDateTime, cancel);
        Description = Words.Format("AboutLead", Site.Name);
        CanonicalPath = FrontPage(Language);
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, FrontPage(l))), new("x-default", "/")];
        Keep(CacheTags.Lists);
        return Page();
    }

    private async Task LoadAsync(DateTime now, CancellationToken cancel)
    {
        var published = db.Articles.Published(now);
        var latest = await published.Where(a => a.Language == Language).LatestFirst.Take(PiecesRead).Select(ArticleCard.From).ToListAsync(cancel);
        var picked = await db.FrontPagePicks.Where(p => p.Language == Language).OrderBy(p => p.Slot).Select(p => p.ArticleId).ToListAsync(cancel);
        Elsewhere = await published.Where(a => a.Language != Language).LatestFirst.Take(InOtherLanguages).Select(ArticleCard.From).ToListAsync(cancel);

        // A pick may be older than what was read, or withdrawn; a slot it leaves goes to the newest piece.
        var onTop = picked.Select(id => latest.FirstOrDefault(c => c.Id == id)).OfType<ArticleCard>()
            .Concat(latest.Where(c => !picked.Contains(c.Id)))
            .Take(1 + FrontPagePick.Seconds)
            .ToList();
        Lead = onTop.FirstOrDefault();
        Seconds = [.. onTop.Skip(1)];
        MostDiscussed = [.. latest.Where(c => c.CommentCount > 0).OrderByDescending(c => c.CommentCount).ThenByDescending(c => c.Id).Take(Discussed)];
        var rest = latest.Except(onTop).ToList();
        Columns = [.. Sections
            .Select(s => new Column(s.Slug, s.Name, [.. rest.Where(c => c.SectionSlug == s.Slug).Take(PiecesInColumn)]))
            .Where(c => c.Pieces.Count > 0)];
    }
}
