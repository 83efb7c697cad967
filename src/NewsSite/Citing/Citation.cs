using System.Globalization;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Text;

namespace NewsSite.Citing;

/// <summary>
/// A piece as others cite it, made once from its credits and its source; each format only writes it. What is not known is null or empty and is left out by all of them.
/// Names are those printed in texts of the article's language, whole: nobody has said which part of them is the family's, and guessing is wrong for half the world.
/// </summary>
public sealed record Citation
{
    /// <summary>What the entry is called in a bibliography: slug and year, of a–z, 0–9 and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>The headline; one line.</summary>
    public required string Title { get; init; }

    /// <summary>The language it is written in; a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Who wrote it, in order; for an interview that credits no writer whoever asked the questions. Never a translator.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Who asked the questions where somebody else is the author.</summary>
    public IReadOnlyList<string> Interviewers { get; init; } = [];

    /// <summary>Who translated it.</summary>
    public IReadOnlyList<string> Translators { get; init; } = [];

    /// <summary>The publication that publishes it here.</summary>
    public required string Publisher { get; init; }

    /// <summary>The day it appeared here.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its whole address.</summary>
    public required string Address { get; init; }

    /// <summary>What it was made from; null for a piece that appeared here first.</summary>
    public CitedOriginal? Original { get; init; }

    /// <summary>Makes the record of a published piece.</summary>
    /// <param name="card">The piece with its credits.</param>
    /// <param name="source">What its source says besides; null for a piece of this site's own.</param>
    /// <param name="basis">The version of ours it was translated from, where readers have it.</param>
    /// <param name="publisher">What this publication is called.</param>
    /// <param name="site">The site's address, without a trailing slash.</param>
    public static Citation Of(ArticleCard card, CitedSource? source, ArticleCard? basis, string publisher, string site)
    {
        var writers = CreditLine.Writers(card.Credits);
        return new Citation
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{card.Slug}-{card.Day.Year}"),
            Title = TypedText.Line(card.Headline),
            Language = card.Language,
            Authors = Names(writers, card.Language),
            Interviewers = Names(In(CreditRole.Interviewer).Except(writers), card.Language),
            Translators = Names(In(CreditRole.Translator), card.Language),
            Publisher = TypedText.Line(publisher),
            Day = card.Day,
            Address = site + card.Address,
            Original = card.Source is not null ? CitedOriginal.Of(card, source, writers)
                : basis is not null ? new CitedOriginal
                {
                    Title = TypedText.Line(basis.Headline), Language = basis.Language, Authors = Names(writers, basis.Language), Publication = TypedText.Line(publisher), Day = basis.Day, Address = site + basis.Address,
                }
                : null,
        };

        IEnumerable<CreditLine> In(CreditRole role) => card.Credits.Where(c => c.Role == role).OrderBy(c => c.Position);
    }

    /// <summary>Names as printed in a language, each once.</summary>
    internal static IReadOnlyList<string> Names(IEnumerable<CreditLine> credits, string language) => [.. credits.Select(c => TypedText.Line(c.NameIn(language))).Distinct()];
}

/// <summary>What cards do not say of a source.</summary>
/// <param name="Title">The original's title.</param>
/// <param name="Url">Its address; http or https.</param>
/// <param name="ArchivedUrl">A copy kept by an archive.</param>
public sealed record CitedSource(string? Title, string? Url, string? ArchivedUrl);

/// <summary>The text a piece was made from, or another place it appeared in first.</summary>
public sealed record CitedOriginal
{
    /// <summary>Its title, in its language.</summary>
    public string? Title { get; init; }

    /// <summary>Its language; a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Who wrote it, in their own script where that is the original's.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The outlet.</summary>
    public required string Publication { get; init; }

    /// <summary>The day it appeared there.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Its whole address; characters no address has are escaped.</summary>
    public string? Address { get; init; }

    /// <summary>A copy kept by an archive.</summary>
    public string? Archived { get; init; }

    /// <summary>Makes it from a piece's source.</summary>
    internal static CitedOriginal Of(ArticleCard card, CitedSource? source, IEnumerable<CreditLine> writers)
    {
        var (line, language) = (card.Source!, card.Source!.Language);
        return new CitedOriginal
        {
            Title = source?.Title is { } title && TypedText.Line(title) is { Length: > 0 } said ? said : null,
            Language = language,
            Authors = [.. writers.Select(c => TypedText.Line(c.ScriptName is { } own && language is not null && c.ScriptLanguage == language ? own : c.NameIn(card.Language))).Distinct()],
            Publication = TypedText.Line(line.NameIn(card.Language)),
            Day = line.PublishedOn,
            Address = Whole(source?.Url),
            Archived = Whole(source?.ArchivedUrl),
        };
    }

    // In its escaped form it holds neither white space nor braces, which some formats could not carry.
    private static string? Whole(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
