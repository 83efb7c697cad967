using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NewsSite.Text;

namespace NewsSite.Search;

/// <summary>An article as it is to be found.</summary>
internal sealed record SearchableArticle
{
    public required int Id { get; init; }

    public required string Language { get; init; }

    public required string Headline { get; init; }

    public required string Standfirst { get; init; }

    public required SafeHtml Body { get; init; }

    public required DateTime? PublishedAt { get; init; }

    public required int SectionId { get; init; }

    /// <summary>Names of topics and the series, in whatever languages.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>Who made it, by every name they have.</summary>
    public required IReadOnlyList<(int ContributorId, IReadOnlyList<string> Names)> Credits { get; init; }

    /// <summary>The outlet the original comes from.</summary>
    public int? PublicationId { get; init; }

    /// <summary>Names of the outlet and the original's title.</summary>
    public required IReadOnlyList<string> Origin { get; init; }
}

/// <summary>
/// Writes texts as the words they are found by. Words of an article stand in three zones, each within the next: <c>h_</c> the headline and the names of those who made it,
/// <c>t_</c> those and the standfirst, topics, series, the origin, and what the text says again and again; without a sign the whole text. Finding in a narrower zone is what ranks
/// first. What lists are narrowed down by are words too, with a sign no text has: <c>in_</c> a section, <c>by_</c> a contributor, <c>src_</c> a publication, <c>lang_</c> a language.
/// </summary>
internal static class SearchTokens
{
    /// <summary>Raised when texts are cut or marked differently, so that the index is built anew.</summary>
    public const int Version = 3;

    /// <summary>The zone of headlines and names.</summary>
    public const string Head = "h_";

    /// <summary>The zone of what a piece is about.</summary>
    public const string Top = "t_";

    /// <summary>Everything.</summary>
    public const string Whole = "";

    /// <summary>Stands between texts that are not one, so that no phrase reaches across.</summary>
    public const string Gap = "_";

    /// <summary>So many words of a text are kept; more than any the site takes, but for scripts without spaces.</summary>
    private const int MostWords = 60_000;

    /// <summary>A text is about what it says so often, and at least once in so many words.</summary>
    private const int OftenTimes = 3;
    private const int OftenWithin = 300;

    /// <summary>Words of a section.</summary>
    public static string Section(int id) => string.Create(CultureInfo.InvariantCulture, $"in_{id}");

    /// <summary>Words of what somebody had a part in.</summary>
    public static string Contributor(int id) => string.Create(CultureInfo.InvariantCulture, $"by_{id}");

    /// <summary>Words of what comes from an outlet.</summary>
    public static string Publication(int id) => string.Create(CultureInfo.InvariantCulture, $"src_{id}");

    /// <summary>Words in a language.</summary>
    public static string Language(string tag) => $"lang_{tag.ToLowerInvariant().Replace('-', '_')}";

    /// <summary>What an article and its comments are narrowed down by, the language aside, which comments have themselves.</summary>
    public static string Facets(SearchableArticle article) => string.Join(' ', article.Credits.Select(c => c.ContributorId).Distinct().Order().Select(Contributor)
        .Prepend(Section(article.SectionId))
        .Concat(article.PublicationId is { } publication ? [Publication(publication)] : []));

    /// <summary>The words of an article.</summary>
    public static string Of(SearchableArticle article)
    {
        var tokens = new StringBuilder();
        IReadOnlyList<string> head = [article.Headline, .. article.Credits.SelectMany(c => c.Names).SelectMany(InBothScripts).Distinct(StringComparer.Ordinal)];
        IReadOnlyList<string> top = [.. head, article.Standfirst, .. article.Subjects, .. article.Origin];
        foreach (var text in head)
        {
            Append(tokens, Head, StemsOf(text));
        }

        foreach (var text in top)
        {
            var stems = StemsOf(text);
            Append(tokens, Top, stems);
            Append(tokens, Whole, stems);
        }

        var body = StemsOf(PlainText.Of(article.Body));
        foreach (var stem in SaidOften(body))
        {
            Append(tokens, Top, [stem]);
        }

        Append(tokens, Whole, body);
        return tokens.Append(Facets(article)).Append(' ').Append(Language(article.Language)).ToString();
    }

    /// <summary>The words of a comment under an article that is narrowed down by those facets.</summary>
    public static string OfComment(string author, SafeHtml body, string language, string facets)
    {
        var tokens = new StringBuilder();
        Append(tokens, Whole, StemsOf(author));
        Append(tokens, Whole, StemsOf(PlainText.Of(body)));
        return tokens.Append(facets).Append(' ').Append(Language(language)).ToString();
    }

    /// <summary>A name, and where it is Cyrillic also as passports write it: not everyone can type it.</summary>
    private static IEnumerable<string> InBothScripts(string name) =>
        name.Any(c => c is >= '\u0400' and <= '\u04FF') && Slug.From(name) is { Length: > 0 } latin ? [name, latin.Replace('-', ' ')] : [name];

    private static List<string> StemsOf(string text)
    {
        var words = SearchWords.Of(text);
        var stems = new List<string>(Math.Min(words.Count, MostWords));
        foreach (var word in CollectionsMarshal.AsSpan(words)[..Math.Min(words.Count, MostWords)])
        {
            stems.Add(word.Stem);
        }

        return stems;
    }

    private static IEnumerable<string> SaidOften(List<string> stems)
    {
        var least = Math.Max(OftenTimes, stems.Count / OftenWithin);
        return stems.CountBy(s => s, StringComparer.Ordinal).Where(s => s.Value >= least && s.Key.Length > 2).Select(s => s.Key);
    }

    private static void Append(StringBuilder tokens, string zone, IReadOnlyList<string> stems)
    {
        foreach (var stem in stems)
        {
            tokens.Append(zone).Append(stem).Append(' ');
        }

        tokens.Append("_ ");
    }
}
