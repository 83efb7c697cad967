using System.Linq.Expressions;
using NewsSite.Credits;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>What a list shows of a piece: everything but its text.</summary>
public sealed record ArticleCard
{
    /// <summary>Its key.</summary>
    public required int Id { get; init; }

    /// <summary>The work whose language version it is.</summary>
    public required int WorkId { get; init; }

    /// <summary>The day in its address.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The slug in its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its language.</summary>
    public required string Language { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The sentence under the headline.</summary>
    public required string Standfirst { get; init; }

    /// <summary>What kind of text it is.</summary>
    public required Genre Genre { get; init; }

    /// <summary>The slug of its section.</summary>
    public required string SectionSlug { get; init; }

    /// <summary>The name of its section.</summary>
    public required LocalizedText SectionName { get; init; }

    /// <summary>When it became public; UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>Words in its text.</summary>
    public required int WordCount { get; init; }

    /// <summary>Published comments under it.</summary>
    public required int CommentCount { get; init; }

    /// <summary>Its place in a series.</summary>
    public int? SeriesPart { get; init; }

    /// <summary>Its picture's file, if it has one.</summary>
    public string? PictureFile { get; init; }

    /// <summary>What its picture shows.</summary>
    public string? PictureAlt { get; init; }

    /// <summary>Width of its picture's largest size, in pixels.</summary>
    public int? PictureWidth { get; init; }

    /// <summary>Height of its picture's largest size, in pixels.</summary>
    public int? PictureHeight { get; init; }

    /// <summary>Where the eye should fall when it is cropped: per cent from the left.</summary>
    public int? PictureFocusX { get; init; }

    /// <summary>Where the eye should fall when it is cropped: per cent from the top.</summary>
    public int? PictureFocusY { get; init; }

    /// <summary>Who made it.</summary>
    public required IReadOnlyList<CreditLine> Credits { get; init; }

    /// <summary>Where it first appeared.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>The language of the version of ours it was translated from, if it was.</summary>
    public string? BasisLanguage { get; init; }

    /// <summary>Its address.</summary>
    public ArticleAddress Address => new(Day, Slug);

    /// <summary>The line of who made it and where it comes from.</summary>
    public Byline Byline => Byline.Compose(Credits, Source, Language, BasisLanguage);

    /// <summary>Projects published articles.</summary>
    /// <param name="ids">
    /// The keys of all that are projected. The credits of others are kept out by them: to a database that cannot look into a join on the right of another one (SQLite), everybody's
    /// credits would have to be read for each list, a second and a half among 100,000 pieces.
    /// </param>
    internal static Expression<Func<Article, ArticleCard>> From(IQueryable<int> ids) => a => new ArticleCard
    {
        Id = a.Id,
        WorkId = a.WorkId,
        Day = a.PublicationDay!.Value,
        Slug = a.Slug,
        Language = a.Language,
        Headline = a.Headline,
        Standfirst = a.Standfirst,
        Genre = a.Genre,
        SectionSlug = a.Section.Slug,
        SectionName = a.Section.Name,
        PublishedAt = a.PublishedAt!.Value,
        WordCount = a.WordCount,
        CommentCount = a.CommentCount,
        SeriesPart = a.SeriesPart,
        PictureFile = a.Picture!.File,
        PictureAlt = a.Picture!.Alt,
        PictureWidth = (int?)a.Picture!.Width,
        PictureHeight = (int?)a.Picture!.Height,
        PictureFocusX = (int?)a.Picture!.FocusX,
        PictureFocusY = (int?)a.Picture!.FocusY,
        BasisLanguage = a.Basis!.Language,
        Credits = a.Credits.Where(c => ids.Contains(c.ArticleId)).OrderBy(c => c.Position).AsQueryable().Select(CreditLine.From).ToList(),
        Source = a.Source == null ? null : new SourceLine
        {
            Slug = a.Source.Publication.Slug,
            Name = a.Source.Publication.Name,
            Names = a.Source.Publication.Names,
            Language = a.Source.Language,
            PublishedOn = a.Source.PublishedOn,
        },
    };
}
