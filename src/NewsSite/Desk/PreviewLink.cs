using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Desk;

/// <summary>
/// Lets somebody outside see one revision by an address that is its own key: the author of the original, who signs off a translation without an account. Only the key's
/// hash is kept, so that whoever gets the database alone opens nothing.
/// </summary>
public sealed class PreviewLink
{
    /// <summary>The most days a link opens.</summary>
    public const int MaxDays = 30;

    /// <summary>The longest name of whom it is for, in characters.</summary>
    public const int MaxNameLength = 120;

    private const int KeyLength = 32;

    /// <summary>Makes a link.</summary>
    /// <param name="articleId">The piece.</param>
    /// <param name="revision">The revision it shows, and no other.</param>
    /// <param name="forWhom">For whom, in the words of whoever makes it.</param>
    /// <param name="madeBy">Who makes it.</param>
    /// <param name="now">When; UTC.</param>
    /// <param name="days">For how many days it opens.</param>
    /// <param name="key">The key, told this once.</param>
    public PreviewLink(int articleId, int revision, string forWhom, int madeBy, DateTime now, int days, out string key)
    {
        key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyLength));
        (ArticleId, Revision, ForWhom, MadeById, MadeAt, ExpiresAt, KeyHash) = (articleId, revision, forWhom, madeBy, now, now.AddDays(days), HashOf(key));
    }

    private PreviewLink(string keyHash, string forWhom) => (KeyHash, ForWhom) = (keyHash, forWhom);

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The revision it shows.</summary>
    public int Revision { get; private set; }

    /// <summary>The hash of the key in its address.</summary>
    public string KeyHash { get; private set; }

    /// <summary>For whom.</summary>
    public string ForWhom { get; private set; }

    /// <summary>Who made it; null once they are gone.</summary>
    public int? MadeById { get; private set; }

    /// <summary>When; UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Until when it opens; UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was taken back; UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>When it was first opened; UTC. Programs that look at mail open links too.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>What was answered, in order.</summary>
    public ICollection<PreviewAnswer> Answers { get; } = [];

    /// <summary>True while it opens.</summary>
    public bool IsOpen(DateTime now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Takes it back.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;

    /// <summary>Somebody opened it.</summary>
    public void Open(DateTime now) => OpenedAt ??= now;

    /// <summary>What is kept of a key.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <summary>What somebody outside said of a revision. Each has words under <c>PreviewAnswer.</c> and its name.</summary>
public enum PreviewAnswerKind
{
    /// <summary>It may appear so.</summary>
    Approved,

    /// <summary>A remark.</summary>
    Commented,
}

/// <summary>An answer to a preview. Answers are added, never changed or taken away; each is about the revision its link shows.</summary>
public sealed class PreviewAnswer
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxTextLength = 4_000;

    /// <summary>So much of a paragraph is quoted, in characters.</summary>
    public const int MaxQuoteLength = 300;

    internal PreviewAnswer(PreviewLink link, PreviewAnswerKind kind, string name, DateTime at) => (LinkId, Revision, Kind, Name, At) = (link.Id, link.Revision, kind, name, at);

    private PreviewAnswer(string name) => Name = name;

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The link it came by.</summary>
    public int LinkId { get; private set; }

    /// <summary>The revision it is about.</summary>
    public int Revision { get; private set; }

    /// <summary>What it is.</summary>
    public PreviewAnswerKind Kind { get; private set; }

    /// <summary>The name typed; nobody checked it.</summary>
    public string Name { get; private set; }

    /// <summary>The remark.</summary>
    public string? Text { get; internal init; }

    /// <summary>The paragraph it is about, from 1.</summary>
    public int? Paragraph { get; internal init; }

    /// <summary>How that paragraph begins in the revision.</summary>
    public string? Quote { get; internal init; }

    /// <summary>When; UTC.</summary>
    public DateTime At { get; private set; }
}
