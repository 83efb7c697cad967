using System.Text.RegularExpressions;

namespace NewsSite.Import;

/// <summary>Reads the numbered, indented list of comments at the end of a page.</summary>
internal sealed partial class CommentList
{
    private readonly IReadOnlyList<string> lines;
    private readonly List<LeftLine> left;
    private readonly bool withAvatars;
    private readonly List<ArchivedComment> comments = [];
    private readonly Stack<(int Indent, int Index)> open = new();

    private CommentList(IReadOnlyList<string> lines, int first, List<LeftLine> left)
    {
        this.lines = lines;
        this.left = left;
        // Where the page prints "Avatar" before names, a listed "So-and-so says:" within a text is not a header.
        withAvatars = Header().Match(lines[first]).Groups["avatar"].Success;
    }

    /// <summary>The line of the first header, from 0; the number of lines when there is none.</summary>
    public static int FindStart(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Header().IsMatch(lines[i]) || Pingback().IsMatch(lines[i]))
            {
                return i;
            }
        }

        return lines.Count;
    }

    /// <summary>Reads all comments from that line on.</summary>
    public static IReadOnlyList<ArchivedComment> Read(IReadOnlyList<string> lines, int first, List<LeftLine> left)
    {
        while (first < lines.Count && !Header().IsMatch(lines[first]))
        {
            Leave(lines, first++, left);
        }

        if (first >= lines.Count)
        {
            return [];
        }

        var list = new CommentList(lines, first, left);
        list.ReadAll(first);
        return list.comments;
    }

    private void ReadAll(int at)
    {
        while (at < lines.Count)
        {
            var header = Header().Match(lines[at]);
            var end = at + 1;
            while (end < lines.Count && !StartsEntry(lines[end]) && !EndOfComments().IsMatch(lines[end]))
            {
                end++;
            }

            if (header.Success)
            {
                ReadOne(header, at, end);
            }
            else
            {
                LeaveRange(at, end);
            }

            if (end < lines.Count && EndOfComments().IsMatch(lines[end]))
            {
                // The reply form and what follows it belong to the page, not to the last comment.
                var next = end;
                while (next < lines.Count && !StartsEntry(lines[next]))
                {
                    next++;
                }

                LeaveRange(end, next);
                end = next;
            }

            at = end;
        }
    }

    private bool StartsEntry(string line) =>
        Pingback().IsMatch(line) || (Header().Match(line) is { Success: true } header && (!withAvatars || header.Groups["avatar"].Success));

    private void ReadOne(Match header, int at, int end)
    {
        var indent = header.Groups["indent"].Length;
        while (open.TryPeek(out var above) && above.Indent >= indent)
        {
            open.Pop();
        }

        DateTime? postedAt = null;
        var text = new List<string>();
        for (var i = at + 1; i < end; i++)
        {
            var line = lines[i].Trim();
            if (postedAt is null && text.Count == 0 && PrintedDate.ReadTime(line) is { } time)
            {
                postedAt = time;
            }
            else if (Furniture().IsMatch(line) || (text.Count == 0 && line.Length == 0))
            {
                if (line.Length > 0)
                {
                    Leave(lines, i, left);
                }
            }
            else
            {
                text.Add(PlainTextMarkdown.Line(line));
            }
        }

        comments.Add(new ArchivedComment(
            at + 1,
            header.Groups["name"].Value.Trim(),
            open.Count + 1,
            open.TryPeek(out var parent) ? parent.Index : null,
            postedAt,
            string.Join('\n', text).TrimEnd()));
        open.Push((indent, comments.Count - 1));
    }

    private void LeaveRange(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            Leave(lines, i, left);
        }
    }

    private static void Leave(IReadOnlyList<string> lines, int at, List<LeftLine> left)
    {
        if (!string.IsNullOrWhiteSpace(lines[at]))
        {
            left.Add(new LeftLine(at + 1, lines[at].Trim()));
        }
    }

    private const string Marker = @"(?:\(?\d{1,5}[.)]|\(?[a-zA-Z][.)]|\(?[ivxlc]{1,6}[.)]|[*+•◦▪‣·–-]|o|#\d{1,5}[.:)]?)\s+";

    [GeneratedRegex(@"^(?<indent>\s*)(?:(?<marker>" + Marker + @")(?<avatar>Avatar\s+)?|(?<avatar>Avatar\s+))(?<name>\S.{0,100}?)\s+(?:says|said|wrote|writes|каже|пише|пише|يقول|تقول)\s*[:：]?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s*(?:" + Marker + @")?(?:Pingback|Trackback)\s*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pingback();

    [GeneratedRegex(@"^(?:Reply|Log in to Reply|Reply ↓|Permalink|Edit|Report|Like|Loading\.\.\.|\(Edit\)|Відповісти|ردّ?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"^\s{0,3}(?:Leave a (?:Reply|Comment)|Your e-?mail address will not be published|Cancel reply|Post navigation|Comments are closed|Share this|Filed under|Older Comments|Newer Comments)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndOfComments();
}
