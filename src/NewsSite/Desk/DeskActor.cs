using NewsSite.Accounts;

namespace NewsSite.Desk;

/// <summary>Somebody at the desk and what they may do there. An administrator may do everything.</summary>
/// <param name="AccountId">Their account.</param>
/// <param name="Roles">The roles they hold.</param>
/// <param name="Languages">The languages they translate into; BCP 47 tags.</param>
public sealed record DeskActor(int AccountId, IReadOnlySet<AccountRole> Roles, IReadOnlySet<string> Languages)
{
    /// <summary>True for those who say who may, and what the publication says of itself.</summary>
    public bool IsAdministrator => Roles.Contains(AccountRole.Administrator);

    /// <summary>True for those who show pieces to readers, and take them back.</summary>
    public bool MayPublish => IsAdministrator || Roles.Contains(AccountRole.Editor);

    /// <summary>True for those who decide about comments.</summary>
    public bool MayModerate => IsAdministrator || Roles.Contains(AccountRole.Moderator);

    /// <summary>Whether they may see drafts in a language: whoever may write them. Those who decide about comments see none.</summary>
    public bool MaySee(string language) => MayWrite(language);

    /// <summary>Whether they may write drafts in a language: editors in any, translators in theirs. Whoever translates into <c>pt</c> may write <c>pt-BR</c>.</summary>
    public bool MayWrite(string language) =>
        MayPublish || (Roles.Contains(AccountRole.Translator) && (Languages.Contains(language) || Languages.Contains(language.Split('-')[0])));
}
