namespace NewsSite.Comments;

/// <summary>How much was posted within the last minute, by account and by network.</summary>
public sealed class PostingPace(ConversationPolicy policy, TimeProvider clock)
{
    private readonly RecentCount posts = new(TimeSpan.FromMinutes(1), clock);

    /// <summary>Counts a post, unless the account or the network has had its share of this minute.</summary>
    /// <returns>False when it comes too soon.</returns>
    public bool Allows(int? accountId, string? network) =>
        (accountId is not { } id || posts.Take($"a{id}", policy.PerAccountPerMinute)) && (network is null || posts.Take($"n{network}", policy.PerNetworkPerMinute));
}
