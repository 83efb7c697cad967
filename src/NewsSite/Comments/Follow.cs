using NewsSite.Accounts;
using NewsSite.Email;

namespace NewsSite.Comments;

/// <summary>
/// That somebody wants mail about an article's conversation, about one thread, or about answers to one comment. It belongs to an account, or to the
/// confirmed address of a guest.
/// </summary>
public sealed class Follow
{
    /// <summary>How long a key is, in characters.</summary>
    public const int KeyLength = 32;

    private Follow(int articleId, string key, DateTime createdAt)
    {
        ArticleId = articleId;
        Key = key;
        CreatedAt = createdAt;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The account that follows; null for a guest.</summary>
    public int? AccountId { get; private set; }

    /// <summary>The account that follows; null for a guest.</summary>
    public Account? Account { get; private set; }

    /// <summary>The guest's address, in lower case; null for an account.</summary>
    public string? Email { get; private set; }

    /// <summary>The article whose conversation it is about.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The one thread followed; null for the whole conversation.</summary>
    public int? ThreadId { get; private set; }

    /// <summary>The one comment whose answers are followed; then <see cref="ThreadId"/> is its thread.</summary>
    public int? CommentId { get; private set; }

    /// <summary>How often mail comes; <see cref="MailFrequency.Never"/> mutes: a thread inside a followed article, say.</summary>
    public MailFrequency Frequency { get; set; }

    /// <summary>What a mail's links carry to end or mute this without signing in; random, 32 hexadecimal digits.</summary>
    public string Key { get; private set; }

    /// <summary>Since when; UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Follows the whole conversation.</summary>
    public static Follow OfArticle(int accountId, int articleId, MailFrequency frequency, DateTime now) =>
        new(articleId, NewKey(), now) { AccountId = accountId, Frequency = frequency };

    /// <summary>Follows one thread, or mutes it.</summary>
    public static Follow OfThread(int? accountId, string? email, int articleId, int threadId, MailFrequency frequency, DateTime now) =>
        new(articleId, NewKey(), now) { AccountId = accountId, Email = accountId is null ? email : null, ThreadId = threadId, Frequency = frequency };

    /// <summary>Follows the answers to a comment.</summary>
    public static Follow OfAnswers(Comment comment, int? accountId, string? email, MailFrequency frequency, DateTime now) =>
        new(comment.ArticleId, NewKey(), now)
        {
            AccountId = accountId, Email = accountId is null ? email : null, ThreadId = comment.ThreadId, CommentId = comment.Id, Frequency = frequency,
        };

    /// <summary>What is followed.</summary>
    public static FollowReason ReasonOf(int? threadId, int? commentId) =>
        commentId is not null ? FollowReason.Answers : threadId is not null ? FollowReason.Thread : FollowReason.Article;

    /// <summary>Hands a guest's follow to the account that claimed the address.</summary>
    public void GiveTo(int accountId) => (AccountId, Email) = (accountId, null);

    private static string NewKey() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(KeyLength / 2));
}
