using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Citing;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Sharing;

/// <summary>A piece's citation, and what it was made from.</summary>
/// <param name="Citation">The citation.</param>
/// <param name="Tags">The tags a page that shows it is kept by.</param>
internal sealed record CitedPiece(Citation Citation, string[] Tags)
{
    /// <summary>Reads what cards do not say and makes it. Two statements at most.</summary>
    public static async Task<CitedPiece> OfAsync(NewsDbContext db, ArticleCard card, SitePage page, DateTime now, CancellationToken cancel)
    {
        var rest = await db.Articles.Where(a => a.Id == card.Id)
            .Select(a => new { a.BasisId, Source = a.Source == null ? null : new CitedSource(a.Source.Title, a.Source.Url, a.Source.ArchivedUrl) }).SingleAsync(cancel);
        var basis = rest is { Source: null, BasisId: { } id } ? await db.Articles.Published(now).Where(a => a.Id == id).Cards.SingleOrDefaultAsync(cancel) : null;
        return new CitedPiece(
            Citation.Of(card, rest.Source, basis, page.Site.Name, page.BaseUrl),
            rest.BasisId is { } from ? [CacheTags.Article(card.Id), CacheTags.Article(from)] : [CacheTags.Article(card.Id)]);
    }
}
