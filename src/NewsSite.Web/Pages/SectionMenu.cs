using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Pages;

/// <summary>A section as the navigation names it.</summary>
public sealed record SectionMenuItem(string Slug, LocalizedText Name);

/// <summary>The sections for the navigation of every page: read at the start and by a loop, never during a request.</summary>
public sealed class SectionMenu
{
    private volatile IReadOnlyList<SectionMenuItem> items = [];

    /// <summary>The sections in order.</summary>
    public IReadOnlyList<SectionMenuItem> Items => items;

    /// <summary>Reads them anew. A section without a published piece is not shown, nor is one the desk has hidden.</summary>
    public async Task RefreshAsync(NewsDbContext db, CancellationToken cancel) =>
        items = await db.Sections
            .Where(s => !s.IsHidden && db.Articles.Any(a => a.SectionId == s.Id && a.Status == ArticleStatus.Published))
            .OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new SectionMenuItem(s.Slug, s.Name))
            .ToListAsync(cancel);
}
