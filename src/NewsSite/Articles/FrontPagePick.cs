namespace NewsSite.Articles;

/// <summary>An article an editor put on a front page by hand. Slots nobody filled are filled by the newest pieces.</summary>
public sealed class FrontPagePick
{
    /// <summary>The slot of the lead; the row of seconds follows from 1.</summary>
    public const int Lead = 0;

    /// <summary>How many pieces stand in the row of seconds.</summary>
    public const int Seconds = 3;

    /// <summary>Puts an article in a slot of one language's front page.</summary>
    public FrontPagePick(string language, int slot, Article article)
    {
        Language = language;
        Slot = slot;
        Article = article;
    }

    private FrontPagePick(string language, int slot)
    {
        Language = language;
        Slot = slot;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Whose front page it is; a BCP 47 tag.</summary>
    public string Language { get; private set; }

    /// <summary><see cref="Lead"/>, or 1 to <see cref="Seconds"/>; unique in a language.</summary>
    public int Slot { get; private set; }

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The piece.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>From when on it is passed over; UTC. Null for a pick that stays.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>True while it stands on the page.</summary>
    public bool Stands(DateTime now) => ExpiresAt is null || ExpiresAt > now;
}
