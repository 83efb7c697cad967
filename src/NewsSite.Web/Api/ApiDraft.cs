using System.ComponentModel;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Sources;

namespace NewsSite.Web.Api;

/// <summary>Somebody credited on a draft: by slug, or by a name the site finds or makes a record for.</summary>
/// <param name="Role">What they did.</param>
/// <param name="Contributor">Their slug.</param>
/// <param name="Name">Their name, where no slug is given.</param>
/// <param name="CreditedAs">The printed name where it differs.</param>
public sealed record ApiDraftCredit(CreditRole Role, string? Contributor, string? Name, string? CreditedAs);

/// <summary>Where a draft's original appeared.</summary>
public sealed record ApiDraftSource
{
    /// <summary>The slug of the outlet.</summary>
    public string? Publication { get; init; }

    /// <summary>The name of the outlet, where no slug is given.</summary>
    public string? PublicationName { get; init; }

    /// <summary>The original's address.</summary>
    public string? Url { get; init; }

    /// <summary>The original's title, in its own language.</summary>
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

    /// <summary>On which terms others may republish the translation: a licence such as "CC BY 4.0", or a sentence.</summary>
    public string? Terms { get; init; }

    /// <summary>The last day the permission holds.</summary>
    public DateOnly? PermissionEnds { get; init; }
}

/// <summary>A picture as a draft uses it.</summary>
/// <param name="Id">The picture's key at the desk.</param>
/// <param name="Alt">What is seen.</param>
/// <param name="IsDecorative">True when it says nothing the text does not.</param>
/// <param name="Caption">What it adds.</param>
public sealed record ApiDraftPicture(int Id, string Alt, bool IsDecorative, string? Caption);

/// <summary>What a draft says. In a change, what is left out stays as it is and null takes it away (RFC 7396).</summary>
public record ApiDraftContent
{
    /// <summary>The headline; plain text.</summary>
    [DefaultValue("")]
    public string Headline { get; init; } = "";

    /// <summary>The sentence under it; plain text.</summary>
    [DefaultValue("")]
    public string Standfirst { get; init; } = "";

    /// <summary>The text; Markdown.</summary>
    [DefaultValue("")]
    public string Body { get; init; } = "";

    /// <summary>The name in the address; empty for one made from the headline.</summary>
    [DefaultValue("")]
    public string Slug { get; init; } = "";

    /// <summary>The slug of the section.</summary>
    public string? Section { get; init; }

    /// <summary>What kind of text it is.</summary>
    public Genre Genre { get; init; }

    /// <summary>The slugs of what it is about.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The slug of the series it belongs to.</summary>
    public string? Series { get; init; }

    /// <summary>Its place in the series, from 1.</summary>
    public int? SeriesPart { get; init; }

    /// <summary>Who made it, in the order printed.</summary>
    public IReadOnlyList<ApiDraftCredit> Credits { get; init; } = [];

    /// <summary>Where it first appeared; null for a piece of this site's own.</summary>
    public ApiDraftSource? Source { get; init; }

    /// <summary>The picture above it.</summary>
    public ApiDraftPicture? Picture { get; init; }

    /// <summary>The original's text, kept at the desk beside the translation.</summary>
    public string? OriginalText { get; init; }
}

/// <summary>A draft to begin.</summary>
public sealed record ApiNewDraft : ApiDraftContent
{
    /// <summary>The language it is written in; a BCP 47 tag.</summary>
    public string? Language { get; init; }
}

/// <summary>A change of a draft.</summary>
public sealed record ApiDraftChange : ApiDraftContent
{
    /// <summary>The revision the change was made to. What others changed meanwhile is joined with it.</summary>
    public int? Revision { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Note { get; init; }
}

/// <summary>A draft, as the desk has it.</summary>
public sealed record ApiDraft : ApiDraftContent
{
    /// <summary>Its key; the article's once it is published.</summary>
    public required int Id { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Its latest revision.</summary>
    public required int Revision { get; init; }

    /// <summary>How far the work is.</summary>
    public required WorkStage Stage { get; init; }

    /// <summary>When it was last saved; UTC.</summary>
    public required DateTime? SavedAt { get; init; }
}

/// <summary>A draft in a list.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Title">What it is called at the desk.</param>
/// <param name="Stage">How far the work is.</param>
/// <param name="Revision">Its latest revision.</param>
/// <param name="SavedAt">When it was last saved; UTC.</param>
public sealed record ApiDraftLine(int Id, string Language, string Title, WorkStage Stage, int Revision, DateTime? SavedAt);

/// <summary>The wish to show a draft to readers.</summary>
public sealed record ApiPublishing
{
    /// <summary>The revision to publish.</summary>
    public int? Revision { get; init; }

    /// <summary>Of a piece readers have already: true when the text says something else than before; readers are then shown what.</summary>
    public bool IsSubstantive { get; init; }

    /// <summary>Of a piece readers have already: what the public note is.</summary>
    public CorrectionKind? NoteKind { get; init; }

    /// <summary>Of a piece readers have already: the public note.</summary>
    public string? Note { get; init; }
}

/// <summary>What is published now.</summary>
/// <param name="Id">The article's key.</param>
/// <param name="Revision">The revision readers have.</param>
/// <param name="Url">Its page.</param>
public sealed record ApiPublished(int Id, int Revision, string Url);
