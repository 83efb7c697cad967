using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Seeds;

namespace NewsSite.Tests.Seeds;

public sealed class SeedLoaderTests : IAsyncLifetime
{
    private readonly SampleDirectory sample = new();
    private NewsDbContext db = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => db = await sample.DatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await sample.DisposeAsync();
    }

    [Fact]
    public async Task An_article_is_loaded_with_everything_its_file_says()
    {
        var report = await LoadAsync();
        var article = await TheArticle();

        Assert.Equal((1, 1, 5), (report.Articles, report.NewArticles, report.NewComments));
        Assert.Equal("Leave the slow tram alone", article.Headline);
        Assert.Equal("/2026/03/15/slow-tram", article.Address.ToString());
        Assert.Contains("<h2", article.BodyHtml.ToString(), StringComparison.Ordinal);
        Assert.Equal(["memory", "trams"], article.Topics.Select(t => t.Slug).Order());
        Assert.Equal(("lines", 1), (article.Series!.Slug, article.SeriesPart));
        Assert.Equal(
            [(CreditRole.Author, "olena-tkach", null), (CreditRole.Translator, "nora-whitcombe", "N. Whitcombe"), (CreditRole.Illustrator, "ilse-brandvold", null)],
            article.Credits.OrderBy(c => c.Position).Select(c => (c.Role, c.Contributor.Slug, c.CreditedAs)));
        Assert.Equal(("dnipro-courier", new DateOnly(2026, 3, 2)), (article.Source!.Publication.Slug, article.Source.PublishedOn));
        Assert.Equal("An earlier version gave the wrong year.", Assert.Single(article.Corrections).Text);
        Assert.Equal((960, 576), (article.Picture!.Width, article.Picture.Height));
        Assert.Equal("en", Assert.Single(await db.FrontPagePicks.ToListAsync(Cancel)).Language);
    }

    [Fact]
    public async Task Comments_are_stored_in_the_order_posted_over_all_threads()
    {
        await LoadAsync();
        var comments = await db.Comments.Include(c => c.Account).ThenInclude(a => a!.Contributor).OrderBy(c => c.Id).ToListAsync(Cancel);

        Assert.Equal(["Marta Lind", "Olena Tkach", "A rude guest", "A guest", "A shy guest"], comments.Select(c => c.AuthorName));
        Assert.Equal(comments.Select(c => c.PostedAt).Order(), comments.Select(c => c.PostedAt));
        Assert.Equal([null, null, comments[0].Id, comments[0].Id, null], comments.Select(c => c.ParentId));
        Assert.Equal((CommentStatus.Removed, "Off topic"), (comments[2].Status, comments[2].RemovalReason));
        Assert.Equal(CommentStatus.Withdrawn, comments[4].Status);
        Assert.Equal("olena-tkach", comments[1].Account!.Contributor!.Slug);
        Assert.Null(comments[3].Account);
        Assert.Equal((1, 3), (comments[0].ReplyCount, (await TheArticle()).CommentCount));
    }

    [Fact]
    public async Task An_account_is_older_than_what_its_reader_wrote()
    {
        await LoadAsync();

        Assert.All(await db.Accounts.ToListAsync(Cancel), a => Assert.Equal(new DateTime(2026, 2, 12, 23, 30, 0, DateTimeKind.Utc), a.CreatedAt));
    }

    [Fact]
    public async Task Loading_again_writes_nothing()
    {
        await LoadAsync();
        var written = 0;
        db.SavedChanges += (_, saved) => written += saved.EntitiesSavedCount;

        var report = await LoadAsync();

        Assert.Equal((0, 0, 0, 0), (report.NewArticles, report.NewComments, report.Changes, written));
    }

    [Fact]
    public async Task An_edited_file_updates_its_article_and_adds_its_new_comments()
    {
        await LoadAsync();
        sample.Edit("articles/slow-tram.en.md", "headline: Leave the slow tram alone", "headline: Let the tram be slow");
        sample.Edit("articles/slow-tram.en.md", "topics: [trams, memory]", "topics: [trams]");
        sample.Edit("articles/slow-tram.en.md", "  - { role: author, contributor: olena-tkach }\n", "");
        sample.Edit("articles/slow-tram.en.md", "So do people.", "So do readers.");
        sample.Edit("threads/slow-tram.en.yaml", "  - by: A shy guest", "  - { by: A new guest, after: 3d, text: Late. }\n  - by: A shy guest");

        var report = await LoadAsync();
        var article = await TheArticle();

        Assert.Equal((0, 1), (report.NewArticles, report.NewComments));
        Assert.NotEqual(0, report.Changes);
        Assert.Equal("Let the tram be slow", article.Headline);
        Assert.Equal("trams", Assert.Single(article.Topics).Slug);
        Assert.Equal(["nora-whitcombe", "ilse-brandvold"], article.Credits.OrderBy(c => c.Position).Select(c => c.Contributor.Slug));
        Assert.Contains("readers", article.BodyHtml.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, article.CommentCount);
    }

    [Fact]
    public async Task A_picture_taken_out_of_the_file_leaves_no_row_behind()
    {
        await LoadAsync();
        var text = sample.Read("articles/slow-tram.en.md");
        var (from, to) = (text.IndexOf("picture:", StringComparison.Ordinal), text.IndexOf("corrections:", StringComparison.Ordinal));
        sample.Write("articles/slow-tram.en.md", text[..from] + text[to..]);

        await LoadAsync();

        Assert.Null((await TheArticle()).Picture);
        Assert.Empty(await db.Pictures.ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_front_page_becomes_what_its_file_says()
    {
        Copy("fast-tram", "2026-03-20T08:00:00Z");
        await LoadAsync();
        sample.Write("front.yaml", "en: [fast-tram, slow-tram]");

        await LoadAsync();

        Assert.Equal(
            ["fast-tram", "slow-tram"],
            await db.FrontPagePicks.OrderBy(p => p.Slot).Select(p => p.Article.Slug).ToListAsync(Cancel));
    }

    [Fact]
    public async Task One_problem_in_one_file_keeps_everything_out()
    {
        Copy("fast-tram", "2026-03-20T08:00:00Z");
        sample.Edit("articles/slow-tram.en.md", "genre: op-ed", "genre: novel");

        var report = await LoadAsync();

        Assert.Single(report.Problems);
        Assert.False(await db.Articles.AnyAsync(Cancel) || await db.Sections.AnyAsync(Cancel) || await db.Accounts.AnyAsync(Cancel));
        Assert.False(Directory.Exists(sample.Media));
    }

    [Fact]
    public async Task A_damaged_picture_keeps_everything_out()
    {
        File.WriteAllText(sample.PathOf("pictures/tram.webp"), "Not a picture.");

        Assert.Equal([new SeedProblem("pictures/tram.webp", 1, "This is not a JPEG, PNG, WebP, AVIF or GIF picture.")], (await LoadAsync()).Problems);
        Assert.False(await db.Articles.AnyAsync(Cancel));
    }

    [Fact]
    public async Task An_article_cannot_move_to_another_work()
    {
        await LoadAsync();
        sample.Edit("articles/slow-tram.en.md", "work: slow-tram", "work: fast-tram");

        Assert.Equal("articles/slow-tram.en.md:1: The article is there as a version of \"slow-tram\"; it cannot become one of \"fast-tram\".", Assert.Single((await LoadAsync()).Problems).ToString());
    }

    [Fact]
    public async Task Two_articles_of_one_day_in_the_sites_zone_cannot_share_a_slug()
    {
        // 23:30 UTC is the next day two hours to the east.
        sample.Write("articles/slow-tram.uk.md", sample.Read("articles/slow-tram.en.md").Replace("03-14T23:30", "03-15T20:00", StringComparison.Ordinal));

        var problem = Assert.Single((await LoadAsync()).Problems);

        Assert.Equal("articles/slow-tram.uk.md:1: Another article has the address /2026/03/15/slow-tram; a slug is used once a day.", problem.ToString());
        Assert.False(await db.Articles.AnyAsync(Cancel));
    }

    private Task<SeedReport> LoadAsync() => sample.LoadAsync(db);

    private void Copy(string slug, string published) => sample.Write($"articles/{slug}.en.md", sample.Read("articles/slow-tram.en.md")
        .Replace("work: slow-tram", $"work: {slug}", StringComparison.Ordinal)
        .Replace("part: 1", "part: 2", StringComparison.Ordinal)
        .Replace("2026-03-14T23:30:00Z", published, StringComparison.Ordinal)
        .Replace("2026-03-16", "2026-03-21", StringComparison.Ordinal));

    private Task<Article> TheArticle() => db.Articles
        .AsNoTrackingWithIdentityResolution()
        .Include(a => a.Topics).Include(a => a.Series).Include(a => a.Credits).ThenInclude(c => c.Contributor)
        .Include(a => a.Source!.Publication).Include(a => a.Corrections).Include(a => a.Picture)
        .AsSplitQuery()
        .SingleAsync(Cancel);
}
