using System.Security.Cryptography;
using NewsSite.Comments;

namespace NewsSite.Tokens;

/// <summary>A secret with which a program acts for one person of the newsroom. What is kept knows it again and cannot tell it.</summary>
public sealed class PersonalToken
{
    /// <summary>What every secret begins with, so that one left in a file is recognised by whoever finds it, and by programs that look for them.</summary>
    public const string Prefix = "newssite_";

    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 60;

    /// <summary>For so many days at most it is good.</summary>
    public const int MaxDays = 365;

    /// <summary>So many a person may have that are good.</summary>
    public const int MostOpen = 20;

    /// <summary>How much of the secret is kept to tell it from others, in characters.</summary>
    public const int StartLength = 14;

    /// <summary>It is noted when it was last used, at most this often: a program may ask many times a second.</summary>
    public static readonly TimeSpan UsePrecision = TimeSpan.FromMinutes(5);

    private const int SecretBytes = 32;

    private PersonalToken(int accountId, string name, TokenScope scopes, DateTime madeAt)
    {
        AccountId = accountId;
        Name = name;
        Scopes = scopes;
        MadeAt = madeAt;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public int AccountId { get; private set; }

    /// <summary>What it is for, in its person's words.</summary>
    public string Name { get; private set; }

    /// <summary>What it opens.</summary>
    public TokenScope Scopes { get; private set; }

    /// <summary>The SHA-256 of the secret; 64 characters. The secret is 256 random bits, so nothing slower is needed.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The first characters of the secret.</summary>
    public string Start { get; private set; } = "";

    /// <summary>When it was made; UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When it ends; UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was last used, to within <see cref="UsePrecision"/>; UTC.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>When it was taken back; UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Makes one.</summary>
    /// <returns>What is kept, and the secret, which is kept nowhere.</returns>
    public static (PersonalToken Kept, string Secret) Make(int accountId, string name, TokenScope scopes, DateTime now, int days)
    {
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new PersonalToken(accountId, name, scopes, now) { Hash = HashOf(secret), Start = secret[..StartLength], ExpiresAt = now.AddDays(days) }, secret);
    }

    /// <summary>What a secret is known by.</summary>
    public static string HashOf(string secret) => GuestAddress.HashOf(secret);

    /// <summary>True while it opens anything.</summary>
    public bool IsOpen(DateTime now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Takes it back.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
