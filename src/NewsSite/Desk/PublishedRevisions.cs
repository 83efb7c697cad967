using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>One time readers got a text that says something else than before.</summary>
/// <param name="Number">The revision.</param>
/// <param name="At">When; UTC.</param>
/// <param name="Changes">The paragraphs that changed; empty where what stands around the words did.</param>
public sealed record PublishedRevision(int Number, DateTime At, IReadOnlyList<TextChange> Changes);

/// <summary>What readers have had of a piece. Revisions they never saw are not looked at.</summary>
public sealed class PublishedRevisions(NewsDbContext db)
{
    /// <summary>The changes of substance since a piece appeared, newest first; empty where there were none, or readers do not have the piece.</summary>
    public async Task<IReadOnlyList<PublishedRevision>> SubstantiveAsync(int articleId, DateTime now, CancellationToken cancel = default)
    {
        var revisions = await db.ArticleRevisions.AsNoTracking()
            .Where(r => r.ArticleId == articleId && r.PublishedAt <= now && db.Articles.Published(now).Any(a => a.Id == articleId))
            .OrderBy(r => r.PublishedAt).ThenBy(r => r.Number)
            .ToListAsync(cancel);
        return
        [
            .. revisions.Skip(1).Zip(revisions, (after, before) => (after, before)).Where(pair => pair.after.IsSubstantive)
                .Select(pair => new PublishedRevision(pair.after.Number, pair.after.PublishedAt!.Value, Between(pair.before.Content, pair.after.Content)))
                .Reverse(),
        ];
    }

    /// <summary>What a revision changes of the text readers have.</summary>
    public async Task<IReadOnlyList<TextChange>> ChangesAsync(ArticleRevision revision, CancellationToken cancel = default) =>
        await db.ArticleRevisions.AsNoTracking().Where(r => r.ArticleId == revision.ArticleId && r.PublishedAt != null && r.Number != revision.Number)
            .OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Number).FirstOrDefaultAsync(cancel) is { } before
            ? Between(before.Content, revision.Content)
            : [];

    private static IReadOnlyList<TextChange> Between(ArticleContent before, ArticleContent after) =>
    [
        .. TextChange.Between(before.Headline, after.Headline, TextPart.Headline),
        .. TextChange.Between(before.Standfirst, after.Standfirst, TextPart.Standfirst),
        .. TextChange.Between(before.Body, after.Body),
    ];
}
