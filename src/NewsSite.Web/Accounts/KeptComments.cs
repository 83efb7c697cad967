using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Accounts;

/// <summary>Which kept pages show what an account said.</summary>
internal static class KeptComments
{
    /// <summary>Drops the pages of the articles it said something under.</summary>
    public static async Task DropArticlesOfAsync(this KeptPages kept, NewsDbContext db, int accountId, CancellationToken cancel)
    {
        foreach (var article in await db.Comments.Where(c => c.AccountId == accountId).Select(c => c.ArticleId).Distinct().ToListAsync(cancel))
        {
            kept.DropArticle(article);
        }
    }
}
