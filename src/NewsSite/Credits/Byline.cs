using NewsSite.Sources;

namespace NewsSite.Credits;

/// <summary>A name in a byline, with the slug its page has.</summary>
public sealed record BylineName(string Name, string Slug);

/// <summary>
/// The line under a headline, as data: who wrote it, who translated it and from what, where and when it first appeared. The words around the
/// names belong to the page's language; what belongs in the line, and in which order, is decided here.
/// </summary>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Interviewers">Who asked the questions.</param>
/// <param name="Translators">Who translated it; never among the authors.</param>
/// <param name="TranslatedFrom">The language of the original where it differs from the article's; else null.</param>
/// <param name="FirstPublishedBy">The outlet it first appeared in, or null for a piece of this site's own.</param>
/// <param name="FirstPublishedOn">The day it appeared there, if known.</param>
public sealed record Byline(
    IReadOnlyList<BylineName> Authors,
    IReadOnlyList<BylineName> Interviewers,
    IReadOnlyList<BylineName> Translators,
    string? TranslatedFrom,
    BylineName? FirstPublishedBy,
    DateOnly? FirstPublishedOn)
{
    /// <summary>Makes the line for an article in that language.</summary>
    /// <param name="credits">Who made it.</param>
    /// <param name="source">Where it first appeared.</param>
    /// <param name="language">The language of the article.</param>
    /// <param name="basis">The language of the version of ours it was translated from, if it was. The line names it for a piece of this site's own; of a piece from elsewhere it names the author's language, and the credits say by way of which.</param>
    public static Byline Compose(IEnumerable<CreditLine> credits, SourceLine? source, string language, string? basis = null)
    {
        var original = source is null ? basis : source.Language;
        var inOrder = credits.OrderBy(c => c.Position).ToLookup(c => c.Role, c => new BylineName(c.NameIn(language), c.Slug));
        return new Byline(
            [.. inOrder[CreditRole.Author]],
            [.. inOrder[CreditRole.Interviewer]],
            [.. inOrder[CreditRole.Translator]],
            original != language ? original : null,
            source is null ? null : new BylineName(source.NameIn(language), source.Slug),
            source?.PublishedOn);
    }
}
