using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Moderation.Checks;

/// <summary>The same text was posted elsewhere within a day, by the same person or from the same network. (Under the same parent by the same person it is the first one again: posting sees to that.)</summary>
public sealed class RepeatCheck(NewsDbContext db) : IModerationCheck
{
    /// <summary>Texts with fewer letters are said by many people many times: "I agree."</summary>
    public const int LeastLetters = 20;

    /// <summary>So many of the latest texts are compared, of the person and of the network each.</summary>
    private const int Compared = 30;

    /// <inheritdoc/>
    public string Name => "repeat";

    /// <inheritdoc/>
    public async ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel)
    {
        var letters = Letters(submission.Markdown);
        if (letters.Length < LeastLetters)
        {
            return null;
        }

        var same = (await RecentAsync(submission, cancel)).Where(r => Letters(r.Markdown) == letters).Select(r => r.CommentId).ToList();
        return same.Count == 0 ? null : new CheckVerdict(ModerationAction.Held, $"same text: {string.Join(", ", same.Order().Select(id => $"/comments/{id}"))}");
    }

    private sealed record Said(int CommentId, string Markdown);

    /// <summary>The latest from the same person and from the same network: each by its own index, for one question with "or" in it reads all that was posted in a day.</summary>
    private Task<List<Said>> RecentAsync(Submission submission, CancellationToken cancel)
    {
        var (account, guest, network, edited) = (submission.AccountId, submission.GuestEmail, submission.NetworkHash, submission.EditedId);
        var since = submission.At - CommentOrigin.RepeatWindow;
        var mine = account is not null
            ? Latest(db.CommentOrigins.Where(o => o.Comment.AccountId == account))
            : Latest(db.CommentOrigins.Where(o => guest != null && o.GuestEmail == guest));
        var latest = network is null ? mine : mine.Concat(Latest(db.CommentOrigins.Where(o => o.NetworkHash == network)));
        return db.Comments.Where(c => latest.Contains(c.Id)).Select(c => new Said(c.Id, c.BodyMarkdown)).ToListAsync(cancel);

        IQueryable<int> Latest(IQueryable<CommentOrigin> origins) => origins
            .Where(o => o.PostedAt >= since && o.CommentId != edited && o.Comment.Status != CommentStatus.Withdrawn && o.Comment.Status != CommentStatus.Erased)
            .OrderByDescending(o => o.PostedAt)
            .Take(Compared)
            .Select(o => o.CommentId);
    }

    /// <summary>Letters and digits alone, in one case: space, signs and emphasis make no other text.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return letters.ToString();
    }
}
