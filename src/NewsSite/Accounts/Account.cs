using NewsSite.Credits;

namespace NewsSite.Accounts;

/// <summary>Someone who can be the author of comments under one name.</summary>
public sealed class Account
{
    /// <summary>The longest display name, in characters.</summary>
    public const int MaxNameLength = 80;

    /// <summary>Makes an account with that name.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public Account(string displayName, DateTime createdAt)
    {
        DisplayName = displayName.Trim() is { Length: > 0 and <= MaxNameLength } trimmed
            ? trimmed
            : throw new ArgumentException($"A name has 1 to {MaxNameLength} characters.", nameof(displayName));
        CreatedAt = createdAt;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The name printed above their comments; unique.</summary>
    public string DisplayName { get; private set; }

    /// <summary>When it was made; UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>The contributor this person is, if any: their comments under their own piece say so.</summary>
    public int? ContributorId { get; private set; }

    /// <summary>The contributor this person is, if any.</summary>
    public Contributor? Contributor { get; set; }
}
