using NewsSite.Comments;

namespace NewsSite.Moderation.Checks;

/// <summary>More links than a reader's argument needs. Counted in what is printed, so that every way of writing a link counts.</summary>
public sealed class LinksCheck(ConversationPolicy policy) : IModerationCheck
{
    /// <inheritdoc/>
    public string Name => "links";

    /// <inheritdoc/>
    public ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel)
    {
        var links = PrintedText.Addresses(submission.Html).Count;
        return new(links > policy.MaxLinks ? new CheckVerdict(ModerationAction.Held, $"{links} links") : null);
    }
}
