namespace NewsSite.Moderation.Checks;

/// <summary>Nobody writes more than a short sentence in less than three seconds. Known only where a script could tell.</summary>
public sealed class WritingTimeCheck : IModerationCheck
{
    /// <summary>The longest text somebody may write so fast, in characters.</summary>
    public const int ShortSentence = 40;

    /// <summary>Faster than this is too fast, in seconds.</summary>
    public const int LeastSeconds = 3;

    /// <inheritdoc/>
    public string Name => "writing-time";

    /// <inheritdoc/>
    public ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel)
    {
        if (submission.WritingSeconds is not ({ } seconds and < LeastSeconds))
        {
            return default;
        }

        var length = PrintedText.Of(submission.Html).Length;
        return new(length > ShortSentence ? new CheckVerdict(ModerationAction.Held, $"{length} characters in {seconds} s") : null);
    }
}
