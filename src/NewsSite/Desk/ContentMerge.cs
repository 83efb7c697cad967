using System.Text.Json.Nodes;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>What became of joining two people's work.</summary>
/// <param name="Content">The joined content; where they disagree, as the other has it.</param>
/// <param name="Disagreements">The fields both changed, and differently; their names in the content's JSON.</param>
public sealed record MergedContent(ArticleContent Content, IReadOnlyList<string> Disagreements);

/// <summary>Joins two people's work on one piece, field by field, and the text paragraph by paragraph.</summary>
public static class ContentMerge
{
    private const string Body = "body";

    /// <summary>Joins them.</summary>
    /// <param name="ancestor">What both began with.</param>
    /// <param name="mine">What one made of it.</param>
    /// <param name="theirs">What the other made of it.</param>
    public static MergedContent Join(ArticleContent ancestor, ArticleContent mine, ArticleContent theirs)
    {
        var (from, one, other) = (Fields(ancestor), Fields(mine), Fields(theirs));
        var (joined, disagreements) = (new JsonObject(), new List<string>());
        foreach (var name in one.Select(f => f.Key).Union(other.Select(f => f.Key)))
        {
            var (a, b, c) = (from[name], one[name], other[name]);
            var taken = JsonNode.DeepEquals(a, b) || JsonNode.DeepEquals(b, c) ? c
                : JsonNode.DeepEquals(a, c) ? b
                : name == Body ? ParagraphMerge.Join(ancestor.Body, mine.Body, theirs.Body) is { } text ? JsonValue.Create(text) : Disagree()
                : Disagree();
            joined[name] = taken?.DeepClone();

            JsonNode? Disagree()
            {
                disagreements.Add(name);
                return c;
            }
        }

        return new MergedContent(ArticleContent.FromJson(joined.ToJsonString()), disagreements);
    }

    private static JsonObject Fields(ArticleContent content) => JsonNode.Parse(content.ToJson())!.AsObject();
}
