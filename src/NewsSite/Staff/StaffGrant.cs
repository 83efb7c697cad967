using NewsSite.Accounts;

namespace NewsSite.Staff;

/// <summary>What somebody is in the newsroom.</summary>
/// <param name="Roles">The roles, in the order of <see cref="AccountRole"/>.</param>
/// <param name="Languages">The languages translated into; only translators have any.</param>
public sealed record StaffGrant(IReadOnlyList<AccountRole> Roles, IReadOnlyList<string> Languages)
{
    /// <summary>Reads what was ticked in a form.</summary>
    /// <param name="roles">Names of roles; unknown ones are left out.</param>
    /// <param name="languages">Tags of languages.</param>
    /// <param name="offered">The languages there are to translate into; others are left out.</param>
    public static StaffGrant Read(IEnumerable<string> roles, IEnumerable<string> languages, IReadOnlyList<string> offered)
    {
        AccountRole[] held = [.. Enum.GetValues<AccountRole>().Where(r => roles.Contains(r.ToString(), StringComparer.OrdinalIgnoreCase))];
        return new StaffGrant(held, held.Contains(AccountRole.Translator) ? [.. offered.Where(languages.Contains)] : []);
    }

    /// <summary>What an account is now.</summary>
    public static StaffGrant Of(Account account) => new([.. account.Roles.Select(r => r.Role).Order()], [.. account.Languages.Select(l => l.Language).Order(StringComparer.Ordinal)]);

    /// <summary>Why nobody can be that; null when they can.</summary>
    public StaffRefusal? WhyNot() =>
        Roles.Count == 0 ? StaffRefusal.NoRole
        : Roles.Contains(AccountRole.Translator) && Languages.Count == 0 ? StaffRefusal.NoLanguage
        : null;

    /// <summary>Makes an account that.</summary>
    /// <returns>True when a role was taken away, after which no session may go on as it was.</returns>
    public bool GiveTo(Account account, DateTime now)
    {
        var taken = account.Roles.Select(r => r.Role).Except(Roles).ToList();
        taken.ForEach(account.Revoke);
        foreach (var role in Roles)
        {
            account.Grant(role, now);
        }

        account.TranslateInto(Languages);
        return taken.Count > 0;
    }

    /// <summary>As the log tells it: <c>translator (en uk), editor</c>; a dash for nothing.</summary>
    public override string ToString() => Roles.Count == 0 ? "–" : string.Join(", ", Roles.Select(r =>
        r == AccountRole.Translator && Languages.Count > 0 ? $"translator ({string.Join(' ', Languages)})" : r.ToString().ToLowerInvariant()));
}
