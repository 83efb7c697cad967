using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Text;

namespace NewsSite.Seeds;

/// <summary>A whole publication as its files describe it, checked and ready to be stored.</summary>
internal sealed record SeedPublication(
    string Directory,
    IReadOnlyList<SeedNamed> Sections,
    IReadOnlyList<SeedNamed> Topics,
    IReadOnlyList<SeedNamed> Series,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Front,
    IReadOnlyList<SeedReaderAccount> Readers,
    IReadOnlyList<SeedContributor> Contributors,
    IReadOnlyList<SeedOutlet> Outlets,
    IReadOnlyList<SeedArticle> Articles);

internal sealed record SeedNamed(string Slug, LocalizedText Name, LocalizedText About);

internal sealed record SeedReaderAccount(string Name, string? Contributor);

internal sealed record SeedContributor(
    string Slug, string Name, LocalizedText Names, string? ScriptName, string? ScriptLanguage, LocalizedText Bio, string? Link, bool IsOrganisation);

internal sealed record SeedOutlet(
    string Slug, string Name, LocalizedText Names, string? ScriptName, string Language, string Home, string? Country, LocalizedText About);

internal sealed record SeedArticle
{
    public required string Slug { get; init; }

    public required string Language { get; init; }

    /// <summary>Its file, relative to the directory of the publication.</summary>
    public string File => $"articles/{Slug}.{Language}.md";

    public required string Work { get; init; }

    public required string Headline { get; init; }

    public required string Standfirst { get; init; }

    public required string Section { get; init; }

    public required Genre Genre { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public string? Series { get; init; }

    public int? Part { get; init; }

    public required DateTime Published { get; init; }

    public ConversationMode? Conversation { get; init; }

    public required IReadOnlyList<SeedCredit> Credits { get; init; }

    public SeedSource? Source { get; init; }

    public SeedPicture? Picture { get; init; }

    public required IReadOnlyList<SeedCorrection> Corrections { get; init; }

    public required string Body { get; init; }

    public IReadOnlyList<SeedComment> Comments { get; set; } = [];
}

internal sealed record SeedCredit(CreditRole Role, string Contributor, string? CreditedAs);

internal sealed record SeedSource(string Publication, string? Url, string? Title, string? Language, DateOnly? Published, string? Archived, string? Permission, string? Terms);

internal sealed record SeedPicture(string File, string Alt, string? Caption, string? Credit, CreditRole Role, string? Licence);

internal sealed record SeedCorrection(DateOnly Date, CorrectionKind Kind, string Text);

/// <summary>A comment of a thread, in the order posted; its parent comes before it in the list.</summary>
internal sealed record SeedComment(string By, DateTime At, string? Language, CommentStatus Status, string? Reason, string Text, SeedComment? Parent);
