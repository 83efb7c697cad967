namespace NewsSite.Comments;

/// <summary>A comment where it stands on the page.</summary>
/// <param name="Row">The comment.</param>
/// <param name="Level">Displayed level, from 1 to <see cref="CommentTree.DisplayCap"/>.</param>
/// <param name="Beneath">Published comments beneath it on this page.</param>
/// <param name="SaysWhomItAnswers">True where its place alone does not show which comment it answers.</param>
public sealed record PlacedComment(CommentRow Row, int Level, int Beneath, bool SaysWhomItAnswers);

/// <summary>
/// Sets rows of a conversation in display order, as a flat list with levels; the page opens and closes its lists by comparing neighbours.
/// Nothing here recurses: a chain of ten thousand replies must not exhaust the stack.
/// </summary>
public static class CommentTree
{
    /// <summary>Indentation stops at this level. Deeper replies run oldest first beneath their level-4 ancestor, and each says whom it answers.</summary>
    public const int DisplayCap = 5;

    /// <summary>Places the rows. They come in rising key order; a row whose parent is not among them stands at the top.</summary>
    /// <param name="rows">Rows in rising key order.</param>
    /// <param name="roots">The order of the top rows; null leaves them as they come.</param>
    public static IReadOnlyList<PlacedComment> Place(IReadOnlyList<CommentRow> rows, IReadOnlyList<int>? roots = null)
    {
        var indexOf = new Dictionary<int, int>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            indexOf[rows[i].Id] = i;
        }

        // Children always have larger keys than their parent, so one pass from the end sees every branch complete.
        var parent = new int[rows.Count];
        var beneath = new int[rows.Count];
        var children = new List<int>?[rows.Count];
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            parent[i] = rows[i].ParentId is { } p && indexOf.TryGetValue(p, out var at) ? at : -1;
            var visible = rows[i].IsPublished || beneath[i] > 0;
            if (parent[i] >= 0 && visible)
            {
                beneath[parent[i]] += beneath[i] + (rows[i].IsPublished ? 1 : 0);
                (children[parent[i]] ??= []).Add(i);
            }
        }

        var tops = Enumerable.Range(0, rows.Count).Where(i => parent[i] < 0 && (rows[i].IsPublished || beneath[i] > 0));
        if (roots is not null)
        {
            var order = roots.Select((id, at) => (id, at)).ToDictionary(r => r.id, r => r.at);
            tops = tops.OrderBy(i => order.GetValueOrDefault(rows[i].Id, int.MaxValue));
        }

        var placed = new List<PlacedComment>(rows.Count);
        var waiting = new Stack<(int Row, int Level)>();
        foreach (var top in tops)
        {
            waiting.Push((top, 1));
            while (waiting.TryPop(out var next))
            {
                var (i, level) = next;
                var row = rows[i];
                placed.Add(new PlacedComment(row, level, beneath[i], parent[i] < 0 && row.ParentId is not null && !row.ParentIsApproximate));
                if (level < DisplayCap - 1)
                {
                    // The lists were filled from the end, so pushing them as they are leaves the oldest on top.
                    children[i]?.ForEach(child => waiting.Push((child, level + 1)));
                }
                else
                {
                    PlaceRun(i, rows, children, beneath, placed);
                }
            }
        }

        return placed;
    }

    /// <summary>Everything beneath a row at the level before the cap, as one run of siblings, oldest first.</summary>
    private static void PlaceRun(int owner, IReadOnlyList<CommentRow> rows, List<int>?[] children, int[] beneath, List<PlacedComment> placed)
    {
        var run = new List<int>();
        for (var at = -1; at < run.Count; at++)
        {
            run.AddRange(children[at < 0 ? owner : run[at]] ?? []);
        }

        run.Sort();
        var ownerId = rows[owner].Id;
        placed.AddRange(run.Select(i => new PlacedComment(rows[i], DisplayCap, beneath[i], rows[i].ParentId != ownerId && !rows[i].ParentIsApproximate)));
    }
}
