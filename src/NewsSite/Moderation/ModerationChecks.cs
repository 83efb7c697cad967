namespace NewsSite.Moderation;

/// <summary>What a check decided.</summary>
/// <param name="Action"><see cref="ModerationAction.Held"/>, <see cref="ModerationAction.Refused"/>, or <see cref="ModerationAction.Approved"/> to ask no further check.</param>
/// <param name="Evidence">What it went by, for the moderator.</param>
public sealed record CheckVerdict(ModerationAction Action, string? Evidence = null);

/// <summary>A small rule about texts. It knows nothing of posting: to add one, write it and put it into the list.</summary>
public interface IModerationCheck
{
    /// <summary>Its name in the log and in the queue; kebab case, at most 40 characters.</summary>
    string Name { get; }

    /// <summary>Decides, or has nothing to say.</summary>
    ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel);
}

/// <summary>What all checks together decided.</summary>
/// <param name="Action">What becomes of the text; <see cref="ModerationAction.Approved"/> lets it be seen.</param>
/// <param name="Check">The check that decided; null when none had anything to say.</param>
/// <param name="Evidence">What it went by.</param>
public sealed record CheckDecision(ModerationAction Action, string? Check = null, string? Evidence = null);

/// <summary>Asks the checks in their order; the first that has something to say decides.</summary>
public sealed class ModerationChecks(IEnumerable<IModerationCheck> checks)
{
    /// <summary>Decides about a text.</summary>
    public async ValueTask<CheckDecision> DecideAsync(Submission submission, CancellationToken cancel = default)
    {
        foreach (var check in checks)
        {
            if (await check.JudgeAsync(submission, cancel) is { } verdict)
            {
                return new CheckDecision(verdict.Action, check.Name, verdict.Evidence);
            }
        }

        return new CheckDecision(ModerationAction.Approved);
    }
}
