using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Text;

namespace NewsSite.Email;

/// <summary>What one mail about conversations tells one person.</summary>
/// <param name="Address">Whom.</param>
/// <param name="Language">The language they are written to in; a BCP 47 tag.</param>
/// <param name="IsDigest">True for hourly and daily mail; false for what is told at once, about one thread.</param>
/// <param name="Threads">Where something happened, with what happened.</param>
/// <param name="Ancestors">What the last comment answers, the nearest first; empty in a digest of several threads.</param>
/// <param name="At">When it is written; UTC.</param>
public sealed record Letter(string Address, string Language, bool IsDigest, IReadOnlyList<LetterThread> Threads, IReadOnlyList<int> Ancestors, DateTime At)
{
    /// <summary>So many comments are told of in one mail; of more it gives the number.</summary>
    public const int MaxComments = 20;

    /// <summary>Everything it tells of.</summary>
    public IEnumerable<LetterComment> Comments => Threads.SelectMany(t => t.Comments);
}

/// <summary>A thread in which something happened.</summary>
/// <param name="ThreadId">Its top comment.</param>
/// <param name="Headline">The headline of the article.</param>
/// <param name="Article">The address of the article.</param>
/// <param name="Comments">What was said, oldest first.</param>
/// <param name="Untold">How many more comments there are than the mail tells of.</param>
public sealed record LetterThread(int ThreadId, string Headline, ArticleAddress Article, IReadOnlyList<LetterComment> Comments, int Untold);

/// <summary>A comment somebody is told of.</summary>
/// <param name="Id">Its key.</param>
/// <param name="AuthorName">Who wrote it.</param>
/// <param name="AnsweredName">Whom it answers; null at the top of a thread, and where that is gone.</param>
/// <param name="Language">Its language.</param>
/// <param name="Html">What it says.</param>
/// <param name="FollowId">The follow it is told by.</param>
/// <param name="Key">What the links carry that end that follow.</param>
/// <param name="Reason">What is followed.</param>
public sealed record LetterComment(int Id, string AuthorName, string? AnsweredName, string Language, SafeHtml Html, int FollowId, string Key, FollowReason Reason);
