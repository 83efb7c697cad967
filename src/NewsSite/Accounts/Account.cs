using Microsoft.AspNetCore.Identity;
using NewsSite.Credits;
using NewsSite.Email;
using NewsSite.Text;

namespace NewsSite.Accounts;

/// <summary>Someone who can sign in and be the author of comments under one name. Accounts of the sample publication and of archived pages have no address and cannot sign in.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>The longest display name, in characters.</summary>
    public const int MaxNameLength = 80;

    /// <summary>The longest bio, in characters.</summary>
    public const int MaxBioLength = 300;

    /// <summary>How long a request to delete the account waits, for a change of mind.</summary>
    public static readonly TimeSpan DeletionDelay = TimeSpan.FromDays(1);

    /// <summary>Makes an account with that name.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public Account(string displayName, DateTime createdAt)
    {
        DisplayName = Checked(displayName);
        CreatedAt = createdAt;
    }

    /// <summary>The name printed above their comments.</summary>
    public string DisplayName { get; private set; }

    /// <summary>
    /// The look-alike skeletons of the name, once the name is theirs: see <see cref="ConfusableSkeleton"/>. Null until the address is confirmed, so that
    /// nobody keeps a name by asking for it; unique from then on.
    /// </summary>
    public string? NameSkeleton { get; private set; }

    /// <summary>The same for the name as written.</summary>
    public string? NameAsWritten { get; private set; }

    /// <summary>A sentence or two about them; plain text.</summary>
    public string? Bio { get; private set; }

    /// <summary>The language they like to be written to in; a BCP 47 tag.</summary>
    public string Language { get; set; } = "en";

    /// <summary>When it was made; UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Whether and how often replies to their comments come by mail; a comment may say otherwise.</summary>
    public MailFrequency ReplyMail { get; set; }

    /// <summary>When its deletion was asked for; UTC. Null when it was not, or was thought better of.</summary>
    public DateTime? DeletionAskedAt { get; private set; }

    /// <summary>When it was erased; UTC. The row stays so that comments keep their place; nothing of the person is in it.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>The contributor this person is, if any: their comments under their own piece say so.</summary>
    public int? ContributorId { get; private set; }

    /// <summary>The contributor this person is, if any.</summary>
    public Contributor? Contributor { get; set; }

    /// <summary>The roles held.</summary>
    public ICollection<RoleGrant> Roles { get; } = [];

    /// <summary>The languages translated into; of use to translators only.</summary>
    public ICollection<AccountLanguage> Languages { get; } = [];

    /// <summary>When somebody last signed in to it; UTC. Null when nobody has since this is written down.</summary>
    public DateTime? LastSignedInAt { get; private set; }

    /// <summary>True when the account may comment under its name at all: its address is confirmed and it is not erased.</summary>
    public bool IsConfirmed => EmailConfirmed && ErasedAt is null;

    /// <summary>True when the account's deletion was asked for and its day is over.</summary>
    public bool IsDueForErasure(DateTime now) => ErasedAt is null && DeletionAskedAt is { } asked && asked + DeletionDelay <= now;

    /// <summary>Takes the name for good: from now on nobody else may use it or one that looks like it.</summary>
    public void OwnName()
    {
        NameSkeleton = ConfusableSkeleton.Of(DisplayName);
        NameAsWritten = ConfusableSkeleton.AsWritten(DisplayName);
    }

    /// <summary>Changes the name; comments already posted keep the name they were posted under.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public void Rename(string displayName)
    {
        DisplayName = Checked(displayName);
        if (NameSkeleton is not null)
        {
            OwnName();
        }
    }

    /// <summary>Sets the bio; an empty one takes it away.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    public void Describe(string? bio) => Bio = bio?.Trim() is not { Length: > 0 } text ? null
        : text.Length <= MaxBioLength ? text
        : throw new ArgumentException($"A bio has at most {MaxBioLength} characters.", nameof(bio));

    /// <summary>Gives it a role; one it holds stays as it is.</summary>
    public void Grant(AccountRole role, DateTime now)
    {
        if (!Roles.Any(r => r.Role == role))
        {
            Roles.Add(new RoleGrant(role, now));
        }
    }

    /// <summary>Takes a role away; one it does not hold is no matter.</summary>
    public void Revoke(AccountRole role)
    {
        if (Roles.FirstOrDefault(r => r.Role == role) is { } held)
        {
            Roles.Remove(held);
        }
    }

    /// <summary>Says which languages it translates into from now on.</summary>
    /// <param name="languages">Their tags, in canonical case.</param>
    public void TranslateInto(IReadOnlyCollection<string> languages)
    {
        foreach (var gone in Languages.Where(l => !languages.Contains(l.Language)).ToList())
        {
            Languages.Remove(gone);
        }

        foreach (var language in languages.Where(l => Languages.All(known => known.Language != l)))
        {
            Languages.Add(new AccountLanguage(language));
        }
    }

    /// <summary>Asks for the account to be deleted a day from now.</summary>
    public void AskForDeletion(DateTime now) => DeletionAskedAt ??= now;

    /// <summary>Thinks better of it.</summary>
    public void KeepAfterAll() => DeletionAskedAt = null;

    /// <summary>Takes everything of the person out of the row.</summary>
    /// <param name="now">When; UTC.</param>
    /// <param name="placeholder">What stands where a name must stand; unique.</param>
    public void Erase(DateTime now, string placeholder)
    {
        DisplayName = Checked(placeholder);
        (NameSkeleton, NameAsWritten, Bio, Contributor, ContributorId) = (null, null, null, null, null);
        (UserName, NormalizedUserName, Email, NormalizedEmail, EmailConfirmed) = (placeholder, placeholder.ToUpperInvariant(), null, null, false);
        (PasswordHash, PhoneNumber, TwoFactorEnabled, ReplyMail) = (null, null, false, MailFrequency.Never);
        (Language, LockoutEnd, AccessFailedCount, LastSignedInAt) = ("en", null, 0, null);
        // Whoever still holds the row as it was must not write it back.
        (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        ErasedAt = now;
        Roles.Clear();
        Languages.Clear();
    }

    private static string Checked(string name) => name.Trim() is { Length: > 0 and <= MaxNameLength } trimmed
        ? trimmed
        : throw new ArgumentException($"A name has 1 to {MaxNameLength} characters.", nameof(name));
}
