using NewsSite.Text;

namespace NewsSite.Sources;

/// <summary>What a byline prints of an article's origin.</summary>
public sealed record SourceLine
{
    /// <summary>The slug of the outlet's page.</summary>
    public required string Slug { get; init; }

    /// <summary>The outlet's name where no language has its own.</summary>
    public required string Name { get; init; }

    /// <summary>The outlet's name in other languages.</summary>
    public LocalizedText Names { get; init; } = LocalizedText.Empty;

    /// <summary>The original's language, if known.</summary>
    public string? Language { get; init; }

    /// <summary>The day the original appeared, if known.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The name to print in a text of that language.</summary>
    public string NameIn(string language) => Names.Exactly(language) ?? Name;
}
