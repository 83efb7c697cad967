using NewsSite.Articles;
using NewsSite.Credits;

namespace NewsSite.Web.Api;

/// <summary>A name with a page here.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name, in the language of the article.</param>
/// <param name="Url">Its page.</param>
public sealed record ApiNamed(string Slug, string Name, string Url);

/// <summary>Somebody credited, as the article prints them.</summary>
/// <param name="Role">What they did.</param>
/// <param name="Slug">Their name in addresses.</param>
/// <param name="Name">Their name, in the language of the article.</param>
/// <param name="Url">Their page.</param>
/// <param name="IsOrganisation">True for an agency, an archive, a collective.</param>
public sealed record ApiCredit(CreditRole Role, string Slug, string Name, string Url, bool IsOrganisation);

/// <summary>The original an article translates or reprints.</summary>
/// <param name="Publication">Where it appeared.</param>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its title, in its own language.</param>
/// <param name="Language">Its language; a BCP 47 tag.</param>
/// <param name="PublishedOn">The day it appeared there.</param>
/// <param name="ArchivedUrl">A copy kept by an archive.</param>
/// <param name="Permission">By whose leave it appears here, as readers are told.</param>
public sealed record ApiOriginal(ApiNamed Publication, string? Url, string? Title, string? Language, DateOnly? PublishedOn, string? ArchivedUrl, string? Permission);

/// <summary>Another published language version of the same work.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Language">Its language; a BCP 47 tag.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Url">Its page.</param>
public sealed record ApiVersion(int Id, string Language, string Headline, string Url);

/// <summary>A dated public note on an article.</summary>
/// <param name="Kind">What the note is.</param>
/// <param name="NotedAt">When it was made; UTC.</param>
/// <param name="Text">What it says; plain text in the language of the article.</param>
public sealed record ApiNote(CorrectionKind Kind, DateTime NotedAt, string Text);

/// <summary>The picture above an article.</summary>
/// <param name="Url">A JPEG file of it, 1200 pixels wide at most.</param>
/// <param name="Alt">What is seen.</param>
/// <param name="Width">The width of the largest size, in pixels.</param>
/// <param name="Height">The height of the largest size, in pixels.</param>
public sealed record ApiPicture(string Url, string Alt, int? Width, int? Height);

/// <summary>A published article. Whoever translated it is among the translators and never among the authors.</summary>
public sealed record ApiArticle
{
    /// <summary>Its key; stays the same whatever becomes of its address.</summary>
    public required int Id { get; init; }

    /// <summary>Its page.</summary>
    public required string Url { get; init; }

    /// <summary>Its language; a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The sentence under the headline.</summary>
    public required string Standfirst { get; init; }

    /// <summary>Its text as HTML with whole addresses; null where this site keeps texts to its own pages.</summary>
    public required string? Html { get; init; }

    /// <summary>What kind of text it is.</summary>
    public required Genre Genre { get; init; }

    /// <summary>Its section.</summary>
    public required ApiNamed Section { get; init; }

    /// <summary>What it is about.</summary>
    public required IReadOnlyList<ApiNamed> Topics { get; init; }

    /// <summary>The series it belongs to.</summary>
    public required ApiNamed? Series { get; init; }

    /// <summary>Its place in the series, from 1.</summary>
    public required int? SeriesPart { get; init; }

    /// <summary>When it became public; UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>When its text last changed in substance; UTC.</summary>
    public required DateTime? ModifiedAt { get; init; }

    /// <summary>Words in its text.</summary>
    public required int WordCount { get; init; }

    /// <summary>Published comments under it.</summary>
    public required int CommentCount { get; init; }

    /// <summary>Who wrote it; for an interview that credits no writer, who asked the questions.</summary>
    public required IReadOnlyList<ApiCredit> Authors { get; init; }

    /// <summary>Who translated it.</summary>
    public required IReadOnlyList<ApiCredit> Translators { get; init; }

    /// <summary>Who else worked on it.</summary>
    public required IReadOnlyList<ApiCredit> Contributors { get; init; }

    /// <summary>Where it first appeared; null for a piece of this site's own.</summary>
    public required ApiOriginal? Original { get; init; }

    /// <summary>On which terms others may republish it: a licence's name, or a sentence; null where they may not.</summary>
    public required string? Terms { get; init; }

    /// <summary>The language of the version of ours it was translated from; null where it was not.</summary>
    public required string? TranslatedFromVersion { get; init; }

    /// <summary>Its other published language versions.</summary>
    public required IReadOnlyList<ApiVersion> Versions { get; init; }

    /// <summary>The picture above it.</summary>
    public required ApiPicture? Picture { get; init; }

    /// <summary>Dated public notes, the earliest first.</summary>
    public required IReadOnlyList<ApiNote> Notes { get; init; }
}

/// <summary>A section.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Names">Its name, by language.</param>
/// <param name="About">A sentence about it, by language.</param>
/// <param name="Url">Its page.</param>
public sealed record ApiSection(string Slug, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> About, string Url);

/// <summary>Somebody credited on what is published here.</summary>
/// <param name="Id">Their key.</param>
/// <param name="Slug">Their name in addresses.</param>
/// <param name="Name">Their name where no language has its own.</param>
/// <param name="Names">Their name in other languages.</param>
/// <param name="ScriptName">Their name in their own script.</param>
/// <param name="ScriptLanguage">The language of that.</param>
/// <param name="Bio">A sentence or two, by language.</param>
/// <param name="Links">Where else they are to be found.</param>
/// <param name="IsOrganisation">True for an agency, an archive, a collective.</param>
/// <param name="Roles">What they did here, and for how many published pieces.</param>
/// <param name="Url">Their page.</param>
public sealed record ApiContributor(
    int Id, string Slug, string Name, IReadOnlyDictionary<string, string> Names, string? ScriptName, string? ScriptLanguage, IReadOnlyDictionary<string, string> Bio,
    IReadOnlyList<string> Links, bool IsOrganisation, IReadOnlyList<ApiRole> Roles, string Url);

/// <summary>A role and for how many published pieces.</summary>
/// <param name="Role">What they did.</param>
/// <param name="Count">For how many published pieces.</param>
public sealed record ApiRole(CreditRole Role, int Count);

/// <summary>An outlet originals of what is published here come from.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name where no language has its own.</param>
/// <param name="Names">Its name in other languages.</param>
/// <param name="Language">The language it publishes in.</param>
/// <param name="Country">Where it is, in English.</param>
/// <param name="Home">Its own page.</param>
/// <param name="About">A sentence or two, by language.</param>
/// <param name="Count">Published pieces that come from it.</param>
/// <param name="Url">Its page here.</param>
public sealed record ApiPublication(
    int Id, string Slug, string Name, IReadOnlyDictionary<string, string> Names, string? Language, string? Country, string? Home, IReadOnlyDictionary<string, string> About, int Count, string Url);

/// <summary>A published comment.</summary>
/// <param name="Id">Its key. Rises with posting.</param>
/// <param name="Url">Its page.</param>
/// <param name="ArticleId">The article it stands under.</param>
/// <param name="ParentId">The comment it answers; null at the top of a thread, and where an archived page left it open.</param>
/// <param name="ThreadId">The comment its thread begins with.</param>
/// <param name="Depth">Its level in the thread, from 1.</param>
/// <param name="AuthorName">The name printed above it.</param>
/// <param name="WriterRole">What its writer did for the article, where they are credited on it.</param>
/// <param name="PostedAt">When it was posted; UTC. Null where an archived page did not say.</param>
/// <param name="EditedAt">When its text was last changed; UTC.</param>
/// <param name="Language">Its language; a BCP 47 tag.</param>
/// <param name="Html">Its text as HTML with whole addresses.</param>
/// <param name="Useful">How many found it useful.</param>
public sealed record ApiComment(
    int Id, string Url, int ArticleId, int? ParentId, int ThreadId, int Depth, string AuthorName, CreditRole? WriterRole, DateTime? PostedAt, DateTime? EditedAt, string Language, string Html, int Useful);
