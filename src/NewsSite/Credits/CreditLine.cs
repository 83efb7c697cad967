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

    /// <summary>True for an agency, an archive, a collective.</summary>
    public bool IsOrganisation { get; init; }

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
        IsOrganisation = c.Contributor.IsOrganisation,
    };

    /// <summary>
    /// Whom machines are told as the authors, in their order: those who wrote it, and for an interview that credits no writer whoever asked the questions. Never a translator.
    /// </summary>
    public static IReadOnlyList<CreditLine> Writers(IEnumerable<CreditLine> credits)
    {
        var wrote = credits.Where(c => c.Role is CreditRole.Author or CreditRole.Interviewer).OrderBy(c => c.Position).ToLookup(c => c.Role);
        return [.. wrote.Contains(CreditRole.Author) ? wrote[CreditRole.Author] : wrote[CreditRole.Interviewer]];
    }

    /// <summary>The name to print in a text of that language.</summary>
    public string NameIn(string language) => CreditedAs ?? Names.Exactly(language) ?? Name;
}
