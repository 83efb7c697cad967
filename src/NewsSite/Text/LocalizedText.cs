using System.Collections.Immutable;
using System.Text.Json;

namespace NewsSite.Text;

/// <summary>A short text in one or more languages, by BCP 47 tag: the name of a section, a contributor's bio. Immutable; equal when the texts are.</summary>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    /// <summary>No text in any language.</summary>
    public static readonly LocalizedText Empty = new(ImmutableSortedDictionary<string, string>.Empty);

    private readonly ImmutableSortedDictionary<string, string> texts;

    private LocalizedText(ImmutableSortedDictionary<string, string> texts) => this.texts = texts;

    /// <summary>The texts by language, in the order of the tags.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>True when there is no text in any language.</summary>
    public bool IsEmpty => texts.Count == 0;

    /// <summary>Makes one from texts by language; tags are brought to canonical case, empty texts are left out.</summary>
    /// <exception cref="ArgumentException">A key is no language tag.</exception>
    public static LocalizedText Of(IEnumerable<KeyValuePair<string, string>> texts) => new(texts
        .Where(t => !string.IsNullOrWhiteSpace(t.Value))
        .ToImmutableSortedDictionary(
            t => LanguageTag.Canonical(t.Key) ?? throw new ArgumentException($"\"{t.Key}\" is not a language tag.", nameof(texts)),
            t => t.Value.Trim(),
            StringComparer.Ordinal));

    /// <summary>Makes one that holds a single language.</summary>
    public static LocalizedText Of(string language, string text) => Of([new(language, text)]);

    /// <summary>The text in that very language, or null.</summary>
    public string? Exactly(string language) => texts.GetValueOrDefault(language);

    /// <summary>The text for a reader of that language: in it, else in English, else in the first language there is, else null.</summary>
    public string? For(string language) =>
        texts.GetValueOrDefault(language)
        ?? texts.GetValueOrDefault(language.Split('-')[0])
        ?? texts.GetValueOrDefault("en")
        ?? texts.Values.FirstOrDefault();

    /// <summary>The form stored in the database: a JSON object of language to text.</summary>
    public string ToJson() => JsonSerializer.Serialize(texts.ToDictionary());

    /// <summary>Reads the stored form back.</summary>
    public static LocalizedText FromJson(string json) => Of(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) => other is not null && texts.SequenceEqual(other.texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode() => texts.Aggregate(0, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));
}
