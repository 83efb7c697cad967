using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Sources;
using NewsSite.Text;
using NewsSite.Web.Feeds;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Api;

/// <summary>Makes records of published articles. Three statements, however many there are.</summary>
internal sealed class ArticleRecords(NewsDbContext db, FeedSettings feeds, RepublishingSettings republishing, SiteSettings settings)
{
    private sealed record Named(string Slug, LocalizedText Name);

    private sealed record Origin(string? Url, string? Title, string? ArchivedUrl, PermissionRecord Permission);

    private sealed record Rest(DateTime? ModifiedAt, SafeHtml Body, IReadOnlyList<Named> Topics, Named? Series, Origin? Source, IReadOnlyList<ApiNote> Notes);

    /// <summary>The records of these, in their order.</summary>
    /// <param name="articles">The articles; the caller says which, how many and in which order.</param>
    /// <param name="now">The time; UTC.</param>
    /// <param name="site">Scheme and host for whole addresses.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<ApiArticle>> OfAsync(IQueryable<Article> articles, DateTime now, string site, CancellationToken cancel)
    {
        var cards = await articles.Cards.ToListAsync(cancel);
        var (ids, works, full) = (cards.ConvertAll(c => c.Id), cards.ConvertAll(c => c.WorkId), feeds.FullText);
        var rest = await db.Articles.AsSplitQuery().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            Rest = new Rest(
                a.ModifiedAt,
                full ? a.BodyHtml : SafeHtml.Empty,
                a.Topics.OrderBy(t => t.Slug).Select(t => new Named(t.Slug, t.Name)).ToList(),
                a.Series == null ? null : new Named(a.Series.Slug, a.Series.Name),
                a.Source == null ? null : new Origin(a.Source.Url, a.Source.Title, a.Source.ArchivedUrl, new PermissionRecord(a.Source.PermissionState, a.Source.Permission, a.Source.Terms, a.Source.PermissionEnds)),
                a.Corrections.OrderBy(c => c.Id).Select(c => new ApiNote(c.Kind, c.NotedAt, c.Text)).ToList()),
        }).ToDictionaryAsync(a => a.Id, a => a.Rest, cancel);
        var versions = (await db.Articles.Published(now).Where(a => works.Contains(a.WorkId)).OrderBy(a => a.Language).ThenBy(a => a.Id)
            .Select(a => new { a.WorkId, a.Id, a.Language, a.Headline, a.PublicationDay, a.Slug }).ToListAsync(cancel)).ToLookup(a => a.WorkId);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, settings.Zone));
        return [.. cards.Where(c => rest.ContainsKey(c.Id)).Select(c => Record(
            c, rest[c.Id], [.. versions[c.WorkId].Where(v => v.Id != c.Id).Select(v => new ApiVersion(v.Id, v.Language, v.Headline, site + new ArticleAddress(v.PublicationDay!.Value, v.Slug)))], site, full, today))];
    }

    private ApiArticle Record(ArticleCard card, Rest rest, IReadOnlyList<ApiVersion> versions, string site, bool full, DateOnly today)
    {
        var url = site + card.Address;
        var writers = CreditLine.Writers(card.Credits);
        return new ApiArticle
        {
            Id = card.Id,
            Url = url,
            Language = card.Language,
            Headline = card.Headline,
            Standfirst = card.Standfirst,
            Html = full ? FeedText.WithWholeAddresses(rest.Body, site, new Uri(url)) : null,
            Genre = card.Genre,
            Section = Name("sections", card.SectionSlug, card.SectionName.For(card.Language)),
            Topics = [.. rest.Topics.Select(t => Name("topics", t.Slug, t.Name.For(card.Language)))],
            Series = rest.Series is { } series ? Name("series", series.Slug, series.Name.For(card.Language)) : null,
            SeriesPart = card.SeriesPart,
            PublishedAt = card.PublishedAt,
            ModifiedAt = rest.ModifiedAt,
            WordCount = card.WordCount,
            CommentCount = card.CommentCount,
            Authors = [.. writers.Select(Credit)],
            Translators = [.. card.Credits.Where(c => c.Role == CreditRole.Translator).OrderBy(c => c.Position).Select(Credit)],
            Contributors = [.. card.Credits.Except(writers).Where(c => c.Role != CreditRole.Translator).OrderBy(c => c.Position).Select(Credit)],
            Original = card.Source is { } source && rest.Source is { } origin
                ? new ApiOriginal(Name("sources", source.Slug, source.NameIn(card.Language)), origin.Url, origin.Title, source.Language, source.PublishedOn, origin.ArchivedUrl, origin.Permission.Line)
                : null,
            Terms = Republishing.Of(rest.Source?.Permission, republishing.OwnTerms, today).Terms,
            TranslatedFromVersion = card.BasisLanguage,
            Versions = versions,
            Picture = card.PictureFile is { } file ? new ApiPicture(site + PictureSizes.JpegPath(file), card.PictureAlt ?? "", card.PictureWidth, card.PictureHeight) : null,
            Notes = rest.Notes,
        };

        ApiNamed Name(string list, string slug, string? name) => new(slug, name ?? slug, $"{site}/{list}/{slug}");

        ApiCredit Credit(CreditLine credit) => new(credit.Role, credit.Slug, credit.NameIn(card.Language), $"{site}/contributors/{credit.Slug}", credit.IsOrganisation);
    }
}
