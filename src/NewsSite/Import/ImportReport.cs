using System.Globalization;
using System.Text;

namespace NewsSite.Import;

/// <summary>What an import took, guessed and left, line by line.</summary>
public sealed class ImportReport
{
    private const int MaxLeftLength = 80;

    private readonly List<string> took = [];
    private readonly List<string> guessed = [];
    private readonly List<string> left = [];

    /// <summary>The address of the article.</summary>
    public string Address { get; internal set; } = "";

    /// <summary>True when the page had been imported before and nothing was changed.</summary>
    public bool WasHere { get; internal set; }

    /// <summary>What was taken from the page.</summary>
    public IReadOnlyList<string> Took => took;

    /// <summary>What the page did not say and was assumed.</summary>
    public IReadOnlyList<string> Guessed => guessed;

    /// <summary>Lines of the page that were not used.</summary>
    public IReadOnlyList<string> Left => left;

    internal void Take(FormattableString line) => took.Add(line.ToString(CultureInfo.InvariantCulture));

    internal void Guess(FormattableString line) => guessed.Add(line.ToString(CultureInfo.InvariantCulture));

    internal void Leave(LeftLine line) =>
        left.Add(string.Create(CultureInfo.InvariantCulture, $"line {line.Number}: {(line.Text.Length > MaxLeftLength ? line.Text[..MaxLeftLength] + "…" : line.Text)}"));

    /// <inheritdoc/>
    public override string ToString()
    {
        if (WasHere)
        {
            return $"This page is already here, at {Address}. Nothing was changed.";
        }

        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"Imported to {Address}");
        Print("Took", took);
        Print("Guessed", guessed);
        Print("Left", left);
        return text.ToString().TrimEnd();

        void Print(string heading, List<string> lines)
        {
            text.AppendLine().AppendLine(heading);
            foreach (var line in lines.DefaultIfEmpty("nothing"))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {line}");
            }
        }
    }
}
