using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>How whoever changes what readers have comes by a piece.</summary>
internal static class TakenAssignments
{
    extension(NewsDbContext db)
    {
        /// <summary>The piece with all that is printed of it; whoever else wants it waits until the caller's transaction ends. Null where there is none.</summary>
        public async Task<Assignment?> TakeAsync(int articleId, CancellationToken cancel)
        {
            await db.Assignments.Where(a => a.ArticleId == articleId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LatestRevision, a => a.LatestRevision), cancel);
            return await db.Assignments
                .Include(a => a.Article).ThenInclude(a => a.Credits).ThenInclude(c => c.Contributor)
                .Include(a => a.Article.Topics).Include(a => a.Article.Source).Include(a => a.Article.Picture).Include(a => a.Article.Series).Include(a => a.Article.Section)
                .AsSplitQuery()
                .SingleOrDefaultAsync(a => a.ArticleId == articleId, cancel);
        }
    }
}
