using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Newsletter;

/// <summary>What a subscriber wants. Those who want the same are sent the same text.</summary>
/// <param name="Language">The language they are written to in; a BCP 47 tag.</param>
/// <param name="Languages">The languages of the pieces, the most wanted first; at least one.</param>
/// <param name="Sections">The keys of the sections, ascending; none for all of them, also those to come.</param>
/// <param name="Rhythm">How often.</param>
public sealed record NewsletterChoices(string Language, IReadOnlyList<string> Languages, IReadOnlyList<int> Sections, IssueRhythm Rhythm)
{
    /// <summary>The most languages one can choose: more than any publication has.</summary>
    public const int MaxLanguages = 30;

    /// <summary>The length of <see cref="Key"/>, in characters.</summary>
    public const int KeyLength = 64;

    /// <summary>The same for the same text, whoever wants it: the SHA-256 of languages and sections, however many they are.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Language}|{string.Join(',', Languages)}|{string.Join(',', Sections)}")));

    /// <summary>What the form said, in the one form it is kept in: known languages in the publication's order with the reader's own first, known sections, all of them being none.</summary>
    /// <param name="language">The language of the form.</param>
    /// <param name="languages">What was ticked.</param>
    /// <param name="sections">What was ticked.</param>
    /// <param name="rhythm">What was chosen.</param>
    /// <param name="offer">What there is.</param>
    /// <returns>Null where no language there is was ticked.</returns>
    public static NewsletterChoices? Of(string language, IEnumerable<string> languages, IEnumerable<int> sections, IssueRhythm rhythm, NewsletterOffer offer)
    {
        var ticked = offer.Languages.Intersect(languages).OrderByDescending(l => l == language).Take(MaxLanguages).ToList();
        var chosen = offer.Sections.Intersect(sections).Order().ToList();
        return ticked.Count == 0 ? null : new NewsletterChoices(
            language, ticked, chosen.Count == offer.Sections.Count ? [] : chosen, Enum.IsDefined(rhythm) ? rhythm : IssueRhythm.Weekly);
    }

    /// <inheritdoc/>
    public bool Equals(NewsletterChoices? other) => other is not null && Rhythm == other.Rhythm && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rhythm, Key);
}

/// <summary>What can be chosen.</summary>
/// <param name="Languages">The publication's languages, in order.</param>
/// <param name="Sections">The keys of the sections readers see.</param>
public sealed record NewsletterOffer(IReadOnlyList<string> Languages, IReadOnlyList<int> Sections);
