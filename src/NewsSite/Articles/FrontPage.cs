using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>A section as a front page names its column.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
public sealed record FrontSection(string Slug, LocalizedText Name);

/// <summary>A section's column.</summary>
/// <param name="Section">The section.</param>
/// <param name="Pieces">Its newest pieces that stand nowhere else on the page.</param>
public sealed record FrontColumn(FrontSection Section, IReadOnlyList<ArticleCard> Pieces);

/// <summary>A front page as it stands at a time: a lead, a row of seconds, what is most discussed, columns by section, pieces in other languages. No piece stands on it twice.</summary>
public sealed record FrontPage
{
    /// <summary>So many stand on top: the lead and the seconds.</summary>
    public const int Tops = 1 + FrontPagePick.Seconds;

    private const int PiecesInColumn = 3;
    private const int Discussed = 5;

    /// <summary>The piece at the top; null while nothing is published.</summary>
    public ArticleCard? Lead { get; private init; }

    /// <summary>The row beneath it.</summary>
    public IReadOnlyList<ArticleCard> Seconds { get; private init; } = [];

    /// <summary>The pieces readers talk about most, those on top left out.</summary>
    public IReadOnlyList<ArticleCard> MostDiscussed { get; private init; } = [];

    /// <summary>The columns that have pieces.</summary>
    public IReadOnlyList<FrontColumn> Columns { get; private init; } = [];

    /// <summary>The newest pieces in other languages.</summary>
    public IReadOnlyList<ArticleCard> Elsewhere { get; init; } = [];

    /// <summary>When it becomes another page by itself because a pick expires; UTC. Null when none will.</summary>
    public DateTime? StandsUntil { get; init; }

    /// <summary>Puts a page together: every piece goes to the first place that wants it.</summary>
    /// <param name="picked">The picks that stand, in order.</param>
    /// <param name="latest">The newest pieces, newest first.</param>
    /// <param name="sections">The sections, in order.</param>
    public static FrontPage Of(IReadOnlyList<ArticleCard> picked, IReadOnlyList<ArticleCard> latest, IReadOnlyList<FrontSection> sections)
    {
        var onTop = picked.Concat(latest).DistinctBy(c => c.Id).Take(Tops).ToList();
        var below = latest.ExceptBy(onTop.Select(c => c.Id), c => c.Id).ToList();
        var discussed = below.Where(c => c.CommentCount > 0).OrderByDescending(c => c.CommentCount).ThenByDescending(c => c.Id).Take(Discussed).ToList();
        var rest = below.Except(discussed).ToList();
        return new FrontPage
        {
            Lead = onTop.FirstOrDefault(),
            Seconds = [.. onTop.Skip(1)],
            MostDiscussed = discussed,
            Columns = [.. sections.Select(s => new FrontColumn(s, [.. rest.Where(c => c.SectionSlug == s.Slug).Take(PiecesInColumn)])).Where(c => c.Pieces.Count > 0)],
        };
    }
}
