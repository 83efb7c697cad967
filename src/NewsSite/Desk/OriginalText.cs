namespace NewsSite.Desk;

/// <summary>The text of an original, kept beside the translation. Never changed: another text is another row, so that every revision keeps the one it was made from.</summary>
/// <param name="articleId">The piece.</param>
/// <param name="text">The text; paragraphs are lines.</param>
/// <param name="savedAt">When it was put here; UTC.</param>
public sealed class OriginalText(int articleId, string text, DateTime savedAt)
{
    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; } = articleId;

    /// <summary>The text.</summary>
    public string Text { get; private set; } = text;

    /// <summary>When it was put here; UTC.</summary>
    public DateTime SavedAt { get; private set; } = savedAt;
}
