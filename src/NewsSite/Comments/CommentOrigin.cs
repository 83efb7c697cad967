namespace NewsSite.Comments;

/// <summary>
/// Where a comment came from: everything about its posting that readers never see and that has its own time to be forgotten. One row for each comment posted here;
/// those of the sample publication and of archived pages have none.
/// </summary>
public sealed class CommentOrigin
{
    /// <summary>How long a network is remembered.</summary>
    public static readonly TimeSpan NetworkKept = TimeSpan.FromDays(90);

    /// <summary>How long a second post of the same text is the first one again.</summary>
    public static readonly TimeSpan RepeatWindow = TimeSpan.FromDays(1);

    /// <summary>The longest address of a guest, in characters (RFC 5321 leaves 254).</summary>
    public const int MaxEmailLength = 254;

    /// <summary>The comment.</summary>
    public int CommentId { get; private set; }

    /// <summary>The comment.</summary>
    public Comment Comment { get; init; } = null!;

    /// <summary>When it was posted; UTC.</summary>
    public required DateTime PostedAt { get; init; }

    /// <summary>Same for the same text by the same person under the same parent; 64 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The key the form's script made for this one post; a second post with it is the first one again.</summary>
    public string? PostKey { get; init; }

    /// <summary>A keyed hash of the network it came from (/24 or /48), 32 hexadecimal digits; null once it is forgotten.</summary>
    public string? NetworkHash { get; private set; }

    /// <summary>The guest's address, in lower case; null for an account's comment, and once an account has claimed it.</summary>
    public string? GuestEmail { get; private set; }

    /// <summary>The hash of the link mailed to the guest; null when it was clicked, or never needed.</summary>
    public string? ConfirmationHash { get; private set; }

    /// <summary>How long the writer was at it, in seconds, where a script could tell.</summary>
    public int? WritingSeconds { get; init; }

    /// <summary>Says which network it came from.</summary>
    public CommentOrigin From(string? networkHash)
    {
        NetworkHash = networkHash;
        return this;
    }

    /// <summary>Says which guest it is of, and what the mailed link is known by.</summary>
    public CommentOrigin By(string guestEmail, string confirmationHash)
    {
        (GuestEmail, ConfirmationHash) = (guestEmail, confirmationHash);
        return this;
    }

    /// <summary>The mailed link was clicked: it works once.</summary>
    public void Confirm() => ConfirmationHash = null;

    /// <summary>Forgets whose address it was: an account has claimed the comment, or it is erased.</summary>
    public void ForgetGuest() => (GuestEmail, ConfirmationHash) = (null, null);

    /// <summary>Forgets the network.</summary>
    public void ForgetNetwork() => NetworkHash = null;
}
