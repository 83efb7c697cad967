namespace NewsSite.Moderation.Checks;

/// <summary>Words the publication wants to see first: in the text, in the addresses it links to, in the name.</summary>
public sealed class HeldWordsCheck(HeldWords words) : IModerationCheck
{
    private const int Named = 10;

    /// <inheritdoc/>
    public string Name => "held-words";

    /// <inheritdoc/>
    public ValueTask<CheckVerdict?> JudgeAsync(Submission submission, CancellationToken cancel)
    {
        if (words.IsEmpty)
        {
            return default;
        }

        var text = string.Join('\n', [submission.AuthorName, PrintedText.Of(submission.Html), .. PrintedText.Addresses(submission.Html)]);
        var found = words.Find(text);
        return new(found.Count == 0 ? null : new CheckVerdict(ModerationAction.Held, string.Join(", ", found.Take(Named).Select(f => f.Entry == f.Written ? f.Entry : $"{f.Entry} (“{f.Written}”)"))));
    }
}
