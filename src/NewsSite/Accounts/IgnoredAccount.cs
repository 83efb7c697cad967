namespace NewsSite.Accounts;

/// <summary>That one account does not want to see another's comments.</summary>
/// <param name="accountId">Who ignores.</param>
/// <param name="ignoredId">Who is ignored.</param>
public sealed class IgnoredAccount(int accountId, int ignoredId)
{
    /// <summary>Who ignores.</summary>
    public int AccountId { get; private set; } = accountId;

    /// <summary>Who is ignored.</summary>
    public int IgnoredId { get; private set; } = ignoredId;
}
