using NewsSite.Articles;

namespace NewsSite.Comments;

/// <summary>What the publication says about its conversations; an article may say otherwise about the first two. Section <c>Comments</c>.</summary>
public sealed record ConversationPolicy
{
    /// <summary>Who may comment, and what waits, where an article does not say.</summary>
    public ConversationMode Mode { get; init; } = ConversationMode.FirstHeld;

    /// <summary>So many days after publication a conversation closes, unless an editor keeps it open; 0 never.</summary>
    public int CloseAfterDays { get; init; } = 90;

    /// <summary>Whether people without an account may comment, with a name and a confirmed address.</summary>
    public bool Guests { get; init; } = true;

    /// <summary>So many readers' flags make a comment wait for a moderator.</summary>
    public int FlagsToHold { get; init; } = 3;

    /// <summary>A comment with more links than this waits.</summary>
    public int MaxLinks { get; init; } = 2;

    /// <summary>Words that make a comment wait, separated by commas or lines; a word ends with * to match every ending.</summary>
    public string HeldWords { get; init; } = "";

    /// <summary>How many comments an account may post in a minute.</summary>
    public int PerAccountPerMinute { get; init; } = 6;

    /// <summary>How many comments may come from a network (/24, or /48 of IPv6) in a minute.</summary>
    public int PerNetworkPerMinute { get; init; } = 30;
}
