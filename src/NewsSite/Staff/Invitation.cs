using NewsSite.Accounts;

namespace NewsSite.Staff;

/// <summary>Somebody asked to join the newsroom, by a link mailed to their address.</summary>
public sealed class Invitation
{
    /// <summary>How long the link works from when it was last mailed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How long its row stays after it was last mailed; the log keeps that there was one.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    /// <summary>Makes an invitation.</summary>
    /// <param name="email">The address, in the form addresses are compared in.</param>
    /// <param name="name">What they are called, if the inviter said so.</param>
    /// <param name="language">The language of the mail and of the page behind its link.</param>
    /// <param name="grant">What they are to become.</param>
    /// <param name="invitedById">Who asks.</param>
    /// <param name="tokenHash">What the link's secret is known by.</param>
    /// <param name="now">When; UTC.</param>
    public Invitation(string email, string? name, string language, StaffGrant grant, int? invitedById, string tokenHash, DateTime now)
        : this(email, name, language, invitedById, tokenHash, now)
    {
        (RoleNames, LanguageTags) = (string.Join(' ', grant.Roles), string.Join(' ', grant.Languages));
    }

    private Invitation(string email, string? name, string language, int? invitedById, string tokenHash, DateTime invitedAt)
    {
        (Email, Name, Language, InvitedById) = (email, name, language, invitedById);
        (TokenHash, InvitedAt, MailedAt) = (tokenHash, invitedAt, invitedAt);
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The address, in the form addresses are compared in.</summary>
    public string Email { get; private set; }

    /// <summary>What they are called, if the inviter said so; at most <see cref="Account.MaxNameLength"/> characters.</summary>
    public string? Name { get; private set; }

    /// <summary>The language of the mail and of the page behind its link.</summary>
    public string Language { get; private set; }

    /// <summary>The roles, by their names, separated by spaces.</summary>
    public string RoleNames { get; private set; } = "";

    /// <summary>The languages, by their tags, separated by spaces.</summary>
    public string LanguageTags { get; private set; } = "";

    /// <summary>Who asks; null when their account is gone.</summary>
    public int? InvitedById { get; private set; }

    /// <summary>When it was made; UTC.</summary>
    public DateTime InvitedAt { get; private set; }

    /// <summary>When the link was last mailed; UTC.</summary>
    public DateTime MailedAt { get; private set; }

    /// <summary>What the link's secret is known by: its SHA-256. Another one with every mail.</summary>
    public string TokenHash { get; private set; }

    /// <summary>When it was accepted; UTC.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>When it was taken back; UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>What they are to become.</summary>
    public StaffGrant Grant => new(
        [.. RoleNames.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AccountRole>)],
        [.. LanguageTags.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>What the log calls them: the name, else the address without what tells whose it is, for the log outlives accounts.</summary>
    public string Called => Name ?? $"{Email[0]}…{Email[Email.LastIndexOf('@')..]}";

    /// <summary>True while it was neither accepted nor taken back, whether its link still works or not.</summary>
    public bool IsOpen => AcceptedAt is null && RevokedAt is null;

    /// <summary>When the link ends; UTC.</summary>
    public DateTime ExpiresAt => MailedAt + Lifetime;

    /// <summary>True when the link has had its time.</summary>
    public bool HasExpired(DateTime now) => now >= ExpiresAt;

    /// <summary>It is mailed once more: the link mailed before ends, and the new one has its full time.</summary>
    public void MailAgain(string tokenHash, DateTime now) => (TokenHash, MailedAt) = (tokenHash, now);

    /// <summary>It is taken back.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
