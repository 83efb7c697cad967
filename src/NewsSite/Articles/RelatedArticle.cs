using Microsoft.EntityFrameworkCore;
using NewsSite.Credits;
using NewsSite.Data;

namespace NewsSite.Articles;

/// <summary>Why a piece is shown beside another; the strongest reason counts.</summary>
public enum RelatedReason
{
    /// <summary>The same piece in another language.</summary>
    OtherLanguage,

    /// <summary>Another part of the series.</summary>
    SameSeries,

    /// <summary>By the same author.</summary>
    SameAuthor,

    /// <summary>By the same translator.</summary>
    SameTranslator,

    /// <summary>From the same outlet.</summary>
    SameSource,

    /// <summary>About the same topic.</summary>
    SameTopic,
}

/// <summary>A piece that belongs beside another, and why.</summary>
/// <param name="Card">The piece.</param>
/// <param name="Reason">Why it is shown.</param>
/// <param name="SharedTopics">How many topics the two share.</param>
public sealed record RelatedArticle(ArticleCard Card, RelatedReason Reason, int SharedTopics)
{
    /// <summary>At most so many are read: all language versions and series parts come first, so they are never crowded out.</summary>
    private const int Limit = 40;

    /// <summary>Reads, in one statement, the published pieces that belong beside this one, the strongest reason first.</summary>
    public static async Task<IReadOnlyList<RelatedArticle>> LoadAsync(NewsDbContext db, int articleId, DateTime now, CancellationToken cancel = default)
    {
        var self = db.Articles.Where(a => a.Id == articleId);
        var authors = db.Credits.Where(c => c.ArticleId == articleId && c.Role == CreditRole.Author).Select(c => c.ContributorId);
        var translators = db.Credits.Where(c => c.ArticleId == articleId && c.Role == CreditRole.Translator).Select(c => c.ContributorId);
        var outlets = db.Sources.Where(s => s.ArticleId == articleId).Select(s => s.PublicationId);
        var topics = self.SelectMany(a => a.Topics).Select(t => t.Id);
        var candidates = db.Articles.Published(now).Where(a => a.Id != articleId).Select(a => new
        {
            Article = a,
            SameWork = self.Any(s => s.WorkId == a.WorkId),
            SameSeries = a.SeriesId != null && self.Any(s => s.SeriesId == a.SeriesId && s.Language == a.Language),
            SameLanguage = self.Any(s => s.Language == a.Language),
            SameAuthor = a.Credits.Any(c => c.Role == CreditRole.Author && authors.Contains(c.ContributorId)),
            SameTranslator = a.Credits.Any(c => c.Role == CreditRole.Translator && translators.Contains(c.ContributorId)),
            SameSource = outlets.Contains(a.Source!.PublicationId),
            SharedTopics = a.Topics.Count(t => topics.Contains(t.Id)),
        });
        var found = await candidates
            .Where(c => c.SameWork || c.SameSeries || (c.SameLanguage && (c.SameAuthor || c.SameTranslator || c.SameSource || c.SharedTopics > 0)))
            .OrderByDescending(c => c.SameWork)
            .ThenByDescending(c => c.SameSeries)
            .ThenByDescending(c => c.SameAuthor)
            .ThenByDescending(c => c.SharedTopics)
            .ThenByDescending(c => c.SameSource)
            .ThenByDescending(c => c.Article.PublishedAt)
            .ThenByDescending(c => c.Article.Id)
            .Take(Limit)
            .Select(c => new { c.Article.Id, c.SameWork, c.SameSeries, c.SameAuthor, c.SameTranslator, c.SameSource, c.SharedTopics, Card = db.Articles.Where(a => a.Id == c.Article.Id).Select(ArticleCard.From).First() })
            .ToListAsync(cancel);
        return [.. found.Select(c => new RelatedArticle(
            c.Card,
            c.SameWork ? RelatedReason.OtherLanguage
                : c.SameSeries ? RelatedReason.SameSeries
                : c.SameAuthor ? RelatedReason.SameAuthor
                : c.SharedTopics > 0 ? RelatedReason.SameTopic
                : c.SameSource ? RelatedReason.SameSource
                : RelatedReason.SameTranslator,
            c.SharedTopics))];
    }
}
