using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace NewsSite.Text;

/// <summary>
/// Joins what two people made of one text, paragraph by paragraph (the lines of Markdown): changes to different paragraphs are both taken, and changes to the same one, or
/// side by side, are for people to decide about. The rule is that of diff3 (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007), over the two differences
/// DiffPlex finds; its own three-way merge (1.9.0) drops text where the ancestor is short, and must not be used.
/// </summary>
public static class ParagraphMerge
{
    /// <summary>Joins them.</summary>
    /// <param name="ancestor">The text both began with.</param>
    /// <param name="mine">What one made of it.</param>
    /// <param name="theirs">What the other made of it.</param>
    /// <returns>The text with both changes; null when they touch the same paragraph.</returns>
    public static string? Join(string ancestor, string mine, string theirs)
    {
        if (mine == ancestor || mine == theirs)
        {
            return theirs;
        }

        if (theirs == ancestor)
        {
            return mine;
        }

        var (one, other) = (new Side(ancestor, mine), new Side(ancestor, theirs));
        var joined = new List<string>();
        var at = 0;
        while (one.Next is not null || other.Next is not null)
        {
            var start = Math.Min(one.Start, other.Start);
            joined.AddRange(one.Ancestor.Skip(at).Take(start - at));
            var (end, isWider) = (start, true);
            while (isWider)
            {
                // What one changed may reach into what the other did, and that again into more of the first.
                var reach = Math.Max(one.Reach(end), other.Reach(end));
                (end, isWider) = (reach, reach > end || one.Start <= reach || other.Start <= reach);
            }

            var (left, right) = (one.Take(start, end), other.Take(start, end));
            if (!left.HasChanged)
            {
                joined.AddRange(right.Lines);
            }
            else if (!right.HasChanged || left.Lines.SequenceEqual(right.Lines))
            {
                joined.AddRange(left.Lines);
            }
            else
            {
                return null;
            }

            at = end;
        }

        joined.AddRange(one.Ancestor.Skip(at));
        return string.Concat(joined);
    }

    /// <summary>One person's changes, gone through from the top.</summary>
    private sealed class Side
    {
        private readonly DiffResult diff;
        private int next;
        private int taken;
        private int shift;
        private int shiftTaken;

        public Side(string ancestor, string text) => diff = Differ.Instance.CreateDiffs(ancestor, text, ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance);

        public IReadOnlyList<string> Ancestor => diff.PiecesOld;

        /// <summary>The next change nobody reached for yet.</summary>
        public DiffBlock? Next => next < diff.DiffBlocks.Count ? diff.DiffBlocks[next] : null;

        /// <summary>Where it begins in the ancestor.</summary>
        public int Start => Next?.DeleteStartA ?? int.MaxValue;

        /// <summary>How far the changes that begin up to there reach in the ancestor. Touching counts: two insertions in one place have no order.</summary>
        public int Reach(int end)
        {
            while (Next is { } block && block.DeleteStartA <= end)
            {
                end = Math.Max(end, block.DeleteStartA + block.DeleteCountA);
                shift += block.InsertCountB - block.DeleteCountA;
                next++;
            }

            return end;
        }

        /// <summary>This side's lines for a stretch of the ancestor.</summary>
        public (IReadOnlyList<string> Lines, bool HasChanged) Take(int start, int end)
        {
            var (from, to) = (start + shiftTaken, end + shift);
            var hasChanged = next > taken;
            (taken, shiftTaken) = (next, shift);
            return ([.. diff.PiecesNew.Skip(from).Take(to - from)], hasChanged);
        }
    }
}
