using NewsSite.Comments;

namespace NewsSite.Email;

/// <summary>One of somebody's follows that a new comment concerns.</summary>
/// <param name="FollowId">The follow.</param>
/// <param name="Address">Whose it is: the address mail goes to, in lower case.</param>
/// <param name="Reason">What is followed.</param>
/// <param name="Frequency">How often mail comes.</param>
public sealed record Follower(int FollowId, string Address, FollowReason Reason, MailFrequency Frequency)
{
    /// <summary>
    /// Who is told, and by which of their follows: one for each person, the most specific that wants mail; nobody who muted the thread. Saying no to answers
    /// to one comment, or to an article, takes away that reason only.
    /// </summary>
    public static IEnumerable<Follower> Told(IEnumerable<Follower> follows) => follows
        .GroupBy(f => f.Address, StringComparer.Ordinal)
        .Where(person => !person.Any(f => f is { Reason: FollowReason.Thread, Frequency: MailFrequency.Never }))
        .Select(person => person.Where(f => f.Frequency != MailFrequency.Never).OrderBy(f => f.Reason).ThenBy(f => f.FollowId).FirstOrDefault())
        .OfType<Follower>();
}
