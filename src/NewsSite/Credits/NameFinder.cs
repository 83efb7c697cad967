using System.Globalization;
using System.Text;
using NewsSite.Text;

namespace NewsSite.Credits;

/// <summary>Somebody or something with names: a contributor, an outlet.</summary>
/// <param name="Id">The key.</param>
/// <param name="Slug">The place in addresses.</param>
/// <param name="Name">The name printed where no other fits.</param>
/// <param name="Others">Every other name: in other languages, in the own script, other spellings.</param>
public sealed record NamedThing(int Id, string Slug, string Name, IReadOnlyList<string> Others)
{
    /// <summary>All names, the printed one first.</summary>
    public IEnumerable<string> All => Others.Prepend(Name);

    /// <summary>True when one of the names is that name, or cannot be told from it by the eye.</summary>
    public bool IsCalled(string name) => All.Any(n => Looks(n).Intersect(Looks(name)).Any());

    private static string[] Looks(string name) => [ConfusableSkeleton.Of(name), ConfusableSkeleton.AsWritten(name)];
}

/// <summary>Something found, as lists of finds print it.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">The name printed.</param>
/// <param name="Also">The name it was found by, or another one that tells it apart; null when there is none.</param>
/// <param name="Slug">The place in addresses.</param>
public sealed record FoundName(int Id, string Name, string? Also, string Slug);

/// <summary>
/// Finds names by the beginnings of their words, in any script, whatever the case and the marks; Cyrillic names also as they are written in Latin letters. Pure: those
/// with names are given.
/// </summary>
public static class NameFinder
{
    /// <summary>So many are found at most.</summary>
    public const int Most = 10;

    /// <summary>The longest thing looked for, in characters; more than any name has.</summary>
    public const int MaxLength = 200;

    /// <summary>Those whose name has words that begin with what is asked for, best first.</summary>
    public static IReadOnlyList<FoundName> Find(IEnumerable<NamedThing> things, string asked, int most = Most)
    {
        var wanted = Forms.Of(asked);
        return wanted.IsEmpty || asked.Length > MaxLength
            ? []
            : [.. things
                .Select(thing => (thing, best: thing.All.Select((name, i) => (name, rank: Rank(Forms.Of(name), wanted, isPrinted: i == 0))).MinBy(n => n.rank)))
                .Where(found => found.best.rank < None)
                .OrderBy(found => found.best.rank).ThenBy(found => found.thing.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(found => found.thing.Id)
                .Take(most)
                .Select(found => new FoundName(found.thing.Id, found.thing.Name, Also(found.thing, found.best.name), found.thing.Slug))];
    }

    /// <summary>Names once each, without those that are none.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string?> names) => [.. names.Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => n!).Distinct(StringComparer.Ordinal)];

    private const int None = int.MaxValue;

    /// <summary>The whole name before its beginning, the beginning before words further on, the name printed before the others.</summary>
    private static int Rank(Forms name, Forms wanted, bool isPrinted)
    {
        var rank = Math.Min(Rank(name.Words, wanted.Words), Rank(name.Latin, wanted.Latin));
        return rank == None ? None : (rank * 2) + (isPrinted ? 0 : 1);
    }

    private static int Rank(string[] name, string[] wanted) =>
        wanted.Length == 0 || !wanted.All(w => Array.Exists(name, n => n.StartsWith(w, StringComparison.Ordinal))) ? None
        : name.SequenceEqual(wanted) ? 0
        : string.Join(' ', name).StartsWith(string.Join(' ', wanted), StringComparison.Ordinal) ? 1
        : 2;

    private static string? Also(NamedThing thing, string foundBy) =>
        foundBy != thing.Name ? foundBy : thing.Others.FirstOrDefault(n => n != thing.Name);

    /// <summary>The words of a name, levelled, as they are and in Latin letters.</summary>
    private sealed record Forms(string[] Words, string[] Latin)
    {
        public bool IsEmpty => Words.Length == 0;

        public static Forms Of(string text)
        {
            var folded = ConfusableSkeleton.Fold(text);
            // Passports write Я as Ya at the beginning of a word and as ia within; people write either, and Andriy as often as Andrii.
            return new(Split(WithoutMarks(folded)), [.. Slug.From(folded).Split('-', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Replace('y', 'i'))]);
        }

        private static string WithoutMarks(string text) =>
            string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control) && c is not Tatweel and not '\'' and not '’' and not 'ʼ'));

        private static string[] Split(string text) =>
            string.Concat(text.Select(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.SpacingCombiningMark ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Stretches an Arabic word in print and is no letter of it.</summary>
    private const char Tatweel = 'ـ';
}
