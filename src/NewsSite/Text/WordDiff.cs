using System.Text.RegularExpressions;
using DiffPlex;

namespace NewsSite.Text;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    /// <summary>It stayed.</summary>
    Same,

    /// <summary>It went.</summary>
    Removed,

    /// <summary>It came.</summary>
    Added,
}

/// <summary>A run of text and what became of it.</summary>
public readonly record struct DiffPiece(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word, in any script: a word is a run of letters with their marks, and digits; everything else is compared sign by sign.</summary>
public static partial class WordDiff
{
    /// <summary>The runs that, read without what was added, give the old text, and without what was removed, the new.</summary>
    public static IReadOnlyList<DiffPiece> Between(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new Words());
        var pieces = new List<DiffPiece>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, DiffKind.Same, diff.PiecesOld, at, block.DeleteStartA);
            Add(pieces, DiffKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(pieces, DiffKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(pieces, DiffKind.Same, diff.PiecesOld, at, diff.PiecesOld.Count);
        return pieces;
    }

    private static void Add(List<DiffPiece> pieces, DiffKind kind, IReadOnlyList<string> words, int from, int to)
    {
        if (to > from)
        {
            pieces.Add(new DiffPiece(kind, string.Concat(words.Skip(from).Take(to - from))));
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*|\s+|.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    private sealed class Words : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Pieces().EnumerateMatches(text).ToList(text)];
    }
}

/// <summary>The matches of a regular expression as texts.</summary>
file static class Matches
{
    public static List<string> ToList(this Regex.ValueMatchEnumerator matches, string text)
    {
        var found = new List<string>();
        foreach (var match in matches)
        {
            found.Add(text.Substring(match.Index, match.Length));
        }

        return found;
    }
}
