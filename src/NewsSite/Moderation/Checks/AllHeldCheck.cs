using NewsSite.Articles;

namespace NewsSite.Moderation.Checks;

/// <summary>Where an editor, or the publication, wants to see every comment first.</summary>
public sealed class AllHeldCheck : IModerationCheck
{
    /// <inheritdoc/>
    public string Name => "all-held";

    /// <inheritdoc/>
    public ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel) =>
        new(submission.Mode == ConversationMode.AllHeld ? new CheckVerdict(ModerationAction.Held) : null);
}
