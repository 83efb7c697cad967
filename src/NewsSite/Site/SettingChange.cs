namespace NewsSite.Site;

/// <summary>
/// One change of one thing the publication says of itself. Lines are added and never changed; what holds is what the latest line of a key says, and where there is
/// none, what the server is configured with.
/// </summary>
public sealed class SettingChange
{
    /// <summary>The longest value, in characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Makes the change that follows another.</summary>
    /// <param name="key">What is changed: one of <see cref="SettingKeys"/>.</param>
    /// <param name="number">Its number among the changes of that key, from 1. Unique, so that of two people who change the same thing at once one is told.</param>
    /// <param name="before">What held before; null for what the server is configured with.</param>
    /// <param name="after">What holds from now on; null for what the server is configured with.</param>
    /// <param name="accountId">Who.</param>
    /// <param name="at">When; UTC.</param>
    public SettingChange(string key, int number, string? before, string? after, int? accountId, DateTime at) =>
        (Key, Number, Before, After, AccountId, At) = (key, number, before, after, accountId, at);

    /// <summary>The key in the database; later changes have higher ones.</summary>
    public int Id { get; private set; }

    /// <summary>What is changed.</summary>
    public string Key { get; private set; }

    /// <summary>Its number among the changes of that key.</summary>
    public int Number { get; private set; }

    /// <summary>What held before; null for what the server is configured with.</summary>
    public string? Before { get; private set; }

    /// <summary>What holds from then on; null for what the server is configured with.</summary>
    public string? After { get; private set; }

    /// <summary>Who; null once their account is gone.</summary>
    public int? AccountId { get; private set; }

    /// <summary>When; UTC.</summary>
    public DateTime At { get; private set; }
}
