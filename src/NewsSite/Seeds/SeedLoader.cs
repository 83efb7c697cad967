using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Seeds;

/// <summary>What loading did.</summary>
/// <param name="Problems">What does not fit the format; when there is any, nothing was loaded.</param>
/// <param name="Articles">Articles in the publication.</param>
/// <param name="NewArticles">Articles that were not there before.</param>
/// <param name="NewComments">Comments that were not there before.</param>
/// <param name="Changes">Rows written, comments aside; 0 when the publication was there as it is.</param>
public sealed record SeedReport(IReadOnlyList<SeedProblem> Problems, int Articles, int NewArticles, int NewComments, int Changes);

/// <summary>Loads a publication from its files. All or nothing, and once: loading again writes only what changed in the files.</summary>
public sealed class SeedLoader(NewsDbContext db, PictureStore pictures)
{
    private readonly Commenting commenting = new(db);

    /// <summary>Loads the directory. The site's zone decides the days in addresses.</summary>
    public async Task<SeedReport> LoadAsync(string directory, TimeZoneInfo siteZone, CancellationToken cancel = default)
    {
        var (publication, problems) = SeedReader.Read(directory);
        if (publication is null)
        {
            return new SeedReport(problems, 0, 0, 0, 0);
        }

        var (stored, refusals) = KeepPictures(publication);
        if (refusals.Count > 0)
        {
            return new SeedReport(refusals, 0, 0, 0, 0);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var there = await ThereAsync(publication, cancel);
        if (Clashes(publication, there, siteZone) is { Count: > 0 } clashes)
        {
            db.ChangeTracker.Clear();
            return new SeedReport(clashes, 0, 0, 0, 0);
        }

        var shelf = await SeedShelf.FillAsync(db, publication, cancel);
        var stems = stored.Values.Select(s => s.File).ToList();
        var writer = new SeedArticleWriter(db, shelf, stored, await db.PictureFiles.Where(f => stems.Contains(f.File)).ToDictionaryAsync(f => f.File, cancel));
        var articles = publication.Articles
            .OrderBy(a => a.Published)
            .Select(seed => (Seed: seed, Article: writer.Store(seed, there.SingleOrDefault(a => IsOf(a, seed)), siteZone)))
            .ToList();
        var changes = await db.SaveChangesAsync(cancel) + await FrontAsync(publication, articles, cancel);
        var newComments = await CommentsAsync(articles, shelf, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return new SeedReport([], articles.Count, articles.Count - there.Count, newComments, changes);
    }

    private static bool IsOf(Article article, SeedArticle seed) => article.Slug == seed.Slug && article.Language == seed.Language;

    /// <summary>The publication's articles that are in the database already, with all that hangs on them.</summary>
    private async Task<List<Article>> ThereAsync(SeedPublication publication, CancellationToken cancel)
    {
        var slugs = publication.Articles.Select(a => a.Slug).ToList();
        var named = await db.Articles
            .Where(a => slugs.Contains(a.Slug))
            .Include(a => a.Work).Include(a => a.Credits).Include(a => a.Topics).Include(a => a.Corrections).Include(a => a.Source).Include(a => a.Picture)
            .AsSplitQuery()
            .ToListAsync(cancel);
        return [.. publication.Articles.Select(seed => named.Where(a => IsOf(a, seed)).OrderByDescending(a => a.Work.Key == seed.Work).ThenBy(a => a.Id).FirstOrDefault()).OfType<Article>()];
    }

    /// <summary>What would break a rule of the database: an article never changes its work, and a day has one article of a slug.</summary>
    private List<SeedProblem> Clashes(SeedPublication publication, List<Article> there, TimeZoneInfo siteZone)
    {
        var clashes = new List<SeedProblem>();
        var addresses = db.Articles.Local.Except(there).Select(a => a.Address).OfType<ArticleAddress>().ToHashSet();
        foreach (var seed in publication.Articles)
        {
            var article = there.SingleOrDefault(a => IsOf(a, seed));
            if (article is not null && article.Work.Key != seed.Work)
            {
                clashes.Add(new SeedProblem(seed.File, 1, $"The article is there as a version of \"{article.Work.Key}\"; it cannot become one of \"{seed.Work}\"."));
            }

            var address = article?.Address ?? new ArticleAddress(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(seed.Published, siteZone)), seed.Slug);
            if (!addresses.Add(address))
            {
                clashes.Add(new SeedProblem(seed.File, 1, $"Another article has the address {address}; a slug is used once a day."));
            }
        }

        return clashes;
    }

    private (ConcurrentDictionary<string, StoredPicture> Stored, IReadOnlyList<SeedProblem> Refusals) KeepPictures(SeedPublication publication)
    {
        var stored = new ConcurrentDictionary<string, StoredPicture>();
        var refusals = new ConcurrentBag<SeedProblem>();
        Parallel.ForEach(publication.Articles.Select(a => a.Picture?.File).OfType<string>().Distinct(), file =>
        {
            var (picture, refusal) = pictures.Keep(Text.Slug.From(Path.GetFileNameWithoutExtension(file)), File.ReadAllBytes(Path.Combine(publication.Directory, "pictures", file)));
            if (picture is null)
            {
                refusals.Add(new SeedProblem($"pictures/{file}", 1, refusal!.Sentence));
            }
            else
            {
                stored[file] = picture;
            }
        });
        return (stored, [.. refusals]);
    }

    private async Task<int> FrontAsync(SeedPublication publication, List<(SeedArticle Seed, Article Article)> articles, CancellationToken cancel)
    {
        var picks = await db.FrontPagePicks.ToListAsync(cancel);
        var wanted = publication.Front
            .SelectMany(f => f.Value.Select((slug, slot) => (Language: f.Key, Slot: slot, Article: articles.Single(a => a.Seed.Slug == slug && a.Seed.Language == f.Key).Article)))
            .ToList();
        if (picks.Select(p => (p.Language, p.Slot, p.ArticleId)).ToHashSet().SetEquals(wanted.Select(w => (w.Language, w.Slot, w.Article.Id))))
        {
            return 0;
        }

        // Two steps, for a slot is unique and the new pick may stand where the old one did.
        db.FrontPagePicks.RemoveRange(picks);
        var changes = await db.SaveChangesAsync(cancel);
        db.FrontPagePicks.AddRange(wanted.Select(w => new FrontPagePick(w.Language, w.Slot, w.Article)));
        return changes + await db.SaveChangesAsync(cancel);
    }

    /// <summary>Adds the comments that are not there yet.</summary>
    private async Task<int> CommentsAsync(List<(SeedArticle Seed, Article Article)> articles, SeedShelf shelf, CancellationToken cancel)
    {
        // Nothing stored so far changes any more; searching all of it for changes at each comment would take most of the load's time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var added = 0;
            foreach (var (seed, article) in articles.Where(a => a.Seed.Comments.Count > 0))
            {
                added += await ThreadAsync(seed, article, shelf, cancel);
            }

            return added;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Adds an article's comments in the order posted, over all its threads, so that keys rise with time. One is there when its writer and its time are.</summary>
    private async Task<int> ThreadAsync(SeedArticle seed, Article article, SeedShelf shelf, CancellationToken cancel)
    {
        var there = (await db.Comments.Where(c => c.ArticleId == article.Id).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => (c.AuthorName, c.PostedAt));
        var placed = new Dictionary<SeedComment, Comment>(ReferenceEqualityComparer.Instance);
        var added = 0;
        foreach (var wanted in seed.Comments)
        {
            if (there[(wanted.By, wanted.At)].FirstOrDefault() is not { } comment)
            {
                comment = Comment.Under(article, wanted.Parent is null ? null : placed[wanted.Parent], wanted.By, wanted.At);
                comment.Write(wanted.Text);
                comment.InLanguage(wanted.Language);
                comment.WrittenBy(shelf.Readers.GetValueOrDefault(wanted.By));
                SetStatus(comment, wanted);
                await commenting.AppendAsync(comment, cancel);
                added++;
            }

            placed[wanted] = comment;
        }

        if (added > 0)
        {
            await commenting.RecountAsync(article.Id, cancel);
        }

        return added;
    }

    private static void SetStatus(Comment comment, SeedComment wanted)
    {
        switch (wanted.Status)
        {
            case CommentStatus.Withdrawn:
                comment.Withdraw(comment.PostedAt ?? DateTime.UnixEpoch);
                break;
            case CommentStatus.Removed:
                comment.Remove(wanted.Reason!);
                break;
            case CommentStatus.Held:
                comment.Hold();
                break;
            default:
                break;
        }
    }
}
