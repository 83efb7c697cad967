using System.Text.RegularExpressions;
using NewsSite.Comments;
using NewsSite.Text;

namespace NewsSite.Seeds;

/// <summary>Reads a conversation's file and sets its comments in the order they were posted.</summary>
internal static partial class SeedThreadReader
{
    public static IReadOnlyList<SeedComment> Read(string yaml, string file, SeedArticle article, List<SeedProblem> problems)
    {
        if (SeedNode.ParseMapping(yaml, file, 0, problems) is not { } root)
        {
            return [];
        }

        var comments = new List<SeedComment>();
        var posted = new HashSet<(string By, DateTime At)>();
        // A stack, not recursion: a file may nest as deeply as people answered one another.
        var waiting = new Stack<(SeedNode Node, SeedComment? Parent)>(root.Children("comments").Reverse().Select(n => (n, (SeedComment?)null)));
        while (waiting.TryPop(out var next))
        {
            var comment = ReadOne(next.Node, next.Parent, article);
            comments.Add(comment);
            if (!posted.Add((comment.By, comment.At)))
            {
                next.Node.Problem("after", $"{comment.By} has another comment of that minute; the name and the time are how a comment is known.");
            }

            foreach (var reply in next.Node.Children("replies").Reverse())
            {
                waiting.Push((reply, comment));
            }

            next.Node.RefuseTheRest();
        }

        root.RefuseTheRest();
        return [.. comments.OrderBy(c => c.At)];
    }

    private static SeedComment ReadOne(SeedNode node, SeedComment? parent, SeedArticle article)
    {
        var after = node.Required("after");
        var time = Time().Match(after);
        if (after.Length > 0 && !time.Success)
        {
            node.Problem("after", $"\"{after}\" is not a time such as 2d4h20m.");
        }

        var at = article.Published.AddDays(Part("d")).AddHours(Part("h")).AddMinutes(Part("m"));
        if (parent is not null && time.Success && at <= parent.At)
        {
            node.Problem("after", "A reply must be later than the comment it answers.");
        }

        var status = node.Choice("status", CommentStatus.Published, CommentStatus.Withdrawn, CommentStatus.Removed, CommentStatus.Held) ?? CommentStatus.Published;
        var reason = node.Text("reason", 300);
        if (status == CommentStatus.Removed != reason is not null)
        {
            node.Problem("reason", "\"reason\" belongs to removed comments, and each of them needs one.");
        }

        var text = node.Required("text", Comment.MaxLength);
        if (text.Length > 0 && CommentMarkup.Render(text).Refusal is not null)
        {
            node.Problem("text", "The text cannot be printed: it is empty, too long or nested too deeply.");
        }

        return new SeedComment(node.Required("by", Comment.MaxNameLength), at, node.Language("language"), status, reason, text, parent);

        int Part(string unit) => time.Groups[unit] is { Success: true } g ? int.Parse(g.Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^(?=\d)(?:(?<d>\d{1,4})d)?\s*(?:(?<h>\d{1,4})h)?\s*(?:(?<m>\d{1,5})m)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
