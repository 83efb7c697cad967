using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Sources;

namespace NewsSite.Seeds;

/// <summary>Brings articles to what their files say.</summary>
internal sealed class SeedArticleWriter(NewsDbContext db, SeedShelf shelf, IReadOnlyDictionary<string, StoredPicture> stored, Dictionary<string, PictureFile> records)
{
    /// <summary>Makes the article, or changes the one that is there; what is the same is left alone.</summary>
    public Article Store(SeedArticle seed, Article? there, TimeZoneInfo siteZone)
    {
        var article = there ?? db.Articles.Add(new Article(shelf.Work(seed.Work), seed.Language, seed.Slug, seed.Headline, shelf.Sections[seed.Section], seed.Genre)).Entity;
        article.Headline = seed.Headline;
        article.Standfirst = seed.Standfirst;
        article.Section = shelf.Sections[seed.Section];
        article.Genre = seed.Genre;
        article.Conversation = seed.Conversation;
        // A sample is there to be tried, however long ago its pieces were published.
        article.ConversationStaysOpen = true;
        article.PlaceInSeries(seed.Series is null ? null : shelf.Series[seed.Series], seed.Part);
        if (article.BodyMarkdown != seed.Body || article.MarkupVersion != Text.ArticleMarkup.Version)
        {
            article.Write(seed.Body);
        }

        if (article.PublishedAt != seed.Published)
        {
            article.Publish(seed.Published, siteZone);
        }

        SetTopics(article, seed);
        SetCredits(article, seed);
        SetSource(article, seed);
        SetPicture(article, seed);
        foreach (var correction in seed.Corrections.OrderBy(c => c.Date).Where(c => !article.Corrections.Any(has => has.Text == c.Text)))
        {
            article.Correct(correction.Kind, correction.Date.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc), correction.Text);
        }

        return article;
    }

    private void SetTopics(Article article, SeedArticle seed)
    {
        foreach (var gone in article.Topics.Where(t => !seed.Topics.Contains(t.Slug)).ToList())
        {
            article.Topics.Remove(gone);
        }

        foreach (var topic in seed.Topics.Where(t => !article.Topics.Any(has => has.Slug == t)))
        {
            article.Topics.Add(shelf.Topics[topic]);
        }
    }

    private void SetCredits(Article article, SeedArticle seed)
    {
        var wanted = seed.Credits
            .Concat(seed.Picture is { Credit: { } maker } picture ? [new SeedCredit(picture.Role, maker, null)] : Array.Empty<SeedCredit>())
            .Distinct()
            .ToList();
        var has = article.Credits.OrderBy(c => c.Position).Select(c => (c.Role, c.Contributor.Slug, c.CreditedAs));
        if (!has.SequenceEqual(wanted.Select(w => (w.Role, w.Contributor, w.CreditedAs))))
        {
            article.Credits.Clear();
            wanted.ForEach(w => article.AddCredit(w.Role, shelf.Contributors[w.Contributor], w.CreditedAs));
        }
    }

    private void SetSource(Article article, SeedArticle seed)
    {
        if (seed.Source is not { } wanted)
        {
            article.Source = null;
            return;
        }

        var source = article.Source ??= new Source(shelf.Outlets[wanted.Publication]);
        source.Publication = shelf.Outlets[wanted.Publication];
        source.Url = wanted.Url;
        source.Title = wanted.Title;
        source.Language = wanted.Language;
        source.PublishedOn = wanted.Published;
        source.ArchivedUrl = wanted.Archived;
        source.Permission = wanted.Permission;
        source.PermissionState = wanted.Permission is null ? PermissionState.Unknown : PermissionState.Granted;
        source.Terms = wanted.Terms;
    }

    private void SetPicture(Article article, SeedArticle seed)
    {
        if (seed.Picture is not { } wanted)
        {
            if (article.Picture is { } gone)
            {
                // The article holds the key, so nothing else would take the row away.
                db.Pictures.Remove(gone);
                article.Picture = null;
            }

            return;
        }

        var file = stored[wanted.File];
        var picture = article.Picture ??= new Picture(file.File, file.Width, file.Height, wanted.Alt);
        (picture.File, picture.Width, picture.Height) = (file.File, file.Width, file.Height);
        picture.Stored = RecordOf(file, wanted, seed.Published);
        picture.Alt = wanted.Alt;
        picture.Caption = wanted.Caption;
        picture.Contributor = wanted.Credit is null ? null : shelf.Contributors[wanted.Credit];
        picture.Role = wanted.Role;
        picture.Licence = wanted.Licence;
    }

    /// <summary>The file's record; made when it is missing, and the newsroom's own from then on.</summary>
    private PictureFile RecordOf(StoredPicture file, SeedPicture wanted, DateTime published)
    {
        if (!records.TryGetValue(file.File, out var record))
        {
            record = db.PictureFiles.Add(new PictureFile(file, wanted.File, published)).Entity;
            record.Describe(
                new PictureDetails { Role = wanted.Role, Licence = wanted.Licence, MayBeRepublished = PictureLicence.Of(wanted.Licence) is not null, Caption = wanted.Caption, Alt = wanted.Alt },
                wanted.Credit is null ? null : shelf.Contributors[wanted.Credit]);
            records.Add(file.File, record);
        }

        return record;
    }
}
