using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Who outside is shown which revision of a piece, and what they answered.</summary>
public sealed class PreviewLinksModel(NewsDbContext db, PreviewLinks links, TimeProvider clock) : DeskPage
{
    private const int UsualDays = 14;

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; }

    /// <summary>What it is called.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>The links, newest first.</summary>
    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>The last revision approved outside, and how many came since.</summary>
    public (int Revision, int Since)? Approved { get; private set; }

    /// <summary>The address just made: shown this once.</summary>
    public string? Made { get; private set; }

    /// <summary>Why none was made.</summary>
    public PreviewRefusal? Why { get; private set; }

    /// <summary>What was typed.</summary>
    public string? ForWhom { get; private set; }

    /// <summary>For how many days.</summary>
    public string Days { get; private set; } = $"{UsualDays}";

    /// <summary>The revision to show.</summary>
    public string Revision { get; private set; } = "";

    /// <summary>Now; UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Makes a link and shows its address.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] string? forWhom, [FromForm] string? days, [FromForm] string? revision, CancellationToken cancel)
    {
        var (key, why) = await links.MakeAsync(Actor, id, Number(revision), forWhom, Number(days), cancel);
        if (why == PreviewRefusal.NotThere || !await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (why is not null)
        {
            (Why, ForWhom, Days, Revision) = (why, forWhom, days ?? "", revision ?? "");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        // The author of an original reads the boxes in the original's language, where the site has its words.
        var original = await db.ArticleRevisions.AsNoTracking().Where(r => r.ArticleId == id && r.Number == Number(revision)).SingleAsync(cancel);
        var language = original.Content.Source?.Language;
        Made = $"{BaseUrl}/preview/{key}{(language is not null && Site.LanguageTags.Contains(language) ? $"?language={language}" : "")}";
        return Page();
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        var piece = await db.Assignments.AsNoTracking().Where(a => a.ArticleId == id).Select(a => new { a.Article.Language, a.Article.Headline, a.LatestRevision }).SingleOrDefaultAsync(cancel);
        if (piece is null || !Actor.MaySee(piece.Language))
        {
            return false;
        }

        (ArticleId, Headline, Revision) = (id, piece.Headline, $"{piece.LatestRevision}");
        Links = await links.ListAsync(id, cancel);
        Approved = await links.ApprovedAsync(id, cancel);
        Title = Words["PreviewLinksTitle"];
        return true;
    }

    private static int Number(string? typed) => int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
