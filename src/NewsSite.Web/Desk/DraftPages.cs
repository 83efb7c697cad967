using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Media;
using NewsSite.Sources;
using NewsSite.Text;
using NewsSite.Web.Pages;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Desk;

/// <summary>Makes of a draft what readers would see of it. Reads names by their keys and writes nothing anywhere; what is missing is left out, as drafts may lack anything.</summary>
public sealed class DraftPages(NewsDbContext db, TimeProvider clock)
{
    /// <summary>The draft as the page of an article prints it; null when there is no such piece.</summary>
    /// <param name="articleId">The piece.</param>
    /// <param name="content">What it would be.</param>
    /// <param name="page">The page it is printed on.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<ArticlePrint?> OfAsync(int articleId, ArticleContent content, SitePage page, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == articleId)
            .Select(a => new
            {
                a.Language, a.WorkId, a.Slug, a.PublicationDay, a.PublishedAt,
                Corrections = a.Corrections.OrderBy(c => c.Id).Select(c => new CorrectionView(c.Kind, c.NotedAt, c.Text, c.ChangesJson)).ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        if (article is null)
        {
            return null;
        }

        var body = ArticleMarkup.Render(content.Body, article.Language);
        var section = await db.Sections.AsNoTracking().Where(s => s.Id == content.SectionId).Select(s => new { s.Slug, s.Name }).SingleOrDefaultAsync(cancel);
        var series = await db.Series.AsNoTracking().Where(s => s.Id == content.SeriesId).Select(s => new { s.Slug, s.Name }).SingleOrDefaultAsync(cancel);
        var picture = content.Picture is { } used
            ? await db.PictureFiles.AsNoTracking().Where(f => f.Id == used.PictureId)
                .Select(f => new
                {
                    f.File, f.Width, f.Height,
                    Credit = new StoredCredit(f.Contributor == null ? null : new PictureMaker(f.Contributor.Slug, f.Contributor.Name, f.Contributor.Names), f.CreditName, f.Role, f.Organisation, f.CreditUrl, f.Licence),
                })
                .SingleOrDefaultAsync(cancel)
            : null;
        var basis = await new TranslationBases(db).TextAsync(articleId, content.Basis, cancel);
        var published = article.PublishedAt ?? now;
        var card = new ArticleCard
        {
            Id = articleId,
            WorkId = article.WorkId,
            Day = article.PublicationDay ?? page.DayOf(published),
            Slug = content.Slug.Length > 0 ? content.Slug : article.Slug,
            Language = article.Language,
            Headline = Drafting.TitleOf(content),
            Standfirst = content.Standfirst.Trim(),
            Genre = content.Genre,
            SectionSlug = section?.Slug ?? "",
            SectionName = section?.Name ?? LocalizedText.Empty,
            PublishedAt = published,
            WordCount = body.Words,
            CommentCount = 0,
            SeriesPart = series is null ? null : content.SeriesPart,
            PictureFile = picture?.File,
            PictureAlt = content.Picture is { IsDecorative: false } seen ? seen.Alt.Trim() : "",
            PictureWidth = picture?.Width,
            PictureHeight = picture?.Height,
            Credits = await CreditsAsync(content, cancel),
            Source = await SourceAsync(content.Source, cancel),
            BasisLanguage = basis?.Language,
        };
        return new ArticlePrint
        {
            Page = page,
            Card = card,
            Text = new ArticleText
            {
                Id = articleId,
                Language = article.Language,
                // Pictures of drafts are not where readers get them.
                Body = SafeHtml.FromStore(body.Html.ToString().Replace($"{PictureSizes.BasePath}/", $"{PictureSizes.DeskPath}/", StringComparison.Ordinal)),
                Status = ArticleStatus.Draft,
                SeriesName = series?.Name,
                SeriesSlug = series?.Slug,
                PictureCaption = Said(content.Picture?.Caption),
                StoredCredit = picture?.Credit,
                OriginalTitle = Said(content.Source?.Title),
                OriginalUrl = Address(content.Source?.Url),
                ArchivedUrl = Address(content.Source?.ArchivedUrl),
                Permission = Said(content.Source?.PermissionLine),
                BasisId = basis?.Basis.ArticleId,
            },
            Topics = await db.Topics.AsNoTracking().Where(t => content.Topics.Contains(t.Id)).OrderBy(t => t.Slug).Select(t => new TopicView(t.Slug, t.Name)).ToListAsync(cancel),
            Corrections = article.Corrections,
            Figures = await FigureRecord.In(db, ArticleBody.Files(body.Html)).ToListAsync(cancel),
            OtherLanguages = await Published(now).Where(a => a.WorkId == article.WorkId && a.Id != articleId).OrderBy(a => a.Language).Cards.ToListAsync(cancel),
            SeriesParts = card.SeriesPart is null
                ? []
                : [.. (await Published(now).Where(a => a.SeriesId == content.SeriesId && a.Language == article.Language && a.Id != articleId).Cards.ToListAsync(cancel)).Append(card).OrderBy(c => c.SeriesPart)],
        };
    }

    private IQueryable<Article> Published(DateTime now) => db.Articles.AsNoTracking().Published(now);

    /// <summary>Those typed by name alone are printed by that name.</summary>
    private async Task<IReadOnlyList<CreditLine>> CreditsAsync(ArticleContent content, CancellationToken cancel)
    {
        var keys = content.Credits.Select(c => c.ContributorId).OfType<int>().Distinct().ToList();
        var people = await db.Contributors.AsNoTracking().Where(c => keys.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var lines = new List<CreditLine>();
        foreach (var credit in content.Credits)
        {
            var person = credit.ContributorId is { } id ? people.GetValueOrDefault(id) : null;
            if ((person?.Name ?? Said(credit.Name)) is { } name)
            {
                lines.Add(new CreditLine
                {
                    Role = credit.Role, Position = lines.Count, Slug = person?.Slug ?? "", Name = name, Names = person?.Names ?? LocalizedText.Empty,
                    CreditedAs = Said(credit.CreditedAs), ScriptName = person?.ScriptName, ScriptLanguage = person?.ScriptLanguage,
                });
            }
        }

        return lines;
    }

    private async Task<SourceLine?> SourceAsync(ContentSource? source, CancellationToken cancel)
    {
        var outlet = await db.Publications.AsNoTracking().Where(p => source != null && p.Id == source.PublicationId).Select(p => new { p.Slug, p.Name, p.Names }).SingleOrDefaultAsync(cancel);
        return (outlet?.Name ?? Said(source?.PublicationName)) is { } name
            ? new SourceLine { Slug = outlet?.Slug ?? "", Name = name, Names = outlet?.Names ?? LocalizedText.Empty, Language = LanguageTag.Canonical(source!.Language), PublishedOn = source.PublishedOn }
            : null;
    }

    /// <summary>A draft holds what was typed; only a web address becomes a link.</summary>
    private static string? Address(string? typed) => PublishingChecks.IsWebAddress(typed ?? "") ? typed!.Trim() : null;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
