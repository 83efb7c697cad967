using System.Text.Json;
using System.Text.Json.Serialization;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>
/// All an editor writes about a piece, as one value: what a revision keeps and what publishing makes public. Drafts may hold what readers never could, such as no
/// headline or one too long: the checks say so, and nothing typed is lost.
/// </summary>
public sealed record ArticleContent
{
    /// <summary>The longest text of a draft, in characters: body, and the original kept beside it. Readers get at most <see cref="Text.ArticleMarkup.MaxLength"/>.</summary>
    public const int MaxTextLength = 400_000;

    /// <summary>The longest line of a draft, in characters: headline, addresses, notes.</summary>
    public const int MaxLineLength = 2_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The headline; plain text.</summary>
    public string Headline { get; init; } = "";

    /// <summary>The sentence under it; plain text.</summary>
    public string Standfirst { get; init; } = "";

    /// <summary>The text; Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>The name in the address; empty for one made from the headline.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The section; null until one is chosen.</summary>
    public int? SectionId { get; init; }

    /// <summary>What kind of text it is.</summary>
    public Genre Genre { get; init; }

    /// <summary>The keys of what it is about, in order of the keys.</summary>
    public IReadOnlyList<int> Topics { get; init; } = [];

    /// <summary>The series it belongs to.</summary>
    public int? SeriesId { get; init; }

    /// <summary>Its place in the series, from 1.</summary>
    public int? SeriesPart { get; init; }

    /// <summary>Who made it, in the order printed.</summary>
    public IReadOnlyList<ContentCredit> Credits { get; init; } = [];

    /// <summary>Where it first appeared; null for a piece of this site's own.</summary>
    public ContentSource? Source { get; init; }

    /// <summary>Which of our own texts it was translated from; null for one translated from the source itself, or for no translation.</summary>
    public ContentBasis? Basis { get; init; }

    /// <summary>The picture above it.</summary>
    public ContentPicture? Picture { get; init; }

    /// <summary>The original's text, kept at the desk and shown to nobody else: the key of an <see cref="OriginalText"/>.</summary>
    public int? OriginalId { get; init; }

    /// <summary>A line of a draft as it is kept: without line breaks, cut where it is longer than the desk keeps; null where nothing was typed.</summary>
    public static string? Line(string? typed) => TypedText.Line(typed ?? "") is { Length: > 0 } line ? line[..Math.Min(line.Length, MaxLineLength)] : null;

    /// <summary>The form a revision keeps.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads it back.</summary>
    public static ArticleContent FromJson(string json) => JsonSerializer.Deserialize<ArticleContent>(json, Json)!;
}

/// <summary>A text of ours another language version was translated from: one revision of one piece. What came to that piece later is not in the translation.</summary>
/// <param name="ArticleId">The piece; a version of the same work.</param>
/// <param name="Revision">The number of its revision.</param>
public sealed record ContentBasis(int ArticleId, int Revision);

/// <summary>A contributor in a role.</summary>
/// <param name="Role">What they did.</param>
/// <param name="ContributorId">Who; null while only a name is typed that nobody here has yet.</param>
/// <param name="CreditedAs">The printed name where it differs.</param>
/// <param name="Name">The name typed, until somebody is found or made for it.</param>
public sealed record ContentCredit(CreditRole Role, int? ContributorId, string? CreditedAs = null, string? Name = null);

/// <summary>A picture as this piece uses it.</summary>
/// <param name="PictureId">The picture; the key of a <see cref="Media.PictureFile"/>.</param>
/// <param name="Alt">What is seen.</param>
/// <param name="IsDecorative">True when it says nothing the text does not.</param>
/// <param name="Caption">What it adds.</param>
public sealed record ContentPicture(int PictureId, string Alt, bool IsDecorative, string? Caption);

/// <summary>Where the piece first appeared and by whose leave it appears here.</summary>
public sealed record ContentSource
{
    /// <summary>The outlet; null until one is chosen.</summary>
    public int? PublicationId { get; init; }

    /// <summary>The outlet's name as typed, until one is found or made for it.</summary>
    public string? PublicationName { get; init; }

    /// <summary>The original's address, as typed.</summary>
    public string? Url { get; init; }

    /// <summary>The original's title.</summary>
    public string? Title { get; init; }

    /// <summary>The original's language; a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The day it appeared there.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The day its text was read for this translation.</summary>
    public DateOnly? AccessedOn { get; init; }

    /// <summary>A copy kept by an archive.</summary>
    public string? ArchivedUrl { get; init; }

    /// <summary>How things stand with the permission.</summary>
    public PermissionState Permission { get; init; }

    /// <summary>The public line about it.</summary>
    public string? PermissionLine { get; init; }

    /// <summary>On which terms others may republish the translation; null where nobody said that they may.</summary>
    public string? Terms { get; init; }

    /// <summary>The last day the permission holds; null for one without an end.</summary>
    public DateOnly? PermissionEnds { get; init; }

    /// <summary>Who gave it, when, on which terms, and where the letter is; for the desk alone.</summary>
    public string? PermissionNote { get; init; }
}
