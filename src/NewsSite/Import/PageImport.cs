using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Import;

/// <summary>Brings an archived page in whole: its article, its credits and its conversation, or nothing of it.</summary>
public sealed class PageImport(NewsDbContext db)
{
    /// <summary>
    /// The displayed depth at which many systems stop indenting (WordPress's default). From there on a displayed parent may not be the comment
    /// really answered, and the dump cannot tell.
    /// </summary>
    public const int UsualDisplayCap = 5;

    /// <summary>A page whose deepest level is above <see cref="UsualDisplayCap"/> shows by a run of so many siblings there that it was flattened.</summary>
    public const int FlattenedRun = 3;

    /// <summary>A page is believed to be flattened only from this level on; lists of replies to a top comment are ordinary.</summary>
    private const int ShallowestCap = 3;

    /// <summary>Imports a page.</summary>
    /// <param name="content">The file.</param>
    /// <param name="options">What is known beside it.</param>
    /// <param name="now">The time of import; UTC.</param>
    /// <param name="cancel">Ends the import; nothing of it stays.</param>
    /// <returns>The report, or why the page was not taken.</returns>
    public async Task<(ImportReport? Report, PageRefusal? Refusal)> RunAsync(byte[] content, ImportOptions options, DateTime now, CancellationToken cancel = default)
    {
        var (page, refusal) = PageDump.Read(content);
        if (page is null)
        {
            return (null, refusal);
        }

        var key = KeyOf(page);
        if (await db.Articles.Where(a => a.ImportKey == key).Select(a => new { a.PublicationDay, a.Slug }).SingleOrDefaultAsync(cancel) is { } here)
        {
            return (new ImportReport { WasHere = true, Address = new ArticleAddress(here.PublicationDay!.Value, here.Slug).ToString() }, null);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            var report = new ImportReport();
            if (await StoreAsync(page, key, options, now, report, cancel) is { } notStored)
            {
                return (null, notStored);
            }

            await transaction.CommitAsync(cancel);
            return (report, null);
        }
        finally
        {
            // Whether it was stored or rolled back, the context must not go on believing in half of it.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<PageRefusal?> StoreAsync(ArchivedPage page, string key, ImportOptions options, DateTime now, ImportReport report, CancellationToken cancel)
    {
        var shelf = new NameShelf(db, report);
        report.Take($"headline: {page.Headline}");
        var publishedAt = PublishedAt(page, options, now, report);
        var article = await ArticleAsync(page, key, options, publishedAt, shelf, report, cancel);
        if (article.Write(string.Join("\n\n", page.Paragraphs)) is { } refused)
        {
            return new PageRefusal([$"The text of the page was not taken: it is {(refused == MarkupRefusal.TooLong ? $"longer than {ArticleMarkup.MaxLength:N0} characters" : "nested too deeply or empty")}."]);
        }

        report.Take($"{page.Paragraphs.Count} paragraphs, {article.WordCount} words");
        foreach (var credit in page.Credits)
        {
            article.AddCredit(credit.Role, await shelf.ContributorAsync(credit.Name, cancel));
            report.Take($"  as {credit.Role.ToString().ToLowerInvariant()}");
        }

        await SourceAsync(page, options, article, shelf, report, cancel);
        article.Publish(publishedAt, options.SiteZone);
        report.Address = article.Address.ToString()!;
        await db.SaveChangesAsync(cancel);
        if (await CommentsAsync(page, article, report, cancel) is { } comment)
        {
            return comment;
        }

        page.Left.ToList().ForEach(report.Leave);
        return null;
    }

    private static DateTime PublishedAt(ArchivedPage page, ImportOptions options, DateTime now, ImportReport report)
    {
        if (options.PublishedAt is { } given)
        {
            return given;
        }

        if (page.PrintedDate is { } printed)
        {
            report.Guess($"published on {printed:yyyy-MM-dd}, the date printed on the page, at noon");
            return TimeZoneInfo.ConvertTimeToUtc(printed.ToDateTime(new TimeOnly(12, 0)), options.SiteZone);
        }

        report.Guess($"published now: neither --published nor the page says when");
        return now;
    }

    private async Task<Article> ArticleAsync(
        ArchivedPage page, string key, ImportOptions options, DateTime publishedAt, NameShelf shelf, ImportReport report, CancellationToken cancel)
    {
        var genreName = page.Categories.FirstOrDefault(c => Categories.GenreOf(c) is not null);
        var others = page.Categories.Where(c => c != genreName).ToList();
        var genre = genreName is null ? Genre.OpEd : Categories.GenreOf(genreName)!.Value;
        var section = await shelf.SectionAsync(others.FirstOrDefault() ?? Categories.DefaultSection, options.Language, cancel);
        if (genreName is null)
        {
            report.Guess($"genre op-ed: no category names one");
        }
        else
        {
            report.Take($"category \"{genreName}\" as the genre");
        }

        if (others.Count == 0)
        {
            report.Guess($"section {Categories.DefaultSection}: no category names one");
        }
        else
        {
            report.Take($"category \"{others[0]}\" as the section");
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(publishedAt, options.SiteZone));
        var slug = Slug.From(page.Headline) is { Length: > 0 } made ? made : $"article-{key[^8..]}";
        var taken = await db.Articles.Where(a => a.PublicationDay == day).Select(a => a.Slug).ToListAsync(cancel);
        var free = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? slug : $"{slug[..Math.Min(slug.Length, Slug.MaxLength - 8)]}-{n}").First(s => !taken.Contains(s));
        var article = db.Articles.Add(new Article(new Work($"{free[..Math.Min(free.Length, Slug.MaxLength - 9)].TrimEnd('-')}-{key[^8..]}"), options.Language, free, page.Headline, section, genre)).Entity;
        article.ImportKey = key;
        foreach (var other in others.Skip(1))
        {
            article.Topics.Add(await shelf.TopicAsync(other, options.Language, cancel));
            report.Take($"category \"{other}\" as a topic");
        }

        return article;
    }

    private static async Task SourceAsync(ArchivedPage page, ImportOptions options, Article article, NameShelf shelf, ImportReport report, CancellationToken cancel)
    {
        if (page.Source is null)
        {
            if (options.SourceUrl is not null || options.OriginalLanguage is not null)
            {
                report.Guess($"the page names no source, so the given address and language of the original were not used");
            }

            return;
        }

        var url = options.SourceUrl ?? page.Source.Url;
        article.Source = new Source(await shelf.PublicationAsync(page.Source.Name, cancel))
        {
            Url = url is not null && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null,
            Language = options.OriginalLanguage ?? LanguageNames.TagOf(page.TranslatedFrom),
            PublishedOn = page.Source.PublishedOn,
        };
        if (article.Source.Language is null && page.Credits.Any(c => c.Role == CreditRole.Translator))
        {
            report.Guess($"the original's language is not known; --original-language says it");
        }
    }

    private async Task<PageRefusal?> CommentsAsync(ArchivedPage page, Article article, ImportReport report, CancellationToken cancel)
    {
        var commenting = new Commenting(db);
        var flattened = FlattenedLevel(page.Comments);
        var stored = new List<Comment>(page.Comments.Count);
        // Adding one by one keeps the order of keys; looking for changes in all that went before would make a long page quadratic.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var archived in page.Comments)
            {
                var comment = Comment.Under(article, archived.Parent is { } parent ? stored[parent] : null, archived.Name, archived.PostedAt);
                if (comment.Write(archived.Text.Length == 0 ? "…" : archived.Text) is { } refused)
                {
                    return new PageRefusal([$"The comment at line {archived.Line} cannot be stored: its text is {(refused == MarkupRefusal.TooLong ? "too long" : "nested too deeply or empty")}."]);
                }

                if (archived.Text.Length == 0)
                {
                    report.Guess($"the comment by {archived.Name} at line {archived.Line} has no text; it stands as \"…\"");
                }

                if (archived.Level == flattened)
                {
                    comment.MarkParentApproximate();
                }

                await commenting.AppendAsync(comment, cancel);
                stored.Add(comment);
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        await commenting.RecountAsync(article.Id, cancel);
        Describe(page.Comments, flattened, report);
        return null;
    }

    private static void Describe(IReadOnlyList<ArchivedComment> comments, int? flattened, ImportReport report)
    {
        report.Take($"{comments.Count} comments by {comments.Select(c => c.Name).Distinct().Count()} people");
        foreach (var level in comments.CountBy(c => c.Level).OrderBy(l => l.Key))
        {
            report.Take($"  {level.Value} at level {level.Key}");
        }

        if (flattened is not null)
        {
            report.Guess($"the parents of the {comments.Count(c => c.Level == flattened)} comments at level {flattened}: the page stops indenting there, so they are marked approximate");
        }

        if (comments.Count > 0 && comments.Any(c => c.PostedAt is null))
        {
            report.Guess($"no time for {comments.Count(c => c.PostedAt is null)} comments: the page prints none");
        }
        else if (comments.Count > 0)
        {
            report.Guess($"the printed times of the comments are in UTC");
        }
    }

    /// <summary>The level whose displayed parents are not to be trusted; null where every parent is.</summary>
    private static int? FlattenedLevel(IReadOnlyList<ArchivedComment> comments)
    {
        var deepest = comments.Select(c => c.Level).DefaultIfEmpty(0).Max();
        var longestRun = comments.Where(c => c.Level == deepest).CountBy(c => c.Parent ?? -1).Select(r => r.Value).DefaultIfEmpty(0).Max();
        return deepest >= UsualDisplayCap || (deepest >= ShallowestCap && longestRun >= FlattenedRun) ? deepest : null;
    }

    private static string KeyOf(ArchivedPage page)
    {
        var author = page.Credits.FirstOrDefault(c => c.Role == CreditRole.Author)?.Name ?? page.Credits.Select(c => c.Name).FirstOrDefault() ?? page.Source?.Name;
        var said = $"{page.Headline}\n{author}\n{page.Paragraphs[0]}".Normalize(NormalizationForm.FormKC);
        return $"page:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))}";
    }
}
