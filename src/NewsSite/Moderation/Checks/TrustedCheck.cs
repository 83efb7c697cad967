namespace NewsSite.Moderation.Checks;

/// <summary>Moderators, editors, administrators and those credited on the article are asked nothing further.</summary>
public sealed class TrustedCheck : IModerationCheck
{
    /// <inheritdoc/>
    public string Name => "trusted";

    /// <inheritdoc/>
    public ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel) =>
        new(submission.IsTrusted ? new CheckVerdict(ModerationAction.Approved) : null);
}
