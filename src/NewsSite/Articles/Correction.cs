using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>What a dated public note on an article is.</summary>
public enum CorrectionKind
{
    /// <summary>Something was wrong.</summary>
    Correction,

    /// <summary>Something was right but could be misread.</summary>
    Clarification,

    /// <summary>Something happened since.</summary>
    Update,

    /// <summary>What readers should know of how the piece came to be.</summary>
    EditorsNote,

    /// <summary>The piece does not stand; it stays readable under this note.</summary>
    Retraction,
}

/// <summary>A dated public note on a published article. Notes are added, never changed or taken away.</summary>
public sealed class Correction
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 2_000;

    internal Correction(CorrectionKind kind, DateTime notedAt, string text, int? revision, IReadOnlyList<TextChange> changes)
        : this(kind, notedAt, text, revision)
    {
        ChangesJson = changes.Count == 0 ? null : TextChange.ToJson(changes);
    }

    private Correction(CorrectionKind kind, DateTime notedAt, string text, int? revision)
    {
        Revision = revision;
        Kind = kind;
        NotedAt = notedAt;
        Text = text;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The article it is about.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The article it is about.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>What the note is.</summary>
    public CorrectionKind Kind { get; private set; }

    /// <summary>When it was made; UTC.</summary>
    public DateTime NotedAt { get; private set; }

    /// <summary>The revision that came with it, whose difference from the one readers had before shows what changed; null where nothing in the text did.</summary>
    public int? Revision { get; private set; }

    /// <summary>The paragraphs that changed with it; JSON. Kept here, for a note stays true whatever becomes of the revisions. Null where nothing in the text did.</summary>
    public string? ChangesJson { get; private set; }

    /// <summary>What it says: plain text in the article's language.</summary>
    public string Text { get; private set; }
}
