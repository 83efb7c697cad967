using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Newsletter;

/// <summary>
/// Reads what an issue tells: what became public since the one before and what editors put on a front page since, in the order of the edited front pages. A language is
/// read once, however many choices it is part of. For one issue at a time.
/// </summary>
public sealed class IssueReader(NewsDbContext db, FrontPages fronts)
{
    private const int PiecesRead = 200;

    private readonly Dictionary<string, IReadOnlyList<ArticleCard>> byLanguage = [];
    private Issue? read;
    private HashSet<int> pickedBefore = [];
    private IReadOnlyList<FrontSection> sections = [];
    private Dictionary<int, string> slugs = [];

    /// <summary>What the issue tells those who chose that.</summary>
    public async Task<IssueContent> ReadAsync(Issue issue, NewsletterChoices choices, CancellationToken cancel = default)
    {
        if (read != issue)
        {
            await TurnToAsync(issue, cancel);
        }

        var wanted = choices.Sections.Select(id => slugs.GetValueOrDefault(id)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var everything = choices.Sections.Count == 0;
        var pieces = new List<ArticleCard>();
        foreach (var language in choices.Languages)
        {
            pieces.AddRange((await NewIn(language, issue, cancel)).Where(c => everything || wanted.Contains(c.SectionSlug)));
        }

        var versions = pieces.ToLookup(c => c.WorkId);
        var told = pieces.DistinctBy(c => c.WorkId).ToList();
        return new IssueContent(
            [.. told.Take(IssueContent.MaxPieces).GroupBy(c => c.Language).Select(g => new IssueGroup(g.Key, [.. g.Select(c => new IssuePiece(c, [.. versions[c.WorkId].Where(v => v.Id != c.Id)]))]))],
            Math.Max(0, told.Count - IssueContent.MaxPieces));
    }

    private async Task TurnToAsync(Issue issue, CancellationToken cancel)
    {
        byLanguage.Clear();
        read = issue;
        var before = await db.Issues.AsNoTracking().Where(i => i.Rhythm == issue.Rhythm && i.At < issue.At).OrderByDescending(i => i.At).FirstOrDefaultAsync(cancel);
        pickedBefore = [.. before?.Picks ?? []];
        sections = await fronts.SectionsAsync(cancel);
        slugs = await db.Sections.Select(s => new { s.Id, s.Slug }).ToDictionaryAsync(s => s.Id, s => s.Slug, cancel);
    }

    private async Task<IReadOnlyList<ArticleCard>> NewIn(string language, Issue issue, CancellationToken cancel)
    {
        if (byLanguage.TryGetValue(language, out var known))
        {
            return known;
        }

        var front = await fronts.ReadAsync(language, sections, issue.At, cancel: cancel);
        var since = issue.Since;
        var news = await db.Articles.AsNoTracking().Published(issue.At).Where(a => a.Language == language && a.PublishedAt > since).LatestFirst.Take(PiecesRead).Cards.ToListAsync(cancel);
        var fresh = news.Select(c => c.Id).ToHashSet();
        var onTop = (front.Lead is { } lead ? front.Seconds.Prepend(lead) : front.Seconds).Where(c => fresh.Contains(c.Id) || (issue.Picks.Contains(c.Id) && !pickedBefore.Contains(c.Id)));
        var place = sections.Select((s, i) => (s.Slug, i)).ToDictionary(s => s.Slug, s => s.i, StringComparer.Ordinal);
        return byLanguage[language] = [.. onTop.Concat(news.OrderBy(c => place.GetValueOrDefault(c.SectionSlug, place.Count))).DistinctBy(c => c.Id)];
    }
}
