namespace NewsSite.Desk;

/// <summary>Somebody has a piece open in a browser; told anew every few seconds.</summary>
/// <param name="articleId">The piece.</param>
/// <param name="session">The page, by a key of its own.</param>
/// <param name="accountId">Who.</param>
/// <param name="seenAt">When last; UTC.</param>
public sealed class EditorPresence(int articleId, string session, int accountId, DateTime seenAt)
{
    /// <summary>Who was not heard of for so long has gone.</summary>
    public static readonly TimeSpan Stays = TimeSpan.FromSeconds(15);

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; } = articleId;

    /// <summary>The page.</summary>
    public string Session { get; private set; } = session;

    /// <summary>Who.</summary>
    public int AccountId { get; private set; } = accountId;

    /// <summary>When last; UTC.</summary>
    public DateTime SeenAt { get; private set; } = seenAt;
}
