namespace NewsSite.Accounts;

/// <summary>The named sets of accounts. Nobody spells these conditions twice.</summary>
public static class AccountScopes
{
    extension(IQueryable<Account> accounts)
    {
        /// <summary>Those with a public page: confirmed, or without an address as in the sample publication; not erased.</summary>
        public IQueryable<Account> WithPublicPage => accounts.Where(a => a.ErasedAt == null && (a.EmailConfirmed || a.NormalizedEmail == null));
    }
}
