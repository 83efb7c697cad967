using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Sources;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Api;

/// <summary>Sections, contributors and publications, for programs: those that stand on something published, for a name on a draft alone says what is being worked on.</summary>
internal static class NameEndpoints
{
    public static void MapNames(this RouteGroupBuilder api)
    {
        api.MapGet("/sections", SectionsAsync).Taking(ApiParameter.Fields).Produces<ApiPage<ApiSection>>()
            .WithName("listSections").WithTags("Sections").WithSummary("The sections, in the order of the navigation.");
        api.MapGet("/contributors", ContributorsAsync).Taking(ApiParameter.Limit, ApiParameter.After, ApiParameter.Fields).Produces<ApiPage<ApiContributor>>()
            .WithName("listContributors").WithTags("Contributors").WithSummary("Everybody credited on something published.");
        api.MapGet("/contributors/{slug}", ContributorAsync).Taking(ApiParameter.Fields).Produces<ApiContributor>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getContributor").WithTags("Contributors").WithSummary("One contributor.").WithDescription("A slug somebody once had leads to the one they have.");
        api.MapGet("/publications", PublicationsAsync).Taking(ApiParameter.Limit, ApiParameter.After, ApiParameter.Fields).Produces<ApiPage<ApiPublication>>()
            .WithName("listPublications").WithTags("Publications").WithSummary("Every outlet something published here first appeared in.");
        api.MapGet("/publications/{slug}", PublicationAsync).Taking(ApiParameter.Fields).Produces<ApiPublication>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getPublication").WithTags("Publications").WithSummary("One outlet.").WithDescription("A slug an outlet once had leads to the one it has.");
    }

    private static async Task<IResult> SectionsAsync(HttpContext context, NewsDbContext db, CancellationToken cancel)
    {
        var site = context.BaseUrl();
        var found = await db.Sections.AsNoTracking().Where(s => !s.IsHidden).OrderBy(s => s.Position).ThenBy(s => s.Id).Take(ApiParameter.MaxLimit)
            .Select(s => new { s.Slug, s.Name, s.About }).ToListAsync(cancel);
        return context.AnswerWhole(found.ConvertAll(s => new ApiSection(s.Slug, s.Name.Texts, s.About.Texts, $"{site}/sections/{s.Slug}")), CacheTags.Lists);
    }

    private static async Task<IResult> ContributorsAsync(HttpContext context, NewsDbContext db, TimeProvider clock, CancellationToken cancel)
    {
        var (query, now) = (context.Asked(), clock.GetUtcNow().UtcDateTime);
        var after = query.After?.Id ?? 0;
        var found = await ReadAsync(db, Known(db, now).Where(c => c.Id > after).OrderBy(c => c.Id).Take(query.Limit + 1), now, context.BaseUrl(), cancel);
        return context.AnswerPage(found, c => new ApiCursor(default, c.Id), CacheTags.Lists);
    }

    private static async Task<IResult> ContributorAsync(HttpContext context, string slug, NewsDbContext db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if ((await ReadAsync(db, Known(db, now).Where(c => c.Slug == slug), now, context.BaseUrl(), cancel)).SingleOrDefault() is { } contributor)
        {
            return context.Answer(contributor, CacheTags.Lists);
        }

        var moved = await db.ContributorRedirects.Where(r => r.Slug == slug).Join(Known(db, now), r => r.ContributorId, c => c.Id, (_, c) => c.Slug).SingleOrDefaultAsync(cancel);
        return moved is null ? ApiProblem.NotFound("contributor") : Results.Redirect($"{ApiServices.Root}/contributors/{moved}{context.Request.QueryString}", permanent: true);
    }

    private static async Task<IResult> PublicationsAsync(HttpContext context, NewsDbContext db, TimeProvider clock, CancellationToken cancel)
    {
        var (query, now) = (context.Asked(), clock.GetUtcNow().UtcDateTime);
        var after = query.After?.Id ?? 0;
        var found = await ReadAsync(db, Origins(db, now, p => p.Id > after).OrderBy(p => p.Id).Take(query.Limit + 1), now, context.BaseUrl(), cancel);
        return context.AnswerPage(found, p => new ApiCursor(default, p.Id), CacheTags.Lists);
    }

    private static async Task<IResult> PublicationAsync(HttpContext context, string slug, NewsDbContext db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if ((await ReadAsync(db, Origins(db, now, p => p.Slug == slug), now, context.BaseUrl(), cancel)).SingleOrDefault() is { } publication)
        {
            return context.Answer(publication, CacheTags.Lists);
        }

        var moved = await db.PublicationRedirects.Where(r => r.Slug == slug).Join(Origins(db, now, p => true), r => r.PublicationId, p => p.Id, (_, p) => p.Slug).SingleOrDefaultAsync(cancel);
        return moved is null ? ApiProblem.NotFound("publication") : Results.Redirect($"{ApiServices.Root}/publications/{moved}{context.Request.QueryString}", permanent: true);
    }

    private static IQueryable<Contributor> Known(NewsDbContext db, DateTime now)
    {
        var published = db.Articles.Published(now);
        return db.Contributors.AsNoTracking().Where(c => db.Credits.Any(k => k.ContributorId == c.Id && published.Any(a => a.Id == k.ArticleId)));
    }

    private static IQueryable<Publication> Origins(NewsDbContext db, DateTime now, Expression<Func<Publication, bool>> which)
    {
        var published = db.Articles.Published(now);
        return db.Publications.AsNoTracking().Where(which).Where(p => db.Sources.Any(s => s.PublicationId == p.Id && published.Any(a => a.Id == s.ArticleId)));
    }

    private static async Task<IReadOnlyList<ApiContributor>> ReadAsync(NewsDbContext db, IQueryable<Contributor> contributors, DateTime now, string site, CancellationToken cancel)
    {
        var found = await contributors.ToListAsync(cancel);
        var ids = found.ConvertAll(c => c.Id);
        var roles = (await db.Credits.Where(k => ids.Contains(k.ContributorId)).Join(db.Articles.Published(now), k => k.ArticleId, a => a.Id, (k, a) => new { k.ContributorId, k.Role, a.Id })
            .Distinct().GroupBy(k => new { k.ContributorId, k.Role }).Select(g => new { g.Key.ContributorId, g.Key.Role, Count = g.Count() }).ToListAsync(cancel)).ToLookup(r => r.ContributorId);
        return [.. found.Select(c => new ApiContributor(
            c.Id, c.Slug, c.Name, c.Names.Texts, c.ScriptName, c.ScriptLanguage, c.Bio.Texts, [.. new[] { c.Link }.OfType<string>().Concat(c.Links).Distinct()], c.IsOrganisation,
            [.. roles[c.Id].OrderBy(r => r.Role).Select(r => new ApiRole(r.Role, r.Count))], $"{site}/contributors/{c.Slug}"))];
    }

    private static async Task<IReadOnlyList<ApiPublication>> ReadAsync(NewsDbContext db, IQueryable<Publication> publications, DateTime now, string site, CancellationToken cancel)
    {
        var found = await publications.ToListAsync(cancel);
        var ids = found.ConvertAll(p => p.Id);
        var counts = await db.Sources.Where(s => ids.Contains(s.PublicationId)).Join(db.Articles.Published(now), s => s.ArticleId, a => a.Id, (s, a) => s.PublicationId)
            .GroupBy(p => p).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. found.Select(p => new ApiPublication(p.Id, p.Slug, p.Name, p.Names.Texts, p.Language, p.Country, p.Home, p.About.Texts, counts.GetValueOrDefault(p.Id), $"{site}/sources/{p.Slug}"))];
    }
}
