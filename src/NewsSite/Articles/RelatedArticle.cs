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
public sealed record RelatedArticle
{
    /// <summary>At most so many are read: all language versions and series parts come first, so they are never crowded out.</summary>
    private const int Limit = 40;

    /// <summary>So many of what came in last for each reason are looked at: an outlet may have given us ten thousand pieces.</summary>
    private const int Considered = 200;

    /// <summary>The key of the piece.</summary>
    public required int Id { get; init; }

    /// <summary>True for the same piece in another language.</summary>
    public required bool IsSameWork { get; init; }

    /// <summary>True for another part of the series.</summary>
    public required bool IsSameSeries { get; init; }

    /// <summary>True where an author is the same.</summary>
    public required bool IsSameAuthor { get; init; }

    /// <summary>True where it first appeared in the same outlet.</summary>
    public required bool IsSameSource { get; init; }

    /// <summary>How many topics the two share.</summary>
    public required int SharedTopics { get; init; }

    /// <summary>Why it is shown; the strongest reason.</summary>
    public RelatedReason Reason =>
        IsSameWork ? RelatedReason.OtherLanguage
        : IsSameSeries ? RelatedReason.SameSeries
        : IsSameAuthor ? RelatedReason.SameAuthor
        : SharedTopics > 0 ? RelatedReason.SameTopic
        : IsSameSource ? RelatedReason.SameSource
        : RelatedReason.SameTranslator;

    /// <summary>The published pieces that belong beside this one, the strongest reason first.</summary>
    public static IQueryable<RelatedArticle> Of(NewsDbContext db, int articleId, DateTime now)
    {
        var self = db.Articles.Where(a => a.Id == articleId);
        var (work, series, language) = (self.Select(a => a.WorkId), self.Select(a => a.SeriesId), self.Select(a => a.Language));
        var authors = db.Credits.Where(c => c.ArticleId == articleId && c.Role == CreditRole.Author).Select(c => c.ContributorId);
        var translators = db.Credits.Where(c => c.ArticleId == articleId && c.Role == CreditRole.Translator).Select(c => c.ContributorId);
        var outlets = db.Sources.Where(s => s.ArticleId == articleId).Select(s => s.PublicationId);
        var topics = self.SelectMany(a => a.Topics).Select(t => t.Id);
        var others = db.Articles.Published(now).Where(a => a.Id != articleId);
        // Each set is found by an index of its own, however many pieces there are.
        var near = db.Articles.Where(a => a.WorkId == work.First()).Select(a => a.Id)
            .Concat(db.Articles.Where(a => a.SeriesId != null && a.SeriesId == series.First()).Select(a => a.Id))
            .Concat(db.Credits.Where(c => c.Role == CreditRole.Author && authors.Contains(c.ContributorId)).OrderByDescending(c => c.Id).Take(Considered).Select(c => c.ArticleId))
            .Concat(db.Credits.Where(c => c.Role == CreditRole.Translator && translators.Contains(c.ContributorId)).OrderByDescending(c => c.Id).Take(Considered).Select(c => c.ArticleId))
            .Concat(db.Sources.Where(s => outlets.Contains(s.PublicationId)).OrderByDescending(s => s.Id).Take(Considered).Select(s => s.ArticleId))
            .Concat(db.Articles.SelectMany(a => a.Topics, (a, t) => new { a.Id, Topic = t.Id }).Where(t => topics.Contains(t.Topic)).OrderByDescending(t => t.Id).Take(Considered).Select(t => t.Id));
        return others.Where(a => near.Contains(a.Id))
            .Where(a => a.WorkId == work.First() || a.Language == language.First())
            .Select(a => new
            {
                a.Id,
                a.PublishedAt,
                SameWork = a.WorkId == work.First(),
                SameSeries = a.SeriesId != null && a.SeriesId == series.First() && a.Language == language.First(),
                SameAuthor = a.Credits.Any(c => c.Role == CreditRole.Author && authors.Contains(c.ContributorId)),
                SameSource = outlets.Contains(a.Source!.PublicationId),
                SharedTopics = a.Topics.Count(t => topics.Contains(t.Id)),
            })
            .OrderByDescending(c => c.SameWork)
            .ThenByDescending(c => c.SameSeries)
            .ThenByDescending(c => c.SameAuthor)
            .ThenByDescending(c => c.SharedTopics)
            .ThenByDescending(c => c.SameSource)
            .ThenByDescending(c => c.PublishedAt)
            .ThenByDescending(c => c.Id)
            .Take(Limit)
            .Select(c => new RelatedArticle { Id = c.Id, IsSameWork = c.SameWork, IsSameSeries = c.SameSeries, IsSameAuthor = c.SameAuthor, IsSameSource = c.SameSource, SharedTopics = c.SharedTopics });
    }
}
