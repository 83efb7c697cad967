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

    /// <summary>So many of the latest texts are compared.</summary>
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

        var (account, guest, network, edited) = (submission.AccountId, submission.GuestEmail, submission.NetworkHash, submission.EditedId);
        var since = submission.At - CommentOrigin.RepeatWindow;
        var recent = await db.CommentOrigins
            .Where(o => o.PostedAt >= since && o.CommentId != edited
                && ((account != null && o.Comment.AccountId == account) || (guest != null && o.GuestEmail == guest) || (network != null && o.NetworkHash == network))
                && o.Comment.Status != CommentStatus.Withdrawn && o.Comment.Status != CommentStatus.Erased)
            .OrderByDescending(o => o.PostedAt)
            .Take(Compared)
            .Select(o => new { o.CommentId, o.Comment.BodyMarkdown })
            .ToListAsync(cancel);
        var same = recent.Where(r => Letters(r.BodyMarkdown) == letters).Select(r => r.CommentId).ToList();
        return same.Count == 0 ? null : new CheckVerdict(ModerationAction.Held, $"same text: {string.Join(", ", same.Order().Select(id => $"/comments/{id}"))}");
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
