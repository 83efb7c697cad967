using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Feeds;

/// <summary>A public note and the piece it is about.</summary>
public sealed record CorrectionNote
{
    /// <summary>So many are shown, the newest first.</summary>
    public const int Shown = 200;

    /// <summary>The note's key.</summary>
    public required int Id { get; init; }

    /// <summary>What it is.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>When it was made; UTC.</summary>
    public required DateTime NotedAt { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The paragraphs that changed with it, as they are stored.</summary>
    public string? ChangesJson { get; init; }

    /// <summary>The piece's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The piece's language.</summary>
    public required string Language { get; init; }

    /// <summary>The day in the piece's address.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The slug in the piece's address.</summary>
    public required string Slug { get; init; }

    /// <summary>Where the piece is.</summary>
    public ArticleAddress Address => new(Day, Slug);

    /// <summary>The paragraphs that changed with it.</summary>
    public IReadOnlyList<TextChange> Changes => TextChange.FromJson(ChangesJson);

    /// <summary>The newest notes on pieces readers have.</summary>
    public static async Task<IReadOnlyList<CorrectionNote>> NewestAsync(NewsDbContext db, DateTime now, CancellationToken cancel) =>
        await db.Articles.Published(now).SelectMany(a => a.Corrections)
            .OrderByDescending(c => c.NotedAt).ThenByDescending(c => c.Id).Take(Shown)
            .Select(c => new CorrectionNote
            {
                Id = c.Id, Kind = c.Kind, NotedAt = c.NotedAt, Text = c.Text, ChangesJson = c.ChangesJson,
                Headline = c.Article.Headline, Language = c.Article.Language, Day = c.Article.PublicationDay!.Value, Slug = c.Article.Slug,
            })
            .ToListAsync(cancel);
}
