namespace NewsSite.Moderation.Checks;

/// <summary>The field nobody sees was filled in: a program did it. Held rather than refused, for a password manager may have.</summary>
public sealed class HoneypotCheck : IModerationCheck
{
    /// <inheritdoc/>
    public string Name => "honeypot";

    /// <inheritdoc/>
    public ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel) =>
        new(submission.FellForHoneypot ? new CheckVerdict(ModerationAction.Held) : null);
}
