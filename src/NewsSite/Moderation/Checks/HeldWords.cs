using System.Globalization;
using System.Text;
using NewsSite.Text;

namespace NewsSite.Moderation.Checks;

/// <summary>A held word found in a text.</summary>
/// <param name="Entry">As it stands in the list.</param>
/// <param name="Written">As the text has it, in lower case.</param>
public sealed record HeldWord(string Entry, string Written);

/// <summary>
/// Finds the publication's held words in texts. Words are compared whole, in one case and by what they look like: «сіаlis» with Cyrillic letters is "cialis", a
/// "specialist" is not. The list becomes one tree of letters, walked once from the beginning of each word, so that five thousand words cost what five do.
/// </summary>
public sealed class HeldWords
{
    private const string Gap = " ";

    // Most of what is read is ASCII; the table of look-alikes is asked about it once.
    private static readonly string[] AsciiShapes = [.. Enumerable.Range(0, 128).Select(c => ConfusableSkeleton.ShapeOf(new Rune(c)))];
    private static readonly string[] AsciiWrittenShapes = [.. Enumerable.Range(0, 128).Select(c => Written(new Rune(c)))];

    // From a node by a letter to the next: the node in the upper half of the key, the letter in the lower.
    private readonly Dictionary<long, int> steps = [];
    private readonly List<(string? Whole, string? Beginning)> ends = [default];

    /// <summary>Reads a list of words or phrases, separated by commas or lines; <c>*</c> at the end of one matches every ending.</summary>
    public HeldWords(string list)
    {
        foreach (var entry in list.Split([',', '،', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Add(entry);
        }
    }

    /// <summary>True when nothing is held.</summary>
    public bool IsEmpty => ends.Count == 1;

    /// <summary>The words found, each once.</summary>
    public IReadOnlyList<HeldWord> Find(string text)
    {
        var found = new Dictionary<string, HeldWord>();
        if (!IsEmpty)
        {
            // Capitals of two scripts look alike where the small letters do not, so the text is read both ways.
            var folded = ConfusableSkeleton.Fold(text).Normalize(NormalizationForm.FormD);
            Walk(folded, Read(folded, asWritten: false), found);
            var written = text.Normalize(NormalizationForm.FormKC).Normalize(NormalizationForm.FormD);
            Walk(written, Read(written, asWritten: true), found);
        }

        return [.. found.Values];
    }

    private void Add(string entry)
    {
        var node = 0;
        var pieces = Read(ConfusableSkeleton.Fold(entry.TrimEnd('*')).Normalize(NormalizationForm.FormD), asWritten: false);
        var last = pieces.FindLastIndex(p => p.Shape != Gap);
        foreach (var letter in pieces.Take(last + 1).SkipWhile(p => p.Shape == Gap).SelectMany(p => p.Shape))
        {
            if (!steps.TryGetValue(Key(node, letter), out var next))
            {
                next = ends.Count;
                ends.Add(default);
                steps.Add(Key(node, letter), next);
            }

            node = next;
        }

        if (node > 0)
        {
            ends[node] = entry.EndsWith('*') ? ends[node] with { Beginning = entry } : ends[node] with { Whole = entry };
        }
    }

    private void Walk(string text, List<Piece> pieces, Dictionary<string, HeldWord> found)
    {
        for (var start = 0; start < pieces.Count; start++)
        {
            if (pieces[start].Shape == Gap || (start > 0 && pieces[start - 1].Shape != Gap))
            {
                continue;
            }

            var node = 0;
            for (var i = start; i < pieces.Count && Step(ref node, pieces[i].Shape); i++)
            {
                var wordEnds = i + 1 == pieces.Count || pieces[i + 1].Shape == Gap;
                Take(ends[node].Beginning, start, i);
                Take(wordEnds ? ends[node].Whole : null, start, i);
            }
        }

        void Take(string? entry, int first, int last)
        {
            if (entry is not null && !found.ContainsKey(entry))
            {
                var end = last;
                while (end + 1 < pieces.Count && pieces[end + 1].Shape != Gap)
                {
                    end++;
                }

                found.Add(entry, new HeldWord(entry, text[pieces[first].Start..pieces[end].End].Normalize(NormalizationForm.FormC).ToLowerInvariant()));
            }
        }
    }

    /// <summary>A letter may look like several, so a step is as many letters as its shape has; it ends nowhere between.</summary>
    private bool Step(ref int node, string shape)
    {
        foreach (var letter in shape)
        {
            if (!steps.TryGetValue(Key(node, letter), out node))
            {
                return false;
            }
        }

        return true;
    }

    private static long Key(int node, char letter) => ((long)node << 16) | letter;

    /// <summary>The letters of a text by their looks, with one gap for whatever stands between two words.</summary>
    private static List<Piece> Read(string text, bool asWritten)
    {
        var pieces = new List<Piece>(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var from = at;
            at += rune.Utf16SequenceLength;
            if (IsUnseen(rune))
            {
                continue;
            }

            var shape = asWritten ? WrittenShapeOf(rune) : ShapeOf(rune);
            // A sign that looks like a letter divides words in one reading and is a letter in the other: "cialis|viagra", "cia|is".
            if (IsLetter(rune, shape) || (asWritten && IsLetter(Rune.GetRuneAt(shape, 0), shape)))
            {
                pieces.Add(new Piece(shape, from, at));
            }
            else if (pieces.Count > 0 && pieces[^1].Shape != Gap)
            {
                pieces.Add(new Piece(Gap, from, at));
            }
        }

        return pieces;
    }

    private static string ShapeOf(Rune rune) => rune.IsAscii ? AsciiShapes[rune.Value] : ConfusableSkeleton.ShapeOf(rune);

    private static string WrittenShapeOf(Rune rune) => rune.IsAscii ? AsciiWrittenShapes[rune.Value] : Written(rune);

    private static string Written(Rune rune) => string.Concat(ConfusableSkeleton.ShapeOf(rune).ToLowerInvariant().EnumerateRunes().Select(ConfusableSkeleton.ShapeOf));

    /// <summary>Apostrophes divide, in whichever of their forms: one of them is a letter to Unicode, and "cialis's" holds the word.</summary>
    private static bool IsLetter(Rune rune, string shape) => shape != "'" && Rune.GetUnicodeCategory(rune)
        is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>What nobody sees, and what Arabic writes or leaves out at will: vowel signs, and the stroke that lengthens a word.</summary>
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && !Rune.IsWhiteSpace(rune)
        || rune.Value is 0x0640 or 0x0670 or (>= 0x064B and <= 0x0652) or (>= 0x0610 and <= 0x061A);

    private readonly record struct Piece(string Shape, int Start, int End);
}
