using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Articles;

/// <summary>What a piece says otherwise than when it appeared: each change of substance, paragraph by paragraph.</summary>
public sealed class ChangesModel(NewsDbContext db, PublishedRevisions revisions, TimeProvider clock) : SitePage
{
    /// <summary>A public note that came with a change.</summary>
    public sealed record ChangeNote(CorrectionKind Kind, string Text, int? Revision);

    /// <summary>The piece.</summary>
    public new ArticleCard Card { get; private set; } = null!;

    /// <summary>The changes, newest first.</summary>
    public IReadOnlyList<PublishedRevision> Changes { get; private set; } = [];

    /// <summary>What the newsroom said about them.</summary>
    public IReadOnlyList<ChangeNote> Notes { get; private set; } = [];

    /// <summary>Shows them; a piece that never changed has no such page.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (ArticleAddress.Parse(year, month, day, slug) is not { } address
            || await db.Articles.At(address).Published(now).Cards.SingleOrDefaultAsync(cancel) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        Speak(card.Language);
        Changes = await revisions.SubstantiveAsync(card.Id, now, cancel);
        if (Changes.Count == 0)
        {
            return NotFound();
        }

        Notes = await db.Articles.Where(a => a.Id == card.Id).SelectMany(a => a.Corrections).Where(c => c.Revision != null).OrderBy(c => c.Id).Select(c => new ChangeNote(c.Kind, c.Text, c.Revision)).ToListAsync(cancel);
        Title = Words.Format("ChangesOf", card.Headline);
        CanonicalPath = $"{card.Address}/changes";
        CurrentSection = card.SectionSlug;
        Keep(CacheTags.Article(card.Id));
        return Page();
    }
}
