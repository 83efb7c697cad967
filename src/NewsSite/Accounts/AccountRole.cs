namespace NewsSite.Accounts;

/// <summary>What an account may do beyond reading and commenting. Several may be held.</summary>
public enum AccountRole
{
    /// <summary>Writes drafts in their languages.</summary>
    Translator,

    /// <summary>Publishes.</summary>
    Editor,

    /// <summary>Decides about comments.</summary>
    Moderator,

    /// <summary>Does all of it, and says who may.</summary>
    Administrator,
}

/// <summary>A role an account holds.</summary>
/// <param name="role">The role.</param>
/// <param name="grantedAt">Since when; UTC.</param>
public sealed class RoleGrant(AccountRole role, DateTime grantedAt)
{
    /// <summary>The account that holds it.</summary>
    public int AccountId { get; private set; }

    /// <summary>The role.</summary>
    public AccountRole Role { get; private set; } = role;

    /// <summary>Since when; UTC.</summary>
    public DateTime GrantedAt { get; private set; } = grantedAt;
}
