using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Web.Api;

/// <summary>Turns what the desk keeps of a draft into what programs are told, and back: keys become slugs, slugs keys.</summary>
internal sealed class DraftRecords(NewsDbContext db)
{
    /// <summary>What a draft says, with slugs.</summary>
    public async Task<ApiDraftContent> ToldAsync(ArticleContent content, CancellationToken cancel)
    {
        var people = content.Credits.Select(c => c.ContributorId).OfType<int>().ToList();
        var slugs = await db.Contributors.Where(c => people.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Slug, cancel);
        return new ApiDraftContent
        {
            Headline = content.Headline,
            Standfirst = content.Standfirst,
            Body = content.Body,
            Slug = content.Slug,
            Section = await db.Sections.Where(s => s.Id == content.SectionId).Select(s => s.Slug).SingleOrDefaultAsync(cancel),
            Genre = content.Genre,
            Topics = await db.Topics.Where(t => content.Topics.Contains(t.Id)).OrderBy(t => t.Slug).Select(t => t.Slug).ToListAsync(cancel),
            Series = await db.Series.Where(s => s.Id == content.SeriesId).Select(s => s.Slug).SingleOrDefaultAsync(cancel),
            SeriesPart = content.SeriesPart,
            Credits = [.. content.Credits.Select(c => new ApiDraftCredit(c.Role, c.ContributorId is { } id ? slugs.GetValueOrDefault(id) : null, c.Name, c.CreditedAs))],
            Source = content.Source is { } source ? new ApiDraftSource
            {
                Publication = await db.Publications.Where(p => p.Id == source.PublicationId).Select(p => p.Slug).SingleOrDefaultAsync(cancel),
                PublicationName = source.PublicationName,
                Url = source.Url,
                Title = source.Title,
                Language = source.Language,
                PublishedOn = source.PublishedOn,
                AccessedOn = source.AccessedOn,
                ArchivedUrl = source.ArchivedUrl,
                Permission = source.Permission,
                PermissionLine = source.PermissionLine,
                Terms = source.Terms,
                PermissionEnds = source.PermissionEnds,
            }
            : null,
            Picture = content.Picture is { } picture ? new ApiDraftPicture(picture.PictureId, picture.Alt, picture.IsDecorative, picture.Caption) : null,
            OriginalText = await db.OriginalTexts.Where(o => o.Id == content.OriginalId).Select(o => o.Text).SingleOrDefaultAsync(cancel),
        };
    }

    /// <summary>What the desk keeps of it. What programs are not told, such as the note about the permission, stays as it was.</summary>
    /// <param name="told">What was sent.</param>
    /// <param name="before">What the draft said; empty for a new one.</param>
    /// <param name="errors">Gets a sentence for each field that cannot be taken.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<ArticleContent> KeptAsync(ApiDraftContent told, ArticleContent before, IDictionary<string, string[]> errors, CancellationToken cancel)
    {
        var credits = new List<ContentCredit>();
        for (var i = 0; i < told.Credits.Count; i++)
        {
            if (told.Credits[i] is { } credit)
            {
                credits.Add(await CreditAsync(credit, $"credits[{i}]", errors, cancel));
            }
            else
            {
                errors[$"credits[{i}]"] = ["\"credits\" takes objects with a \"role\"; null is none."];
            }
        }

        var topics = await db.Topics.Where(t => told.Topics.Contains(t.Slug)).Select(t => new { t.Id, t.Slug }).ToListAsync(cancel);
        var unknown = told.Topics.Except(topics.Select(t => t.Slug)).ToList();
        if (unknown.Count > 0)
        {
            errors["topics"] = [$"There is no topic \"{unknown[0]}\"."];
        }

        if (told.Picture is { } picture && !await db.PictureFiles.AnyAsync(p => p.Id == picture.Id, cancel))
        {
            errors["picture"] = [$"There is no picture {picture.Id}."];
        }

        return before with
        {
            Headline = ArticleContent.Line(told.Headline) ?? "",
            Standfirst = ArticleContent.Line(told.Standfirst) ?? "",
            Body = TypedText.Clean(told.Body),
            Slug = ArticleContent.Line(told.Slug) ?? "",
            SectionId = await KeyAsync(told.Section, "section", db.Sections.Where(s => s.Slug == told.Section).Select(s => (int?)s.Id), errors, cancel),
            Genre = told.Genre,
            Topics = [.. topics.Select(t => t.Id).Order()],
            SeriesId = await KeyAsync(told.Series, "series", db.Series.Where(s => s.Slug == told.Series).Select(s => (int?)s.Id), errors, cancel),
            SeriesPart = told.SeriesPart is > 0 and < 1_000 ? told.SeriesPart : null,
            Credits = credits,
            Source = told.Source is { } source ? await SourceAsync(source, before.Source, errors, cancel) : null,
            Picture = told.Picture is { } used ? new ContentPicture(used.Id, ArticleContent.Line(used.Alt) ?? "", used.IsDecorative, ArticleContent.Line(used.Caption)) : null,
        };
    }

    private async Task<ContentCredit> CreditAsync(ApiDraftCredit credit, string field, IDictionary<string, string[]> errors, CancellationToken cancel)
    {
        var id = await KeyAsync(credit.Contributor, "contributor", db.Contributors.Where(c => c.Slug == credit.Contributor).Select(c => (int?)c.Id), errors, cancel, field);
        if (credit.Contributor is null && ArticleContent.Line(credit.Name) is null)
        {
            errors[field] = ["A credit names a \"contributor\" by slug, or a \"name\"."];
        }

        return new ContentCredit(credit.Role, id, ArticleContent.Line(credit.CreditedAs), id is null ? ArticleContent.Line(credit.Name) : null);
    }

    private async Task<ContentSource> SourceAsync(ApiDraftSource told, ContentSource? before, IDictionary<string, string[]> errors, CancellationToken cancel)
    {
        var id = await KeyAsync(told.Publication, "publication", db.Publications.Where(p => p.Slug == told.Publication).Select(p => (int?)p.Id), errors, cancel, "source.publication");
        var language = LanguageTag.Canonical(told.Language);
        if (told.Language is not null && language is null)
        {
            errors["source.language"] = [$"\"{told.Language}\" is no language tag."];
        }

        return (before ?? new ContentSource()) with
        {
            PublicationId = id,
            PublicationName = id is null ? ArticleContent.Line(told.PublicationName) : null,
            Url = ArticleContent.Line(told.Url),
            Title = ArticleContent.Line(told.Title),
            Language = language,
            PublishedOn = told.PublishedOn,
            AccessedOn = told.AccessedOn,
            ArchivedUrl = ArticleContent.Line(told.ArchivedUrl),
            Permission = told.Permission,
            PermissionLine = ArticleContent.Line(told.PermissionLine),
            Terms = ArticleContent.Line(told.Terms),
            PermissionEnds = told.PermissionEnds,
        };
    }

    private static async Task<int?> KeyAsync(string? slug, string what, IQueryable<int?> found, IDictionary<string, string[]> errors, CancellationToken cancel, string? field = null)
    {
        var key = slug is null ? null : await found.SingleOrDefaultAsync(cancel);
        if (slug is not null && key is null)
        {
            errors[field ?? what] = [$"There is no {what} \"{slug}\"."];
        }

        return key;
    }
}
