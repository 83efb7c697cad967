using NewsSite.Accounts;

namespace NewsSite.Desk;

/// <summary>Somebody at the desk, and what they may do there.</summary>
/// <param name="AccountId">Their account.</param>
/// <param name="Roles">The roles they hold.</param>
/// <param name="Languages">The languages they translate into; BCP 47 tags. Of no matter for editors.</param>
public sealed record DeskActor(int AccountId, IReadOnlySet<AccountRole> Roles, IReadOnlySet<string> Languages)
{
    /// <summary>True for those who say who may.</summary>
    public bool IsAdministrator => Roles.Contains(AccountRole.Administrator);

    /// <summary>True for those who publish.</summary>
    public bool MayPublish => IsAdministrator || Roles.Contains(AccountRole.Editor);

    /// <summary>True for those who decide about comments.</summary>
    public bool MayModerate => IsAdministrator || Roles.Contains(AccountRole.Moderator);

    /// <summary>True for those who may write a draft in that language: editors in any, translators in theirs.</summary>
    public bool MayWrite(string language) => MayPublish || (Roles.Contains(AccountRole.Translator) && Languages.Contains(language));
}
