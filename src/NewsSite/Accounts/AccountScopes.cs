namespace NewsSite.Accounts;

/// <summary>The named sets of accounts. Nobody spells these conditions twice.</summary>
public static class AccountScopes
{
    extension(IQueryable<Account> accounts)
    {
        /// <summary>Those with a public page: confirmed, or without an address as in the sample publication; not erased.</summary>
        public IQueryable<Account> WithPublicPage => accounts.Where(a => a.ErasedAt == null && (a.EmailConfirmed || a.NormalizedEmail == null));

        /// <summary>The newsroom: those who hold a role.</summary>
        public IQueryable<Account> OfTheNewsroom => accounts.Where(a => a.ErasedAt == null && a.Roles.Any());

        /// <summary>Those who say who may, and can sign in to say it.</summary>
        public IQueryable<Account> Administrators => accounts.Where(a => a.ErasedAt == null && a.EmailConfirmed && a.Roles.Any(r => r.Role == AccountRole.Administrator));
    }
}
