using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Api;

/// <summary>Published articles, for programs.</summary>
internal static class ArticleEndpoints
{
    private static readonly ApiParameter[] Narrowing =
    [
        new("language", ApiParameterKind.Language, "Only pieces in this language; a BCP 47 tag."),
        new("section", ApiParameterKind.Slug, "Only pieces of this section."),
        new("topic", ApiParameterKind.Slug, "Only pieces about this topic."),
        new("series", ApiParameterKind.Slug, "Only pieces of this series."),
        new("contributor", ApiParameterKind.Slug, "Only pieces this contributor is credited on."),
        new("role", ApiParameterKind.Role, "With `contributor`: only where they are credited in this role. Alone: only pieces that credit anybody in it."),
        new("publication", ApiParameterKind.Slug, "Only pieces whose original appeared in this publication."),
        new("since", ApiParameterKind.Time, "Only pieces that became public then or later; a day, or an instant in UTC."),
        new("before", ApiParameterKind.Time, "Only pieces that became public before then; a day, or an instant in UTC."),
        ApiParameter.Limit,
        ApiParameter.After,
        ApiParameter.Fields,
    ];

    public static void MapArticles(this RouteGroupBuilder api)
    {
        api.MapGet("/articles", ListAsync).Taking(Narrowing).Produces<ApiPage<ApiArticle>>()
            .WithName("listArticles").WithTags("Articles").WithSummary("Published articles, the newest first.");
        api.MapGet("/articles/{id:int:min(1)}", ShowAsync).Taking(ApiParameter.Fields).Produces<ApiArticle>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getArticle").WithTags("Articles").WithSummary("One published article.").WithDescription("A piece that was taken back is answered with 410.");
    }

    private static async Task<IResult> ListAsync(HttpContext context, NewsDbContext db, ArticleRecords records, TimeProvider clock, CancellationToken cancel)
    {
        var (query, now) = (context.Asked(), clock.GetUtcNow().UtcDateTime);
        var found = await records.OfAsync(Narrow(db.Articles.Published(now), query).LatestFirst.Take(query.Limit + 1), now, context.BaseUrl(), cancel);
        return context.AnswerPage(found, a => new ApiCursor(a.PublishedAt, a.Id), CacheTags.Lists);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, int id, NewsDbContext db, ArticleRecords records, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if ((await records.OfAsync(db.Articles.Published(now).Where(a => a.Id == id), now, context.BaseUrl(), cancel)).SingleOrDefault() is { } article)
        {
            return context.Answer(article, CacheTags.Article(id), CacheTags.Lists);
        }

        return await db.Articles.AnyAsync(a => a.Id == id && a.Status == ArticleStatus.Withdrawn, cancel)
            ? ApiProblem.Of(StatusCodes.Status410Gone, "The newsroom took this piece back. Its page says why.")
            : ApiProblem.NotFound("article");
    }

    private static IQueryable<Article> Narrow(IQueryable<Article> articles, ApiQuery query)
    {
        if (query.Language is { } language)
        {
            articles = articles.Where(a => a.Language == language);
        }

        if (query["section"] is { } section)
        {
            articles = articles.Where(a => a.Section.Slug == section);
        }

        if (query["topic"] is { } topic)
        {
            articles = articles.Where(a => a.Topics.Any(t => t.Slug == topic));
        }

        if (query["series"] is { } series)
        {
            articles = articles.Where(a => a.Series!.Slug == series);
        }

        if (query["publication"] is { } publication)
        {
            articles = articles.Where(a => a.Source!.Publication.Slug == publication);
        }

        var (contributor, role) = (query["contributor"], query.Role);
        if (contributor is not null || role is not null)
        {
            articles = articles.Where(a => a.Credits.Any(c => (contributor == null || c.Contributor.Slug == contributor) && (role == null || c.Role == role)));
        }

        if (query.Time("since") is { } since)
        {
            articles = articles.Where(a => a.PublishedAt >= since);
        }

        if (query.Time("before") is { } before)
        {
            articles = articles.Where(a => a.PublishedAt < before);
        }

        return query.After is { } after ? articles.Where(a => a.PublishedAt < after.At || (a.PublishedAt == after.At && a.Id < after.Id)) : articles;
    }
}
