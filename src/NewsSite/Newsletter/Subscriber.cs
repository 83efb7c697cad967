using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Newsletter;

/// <summary>
/// A confirmed address the newsletter goes to. There is one only after somebody who reads mail there said so; whoever ends it is forgotten with the row. An address
/// mail comes back from is kept and not written to, until somebody confirms it anew.
/// </summary>
public sealed class Subscriber
{
    /// <summary>How long a key is, in characters.</summary>
    public const int KeyLength = 32;

    /// <summary>After so many issues that came back without saying that the address is gone, it is taken to be.</summary>
    public const int MostFailures = 3;

    /// <summary>A failure older than this is forgotten.</summary>
    public static readonly TimeSpan FailuresCountFor = TimeSpan.FromDays(45);

    private const int TagLength = 10;

    /// <summary>Subscribes an address.</summary>
    public Subscriber(string email, NewsletterChoices choices, DateTime now)
    {
        (Email, ConfirmedAt) = (email, now);
        Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyLength / 2));
        Choose(choices);
    }

    private Subscriber(string email, string key)
    {
        Email = email;
        Key = key;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The address, in lower case.</summary>
    public string Email { get; private set; }

    /// <summary>What the links of their mails carry; random, 32 hexadecimal digits.</summary>
    public string Key { get; private set; }

    /// <summary>The language they are written to in.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The languages of the pieces, the most wanted first.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The keys of the sections; none for all.</summary>
    public IReadOnlyList<int> Sections { get; private set; } = [];

    /// <summary>How often.</summary>
    public IssueRhythm Rhythm { get; private set; }

    /// <summary>When the address was confirmed; UTC.</summary>
    public DateTime ConfirmedAt { get; private set; }

    /// <summary>Since when nothing is sent there, for mail came back; UTC.</summary>
    public DateTime? SuppressedAt { get; private set; }

    /// <summary>What the last mail that came back said.</summary>
    public string? BounceReason { get; private set; }

    /// <summary>How many issues in a row came back.</summary>
    public int Failures { get; private set; }

    /// <summary>When the last of them did; UTC.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>What they want.</summary>
    public NewsletterChoices Choices => new(Language, Languages, Sections, Rhythm);

    /// <summary>What the return path of their mails carries, so that mail that comes back says whose it was. Made from the key: nobody can have others taken off.</summary>
    public string ReturnTag => TagOf(Id, Key);

    /// <summary>Wants something else.</summary>
    public void Choose(NewsletterChoices choices) => (Language, Languages, Sections, Rhythm) = (choices.Language, choices.Languages, choices.Sections, choices.Rhythm);

    /// <summary>Somebody who reads mail there said so again: what came back before counts no more.</summary>
    public void ConfirmAgain(NewsletterChoices choices, DateTime now)
    {
        Choose(choices);
        ConfirmedAt = SuppressedAt is null ? ConfirmedAt : now;
        (SuppressedAt, BounceReason, Failures, FailedAt) = (null, null, 0, null);
    }

    /// <summary>A mail came back.</summary>
    public void Bounced(Bounce bounce, DateTime now)
    {
        BounceReason = bounce.Reason;
        Failures = FailedAt is { } last && now - last < FailuresCountFor ? Failures + 1 : 1;
        FailedAt = now;
        if (bounce.IsAddressGone || Failures >= MostFailures)
        {
            SuppressedAt ??= now;
        }
    }

    /// <summary>The key a tag names, where it is the tag of a subscriber with that key.</summary>
    public bool HasTag(string tag) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(ReturnTag), Encoding.ASCII.GetBytes(tag));

    private static string TagOf(int id, string key) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"return {key}")))[..TagLength]}");
}
