namespace NewsSite.Articles;

/// <summary>
/// An article an editor put on a front page by hand. Picks stand in their order; those that do not stand are passed over, and places nobody filled are filled by the newest
/// pieces. Every change writes a language's picks anew, so the highest key among them says which state of the page it is.
/// </summary>
public sealed class FrontPagePick
{
    /// <summary>The slot of the lead; the row of seconds follows from 1, and after it those that wait for a place.</summary>
    public const int Lead = 0;

    /// <summary>How many pieces stand in the row of seconds.</summary>
    public const int Seconds = 3;

    /// <summary>How many picks a language has at most: those that stand, and those that wait for a place.</summary>
    public const int Most = 12;

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

    /// <summary>Its place in the order, from <see cref="Lead"/>; unique in a language.</summary>
    public int Slot { get; private set; }

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The piece.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>From when on it is passed over; UTC. Null for a pick that stays.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>Puts the article with that key in a slot.</summary>
    public static FrontPagePick Of(string language, int slot, int articleId, DateTime? expiresAt) => new(language, slot) { ArticleId = articleId, ExpiresAt = expiresAt };

    /// <summary>True while it stands on the page.</summary>
    public bool Stands(DateTime now) => ExpiresAt is null || ExpiresAt > now;
}

/// <summary>The named sets of picks.</summary>
public static class FrontPagePickScopes
{
    extension(IQueryable<FrontPagePick> picks)
    {
        /// <summary>Those of one language, in order.</summary>
        public IQueryable<FrontPagePick> Of(string language) => picks.Where(p => p.Language == language).OrderBy(p => p.Slot);
    }
}
