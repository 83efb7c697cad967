using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Web.Tests;

/// <summary>
/// How SQLite goes about a list. A join on the right of a left join it reads whole before it looks at the pieces asked for: everybody's credits, for each list. That is not noticed
/// among the thirty pieces of the sample publication and takes seconds among 100,000, so the plan itself is looked at.
/// </summary>
public sealed class ListPlanTests(SqliteNewsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_looks_up_the_credits_of_what_it_shows()
    {
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        List<int> keys = [1, 2, 3];
        foreach (var list in (Func<NewsDbContext, IQueryable>[])
                 [
                     db => db.Articles.Published(now).LatestFirst.Take(20).Cards,
                     db => db.Articles.Published(now).Where(a => a.Section.Slug == "waters").LatestFirst.Skip(20).Take(21).Cards,
                     db => db.Articles.Where(a => keys.Contains(a.Id)).Cards,
                     db => db.Articles.At(new ArticleAddress(new DateOnly(2026, 11, 6), "who-owns-noon")).Published(now).Cards,
                 ])
        {
            var plan = await newsroom.InDatabase(db => PlanAsync(db, list(db)));

            Assert.Contains(plan, step => step.Contains("IX_Credits_ArticleId", StringComparison.Ordinal));
            // Statements call credits and contributors c, c0, c1, and so on.
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN c", StringComparison.Ordinal));
        }
    }

    private async Task<List<string>> PlanAsync(NewsDbContext db, IQueryable list)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using DbCommand command = list.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}
