using System.Globalization;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>A row of the credits in the editor.</summary>
public sealed record CreditRow
{
    /// <summary>What they did.</summary>
    public CreditRole Role { get; init; }

    /// <summary>Who; null while only a name is typed.</summary>
    public int? Id { get; init; }

    /// <summary>The name shown in the field.</summary>
    public string? Name { get; init; }

    /// <summary>The name the key stands for; another name typed over it is somebody else.</summary>
    public string? Known { get; init; }

    /// <summary>The printed name where it differs.</summary>
    public string? As { get; init; }
}

/// <summary>What the editor's form sends, whether a button was pressed or the page saved itself.</summary>
public sealed record EditorForm
{
    /// <summary>The revision the page began with.</summary>
    public int Base { get; init; }

    /// <summary>Where to go once it is saved: "publish" or "fetch"; else back to the page.</summary>
    public string? Then { get; init; }

    /// <summary>The page, by a key of its own; made by its script.</summary>
    public string? Session { get; init; }

    /// <summary>The text kept aside this save decides about.</summary>
    public int? Settles { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Note { get; init; }

    /// <summary>The headline.</summary>
    public string? Headline { get; init; }

    /// <summary>The sentence under it.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The text.</summary>
    public string? Body { get; init; }

    /// <summary>The original's text.</summary>
    public string? Original { get; init; }

    /// <summary>The name in the address.</summary>
    public string? Slug { get; init; }

    /// <summary>The section.</summary>
    public int? Section { get; init; }

    /// <summary>What kind of text it is.</summary>
    public Genre Genre { get; init; }

    /// <summary>What it is about.</summary>
    public int[] Topics { get; init; } = [];

    /// <summary>The series.</summary>
    public int? Series { get; init; }

    /// <summary>Its place in the series.</summary>
    public int? Part { get; init; }

    /// <summary>Who made it.</summary>
    public CreditRow[] Credits { get; init; } = [];

    /// <summary>True where it first appeared elsewhere.</summary>
    public bool HasSource { get; init; }

    /// <summary>The text of ours it was translated from, as <see cref="BasisView.Value"/> writes it; empty for the source itself.</summary>
    public string? Basis { get; init; }

    /// <summary>The outlet.</summary>
    public int? PublicationId { get; init; }

    /// <summary>The outlet's name as shown in the field.</summary>
    public string? Publication { get; init; }

    /// <summary>The name the key stands for.</summary>
    public string? PublicationKnown { get; init; }

    /// <summary>The original's address.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The original's title.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>The original's language.</summary>
    public string? SourceLanguage { get; init; }

    /// <summary>The day it appeared.</summary>
    public string? SourceDate { get; init; }

    /// <summary>The day it was read.</summary>
    public string? SourceAccessed { get; init; }

    /// <summary>A copy kept by an archive.</summary>
    public string? SourceArchived { get; init; }

    /// <summary>How things stand with the permission.</summary>
    public PermissionState Permission { get; init; }

    /// <summary>The public line about it.</summary>
    public string? PermissionLine { get; init; }

    /// <summary>On which terms others may republish it.</summary>
    public string? Terms { get; init; }

    /// <summary>The last day the permission holds.</summary>
    public string? PermissionEnds { get; init; }

    /// <summary>What the desk keeps about it.</summary>
    public string? PermissionNote { get; init; }

    /// <summary>The picture.</summary>
    public int? Picture { get; init; }

    /// <summary>What is seen.</summary>
    public string? PictureAlt { get; init; }

    /// <summary>True when it adds nothing to the text.</summary>
    public bool PictureDecorative { get; init; }

    /// <summary>What it adds.</summary>
    public string? PictureCaption { get; init; }

    /// <summary>The content the form describes. Nothing typed is turned away here; the checks say what readers could not have.</summary>
    public ArticleContent ToContent() => new()
    {
        Headline = ArticleContent.Line(Headline) ?? "",
        Standfirst = ArticleContent.Line(Standfirst) ?? "",
        Body = TypedText.Clean(Body ?? ""),
        Slug = ArticleContent.Line(Slug) ?? "",
        SectionId = Section,
        Genre = Enum.IsDefined(Genre) ? Genre : default,
        Topics = [.. Topics.Distinct().Order()],
        SeriesId = Series,
        SeriesPart = Part is > 0 and < 1_000 ? Part : null,
        Credits = [.. Credits.Where(c => Enum.IsDefined(c.Role) && ArticleContent.Line(c.Name) is not null).Select(ToCredit)],
        Source = HasSource ? ToSource() : null,
        Basis = BasisView.Read(Basis),
        Picture = Picture is { } picture ? new ContentPicture(picture, ArticleContent.Line(PictureAlt) ?? "", PictureDecorative, ArticleContent.Line(PictureCaption)) : null,
    };

    private static ContentCredit ToCredit(CreditRow row)
    {
        var isKnown = row.Id is not null && (row.Known is null || ArticleContent.Line(row.Known) == ArticleContent.Line(row.Name));
        return new ContentCredit(row.Role, isKnown ? row.Id : null, ArticleContent.Line(row.As), isKnown ? null : ArticleContent.Line(row.Name));
    }

    private ContentSource ToSource()
    {
        var isKnown = PublicationId is not null && (PublicationKnown is null || ArticleContent.Line(PublicationKnown) == ArticleContent.Line(Publication)) && ArticleContent.Line(Publication) is not null;
        return new ContentSource
        {
            PublicationId = isKnown ? PublicationId : null,
            PublicationName = isKnown ? null : ArticleContent.Line(Publication),
            Url = ArticleContent.Line(SourceUrl),
            Title = ArticleContent.Line(SourceTitle),
            Language = LanguageTag.Canonical(ArticleContent.Line(SourceLanguage)),
            PublishedOn = Day(SourceDate),
            AccessedOn = Day(SourceAccessed),
            ArchivedUrl = ArticleContent.Line(SourceArchived),
            Permission = Enum.IsDefined(Permission) ? Permission : default,
            PermissionLine = ArticleContent.Line(PermissionLine),
            Terms = ArticleContent.Line(Terms),
            PermissionEnds = Day(PermissionEnds),
            PermissionNote = string.IsNullOrWhiteSpace(PermissionNote) ? null : TypedText.Clean(PermissionNote).Trim(),
        };
    }

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
