using NewsSite.Articles;
using NewsSite.Sources;

namespace NewsSite.Desk;

/// <summary>Reads from a piece that came by seeds or an import what an editor would have written.</summary>
internal static class PublishedContent
{
    /// <summary>The content of an article loaded with credits, topics, source and picture.</summary>
    public static ArticleContent Of(Article article) => new()
    {
        Headline = article.Headline,
        Standfirst = article.Standfirst,
        Body = article.BodyMarkdown,
        Slug = article.Slug,
        SectionId = article.SectionId,
        Genre = article.Genre,
        Topics = [.. article.Topics.Select(t => t.Id).Order()],
        SeriesId = article.SeriesId,
        SeriesPart = article.SeriesPart,
        Credits = [.. article.Credits.OrderBy(c => c.Position).Select(c => new ContentCredit(c.Role, c.ContributorId, c.CreditedAs))],
        Source = article.Source is { } source ? Of(source) : null,
        Basis = article is { BasisId: { } basis, BasisRevision: { } revision } ? new ContentBasis(basis, revision) : null,
        Picture = article.Picture is { StoredId: { } stored } picture ? new ContentPicture(stored, picture.Alt, picture.Alt.Length == 0, picture.Caption) : null,
    };

    private static ContentSource Of(Source source) => new()
    {
        PublicationId = source.PublicationId,
        Url = source.Url,
        Title = source.Title,
        Language = source.Language,
        PublishedOn = source.PublishedOn,
        AccessedOn = source.AccessedOn,
        ArchivedUrl = source.ArchivedUrl,
        Permission = source.PermissionState,
        PermissionLine = source.Permission,
        Terms = source.Terms,
        PermissionEnds = source.PermissionEnds,
    };
}
