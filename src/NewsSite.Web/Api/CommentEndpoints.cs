using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Api;

/// <summary>Published comments, for programs: what every reader sees of them, and nothing of who wrote them but the printed name.</summary>
internal static class CommentEndpoints
{
    public static void MapComments(this RouteGroupBuilder api)
    {
        api.MapGet("/comments", NewestAsync).Taking(ApiParameter.Limit, ApiParameter.After, ApiParameter.Fields).Produces<ApiPage<ApiComment>>()
            .WithName("listComments").WithTags("Comments").WithSummary("Published comments under all articles, the newest first.");
        api.MapGet("/comments/{id:int:min(1)}", ShowAsync).Taking(ApiParameter.Fields).Produces<ApiComment>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getComment").WithTags("Comments").WithSummary("One published comment.");
        api.MapGet("/articles/{id:int:min(1)}/comments", ConversationAsync).Taking(ApiParameter.Limit, ApiParameter.After, ApiParameter.Fields).Produces<ApiPage<ApiComment>>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("listConversation").WithTags("Comments").WithSummary("The conversation under an article, the oldest first.")
            .WithDescription("A comment always comes after the one it answers, unless that one is not shown to readers.");
    }

    private static async Task<IResult> NewestAsync(HttpContext context, NewsDbContext db, ConversationPolicy policy, TimeProvider clock, CancellationToken cancel)
    {
        var query = context.Asked();
        var before = query.After?.Id ?? int.MaxValue;
        var shown = Shown(db, policy, clock);
        var found = await ReadAsync(db, db.Comments.Where(c => c.Status == CommentStatus.Published && c.Id < before && shown.Any(a => a.Id == c.ArticleId)).OrderByDescending(c => c.Id).Take(query.Limit + 1), context, cancel);
        // What is taken away under one of these articles is gone from here too; what is new comes with the next minute, as on the front page.
        return context.AnswerPage(found, c => new ApiCursor(default, c.Id), [CacheTags.Lists, .. found.Select(c => CacheTags.Article(c.ArticleId)).Distinct()]);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, int id, NewsDbContext db, ConversationPolicy policy, TimeProvider clock, CancellationToken cancel)
    {
        var shown = Shown(db, policy, clock);
        var found = await ReadAsync(db, db.Comments.Where(c => c.Id == id && c.Status == CommentStatus.Published && shown.Any(a => a.Id == c.ArticleId)), context, cancel);
        return found.SingleOrDefault() is { } comment ? context.Answer(comment, CacheTags.Article(comment.ArticleId)) : ApiProblem.NotFound("comment");
    }

    private static async Task<IResult> ConversationAsync(HttpContext context, int id, NewsDbContext db, ConversationPolicy policy, TimeProvider clock, CancellationToken cancel)
    {
        if (!await Shown(db, policy, clock).AnyAsync(a => a.Id == id, cancel))
        {
            return ApiProblem.NotFound("conversation");
        }

        var query = context.Asked();
        var after = query.After?.Id ?? 0;
        var found = await ReadAsync(db, db.Comments.Where(c => c.ArticleId == id && c.Status == CommentStatus.Published && c.Id > after).OrderBy(c => c.Id).Take(query.Limit + 1), context, cancel);
        return context.AnswerPage(found, c => new ApiCursor(default, c.Id), CacheTags.Article(id));
    }

    /// <summary>The articles whose conversation readers may see.</summary>
    private static IQueryable<Article> Shown(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) => db.Articles.Published(clock.GetUtcNow().UtcDateTime).WithConversation(policy);

    private static async Task<IReadOnlyList<ApiComment>> ReadAsync(NewsDbContext db, IQueryable<Comment> comments, HttpContext context, CancellationToken cancel)
    {
        var site = context.BaseUrl();
        var under = await comments.Select(c => new { c.Id, c.ArticleId }).ToDictionaryAsync(c => c.Id, c => c.ArticleId, cancel);
        var rows = await comments.Select(CommentRow.From(db)).ToListAsync(cancel);
        return [.. rows.Where(r => under.ContainsKey(r.Id)).Select(r => Record(r, under[r.Id], site))];
    }

    private static ApiComment Record(CommentRow row, int articleId, string site)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"{site}/comments/{row.Id}");
        return new ApiComment(
            row.Id, url, articleId, row.ParentIsApproximate ? null : row.ParentId, row.ThreadId, row.Depth, row.AuthorName, row.WriterRole, row.PostedAt, row.EditedAt, row.Language,
            FeedText.WithWholeAddresses(row.Html, site, new Uri(url)), row.Useful);
    }
}
