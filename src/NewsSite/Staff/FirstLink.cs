namespace NewsSite.Staff;

/// <summary>
/// A link that makes the first account the administrator's, printed by a start that found no administrator. It ends when it is used, when there is an administrator
/// by whatever way, and at the next start.
/// </summary>
/// <param name="tokenHash">What its secret is known by: its SHA-256.</param>
/// <param name="madeAt">When; UTC.</param>
public sealed class FirstLink(string tokenHash, DateTime madeAt)
{
    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>What its secret is known by; 64 characters.</summary>
    public string TokenHash { get; private set; } = tokenHash;

    /// <summary>When it was made; UTC.</summary>
    public DateTime MadeAt { get; private set; } = madeAt;
}
