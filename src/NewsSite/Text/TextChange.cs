using System.Text.Json;
using System.Text.Json.Serialization;
using DiffPlex;
using DiffPlex.Model;
using Markdig;

namespace NewsSite.Text;

/// <summary>Which part of a piece changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextPart>))]
public enum TextPart
{
    /// <summary>The headline.</summary>
    Headline,

    /// <summary>The standfirst.</summary>
    Standfirst,

    /// <summary>A paragraph of the text.</summary>
    Body,
}

/// <summary>What became of one paragraph between two texts, word by word, as readers read it: without the signs of the markup.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Pieces">Its runs. Only removed ones: the paragraph went; only added ones: it came.</param>
public sealed record TextChange(TextPart Part, IReadOnlyList<DiffPiece> Pieces)
{
    /// <summary>The paragraphs of a text that changed, from the top. Those that stayed are left out.</summary>
    public static IReadOnlyList<TextChange> Between(string before, string after, TextPart part = TextPart.Body)
    {
        var (old, made) = (Plain(before), Plain(after));
        var diff = Differ.Instance.CreateDiffs(string.Join('\n', old), string.Join('\n', made), ignoreWhiteSpace: false, ignoreCase: false, new Lines());
        return [.. diff.DiffBlocks.SelectMany(block => Of(block, old, made, part))];
    }

    /// <summary>As one text to store.</summary>
    public static string ToJson(IReadOnlyList<TextChange> changes) => JsonSerializer.Serialize(changes);

    /// <summary>From what was stored.</summary>
    public static IReadOnlyList<TextChange> FromJson(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<TextChange>>(json) ?? [];

    /// <summary>Paragraphs that took the place of others are compared with them in their order; what is left over came or went whole.</summary>
    private static IEnumerable<TextChange> Of(DiffBlock block, IReadOnlyList<string> old, IReadOnlyList<string> made, TextPart part)
    {
        for (var i = 0; i < Math.Max(block.DeleteCountA, block.InsertCountB); i++)
        {
            var was = i < block.DeleteCountA ? old[block.DeleteStartA + i] : "";
            var now = i < block.InsertCountB ? made[block.InsertStartB + i] : "";
            yield return new TextChange(part, WordDiff.Between(was, now));
        }
    }

    private static IReadOnlyList<string> Plain(string markdown) =>
        [.. Paragraphs.Of(markdown).Select(p => string.Join(' ', Markdown.ToPlainText(p).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(p => p.Length > 0)];

    private sealed class Lines : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : text.Split('\n');
    }
}
