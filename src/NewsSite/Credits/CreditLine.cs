using System.Linq.Expressions;
using NewsSite.Text;

namespace NewsSite.Credits;

/// <summary>A credit as pages print it: read without the rest of the contributor.</summary>
public sealed record CreditLine
{
    /// <summary>What they did.</summary>
    public required CreditRole Role { get; init; }

    /// <summary>Place among the article's credits.</summary>
    public required int Position { get; init; }

    /// <summary>The slug of their page.</summary>
    public required string Slug { get; init; }

    /// <summary>Their name where no language has its own.</summary>
    public required string Name { get; init; }

    /// <summary>Their name in other languages.</summary>
    public LocalizedText Names { get; init; } = LocalizedText.Empty;

    /// <summary>The printed name where it differs.</summary>
    public string? CreditedAs { get; init; }

    /// <summary>Their name in their own script.</summary>
    public string? ScriptName { get; init; }

    /// <summary>The language of <see cref="ScriptName"/>.</summary>
    public string? ScriptLanguage { get; init; }

    /// <summary>Projects credits.</summary>
    public static readonly Expression<Func<Credit, CreditLine>> From = c => new CreditLine
    {
        Role = c.Role,
        Position = c.Position,
        Slug = c.Contributor.Slug,
        Name = c.Contributor.Name,
        Names = c.Contributor.Names,
        CreditedAs = c.CreditedAs,
        ScriptName = c.Contributor.ScriptName,
        ScriptLanguage = c.Contributor.ScriptLanguage,
    };

    /// <summary>The name to print in a text of that language.</summary>
    public string NameIn(string language) => CreditedAs ?? Names.Exactly(language) ?? Name;
}
