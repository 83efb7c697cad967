namespace NewsSite.Seeds;

/// <summary>What does not fit the format, and where.</summary>
/// <param name="File">The file, relative to the directory of the publication.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Reason">What is wrong, as a sentence.</param>
public sealed record SeedProblem(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
