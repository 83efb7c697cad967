using NewsSite.Accounts;
using NewsSite.Moderation;

namespace NewsSite.Comments;

/// <summary>What a post has to pass: the policy, the pace, the checks, for guests the name.</summary>
/// <param name="Policy">What the publication says about its conversations.</param>
/// <param name="Pace">How much was posted lately.</param>
/// <param name="Checks">The checks of the text.</param>
/// <param name="Names">Which names guests may go by.</param>
public sealed record PostingRules(ConversationPolicy Policy, PostingPace Pace, ModerationChecks Checks, DisplayNames Names);
