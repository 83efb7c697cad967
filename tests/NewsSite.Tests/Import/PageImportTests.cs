using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Import;
using NewsSite.Text;

namespace NewsSite.Tests.Import;

/// <summary>Imports into a real SQLite file.</summary>
public sealed class PageImportTests : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);
    private static readonly ImportOptions Options = new("en", new DateTime(2014, 12, 20, 9, 0, 0, DateTimeKind.Utc), "https://kystposten.example/fyr", "no", TimeZoneInfo.Utc);

    private static readonly int[] Levels = [1, 2, 3, 4, 5, 5, 5, 5];

    private readonly string file = Path.Combine(Path.GetTempPath(), $"newssite-import-{Guid.NewGuid():N}.db");
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync(cancel);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var part in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
        {
            File.Delete(part);
        }

        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_article_comes_in_with_credits_source_and_conversation()
    {
        var report = await Import(PageOf(comments: FlattenedThread()));

        await using var db = Open();
        var article = await db.Articles.Include(a => a.Credits).ThenInclude(c => c.Contributor).Include(a => a.Source!.Publication).Include(a => a.Section).SingleAsync(cancel);
        Assert.Equal("/2014/12/20/the-lighthouse-that-moved-inland", report.Address);
        Assert.Equal(("Coasts", "OpEd", 8), (article.Section.Name.For("en"), article.Genre.ToString(), article.CommentCount));
        Assert.Equal([(CreditRole.Author, "Ada Nilsen"), (CreditRole.Translator, "Dora Lunde")], article.Credits.OrderBy(c => c.Position).Select(c => (c.Role, c.Contributor.Name)));
        Assert.Equal(("Kystposten", "https://kystposten.example/fyr", "no"), (article.Source!.Publication.Name, article.Source.Url, article.Source.Language));
        Assert.Contains("category \"Op-ed\" as the genre", report.Took);
    }

    [Fact]
    public async Task Parents_at_the_level_where_a_page_stops_indenting_are_approximate_and_no_others()
    {
        await Import(PageOf(comments: FlattenedThread()));

        await using var db = Open();
        var comments = await db.Comments.OrderBy(c => c.Id).ToListAsync(cancel);
        Assert.Equal([1, 2, 3, 4, 5, 5, 5, 5], comments.Select(c => c.Depth));
        Assert.All(comments, c => Assert.Equal(c.Depth == 5, c.ParentIsApproximate));
        var page = await Conversation.LoadAsync(db, comments[0].ArticleId, ConversationOrder.Oldest, cancel: cancel);
        Assert.DoesNotContain(page.Comments, c => c.SaysWhomItAnswers);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await Import(PageOf(comments: FlattenedThread()));

        var again = await Import(PageOf(comments: FlattenedThread()));

        await using var db = Open();
        Assert.True(again.WasHere);
        Assert.Equal((1, 8, 2), (await db.Articles.CountAsync(cancel), await db.Comments.CountAsync(cancel), await db.Contributors.CountAsync(cancel)));
    }

    [Fact]
    public async Task People_and_outlets_that_are_known_by_any_name_are_used_again()
    {
        await using (var db = Open())
        {
            db.Contributors.Add(new Contributor("a-nilsen", "Ада Нільсен") { Names = LocalizedText.Of("en", "Ada  Nilsen") });
            await db.SaveChangesAsync(cancel);
        }

        var report = await Import(PageOf(comments: ""));

        await using var after = Open();
        Assert.Contains("Ада Нільсен, who was known here", report.Took);
        Assert.Equal(2, await after.Contributors.CountAsync(cancel));
    }

    [Fact]
    public async Task Half_an_import_never_stays()
    {
        // The last comment is refused only when it is rendered, after everything before it was written.
        var deep = string.Concat(Enumerable.Repeat("1. Zoe says:\n\n  One.\n\n", 3)) + $"1. Yan says:\n\n  {new string('x', Comment.MaxLength + 1)}\n";

        await using var db = Open();
        var (report, refusal) = await new PageImport(db).RunAsync(Encoding.UTF8.GetBytes(PageOf(deep)), Options, Now, cancel);

        Assert.Null(report);
        Assert.Contains("at most 10,000 are stored", refusal!.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0), (await db.Articles.CountAsync(cancel), await db.Comments.CountAsync(cancel), await db.Contributors.CountAsync(cancel), await db.Sections.CountAsync(cancel)));
    }

    [Fact]
    public async Task An_import_that_fails_in_the_middle_leaves_nothing()
    {
        await using (var db = Open())
        {
            // The database itself refuses the fourth comment, as a full disk would.
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER refuse BEFORE INSERT ON Comments WHEN (SELECT COUNT(*) FROM Comments) >= 3 BEGIN SELECT RAISE(ABORT, 'no room'); END", cancel);
        }

        await using var during = Open();
        await Assert.ThrowsAsync<DbUpdateException>(() => new PageImport(during).RunAsync(Encoding.UTF8.GetBytes(PageOf(FlattenedThread())), Options, Now, cancel));

        await using var after = Open();
        Assert.Equal((0, 0, 0), (await after.Articles.CountAsync(cancel), await after.Comments.CountAsync(cancel), await after.Contributors.CountAsync(cancel)));
    }

    private async Task<ImportReport> Import(string page)
    {
        await using var db = Open();
        var (report, refusal) = await new PageImport(db).RunAsync(Encoding.UTF8.GetBytes(page), Options, Now, cancel);
        Assert.Null(refusal);
        return report!;
    }

    private static string PageOf(string comments) =>
        $"The lighthouse that moved inland\n\nCoasts, Op-ed\n\nArticle by: Ada Nilsen\n\nThe lamp was carried up the valley.\n\nTranslated by: Dora Lunde\n\nSource: Kystposten\n\n{comments}";

    /// <summary>One comment at each of four levels, and a run of four at the fifth.</summary>
    private static string FlattenedThread() => string.Join("\n\n", Levels.Select((level, i) =>
    {
        var indent = new string(' ', level * 2);
        return $"{indent}{i + 1}. Avatar Reader {i % 3} says:\n\n{indent}  Words {i}.";
    }));

    private SqliteNewsDbContext Open() => new((DbContextOptions<SqliteNewsDbContext>)new DbContextOptionsBuilder<SqliteNewsDbContext>().UseNewsSqlite($"Data Source={file}").Options);
}
