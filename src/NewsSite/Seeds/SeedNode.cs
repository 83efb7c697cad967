using System.Globalization;
using NewsSite.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsSite.Seeds;

/// <summary>
/// A YAML mapping that is read key by key. What is wrong is noted with its line and reading goes on, so that one run names every problem;
/// keys nobody asked for are problems too.
/// </summary>
internal sealed class SeedNode
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private readonly YamlMappingNode node;
    private readonly List<SeedProblem> problems;
    private readonly string file;
    private readonly int lineOffset;
    private readonly HashSet<string> asked = [];

    public SeedNode(YamlMappingNode node, string file, int lineOffset, List<SeedProblem> problems)
    {
        this.node = node;
        this.file = file;
        this.lineOffset = lineOffset;
        this.problems = problems;
    }

    /// <summary>The line on which it begins.</summary>
    public int Line => (int)node.Start.Line + lineOffset;

    /// <summary>Parses a document that is a mapping; null, with a problem noted, when it is anything else.</summary>
    public static SeedNode? ParseMapping(string yaml, string file, int lineOffset, List<SeedProblem> problems)
    {
        switch (SeedYaml.Root(yaml, file, lineOffset, problems))
        {
            case YamlMappingNode mapping:
                return new SeedNode(mapping, file, lineOffset, problems);
            case { } other:
                problems.Add(new SeedProblem(file, (int)other.Start.Line + lineOffset, "Expected keys and values."));
                return null;
            default:
                return null;
        }
    }

    /// <summary>Parses a document that is a list of mappings; empty, with a problem noted, when it is anything else.</summary>
    public static IReadOnlyList<SeedNode> ParseList(string yaml, string file, List<SeedProblem> problems)
    {
        switch (SeedYaml.Root(yaml, file, 0, problems))
        {
            case YamlSequenceNode list when list.All(n => n is YamlMappingNode):
                return [.. list.Cast<YamlMappingNode>().Select(n => new SeedNode(n, file, 0, problems))];
            case { } other:
                problems.Add(new SeedProblem(file, (int)other.Start.Line, "Expected a list of entries with keys."));
                return [];
            default:
                return [];
        }
    }

    /// <summary>Notes a problem on a key's line, or on the mapping's where there is no such key.</summary>
    public void Problem(string key, string reason) => problems.Add(new SeedProblem(file, LineOf(key), reason));

    /// <summary>Notes a problem for each key nobody asked for. To be called last.</summary>
    public void RefuseTheRest()
    {
        foreach (var key in node.Children.Keys.Where(k => k is not YamlScalarNode scalar || !asked.Contains(scalar.Value ?? "")))
        {
            problems.Add(new SeedProblem(file, (int)key.Start.Line + lineOffset, $"\"{key}\" is not a key of this file; see the README beside the publication."));
        }
    }

    /// <summary>A text of at most so many characters; null where the key is missing.</summary>
    public string? Text(string key, int maxLength = 2_000)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        if (value is not YamlScalarNode { Value: { } text })
        {
            Problem(key, $"\"{key}\" must be a text.");
            return null;
        }

        if (text.Length > maxLength)
        {
            Problem(key, $"\"{key}\" has {text.Length} characters; at most {maxLength} are allowed.");
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>A text that must be there.</summary>
    public string Required(string key, int maxLength = 2_000)
    {
        var text = Text(key, maxLength);
        if (text is null)
        {
            Problem(key, $"\"{key}\" is required.");
        }

        return text ?? "";
    }

    /// <summary>A slug that must be there.</summary>
    public string Slug(string key)
    {
        var slug = Required(key);
        if (slug.Length > 0 && !NewsSite.Text.Slug.IsValid(slug))
        {
            Problem(key, $"\"{slug}\" is not a slug: lower-case Latin letters, digits and single hyphens, at most {NewsSite.Text.Slug.MaxLength}.");
        }

        return slug;
    }

    /// <summary>A language tag, or null.</summary>
    public string? Language(string key)
    {
        if (Text(key) is not { } tag)
        {
            return null;
        }

        if (LanguageTag.Canonical(tag) is { } canonical)
        {
            return canonical;
        }

        Problem(key, $"\"{tag}\" is not a language tag such as uk or pt-BR.");
        return null;
    }

    /// <summary>An http or https address, or null.</summary>
    public string? Address(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            Problem(key, $"\"{text}\" is not an http or https address.");
        }

        return text;
    }

    /// <summary>A day, or null.</summary>
    public DateOnly? Day(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Problem(key, $"\"{text}\" is not a day such as 2026-03-14.");
        return null;
    }

    /// <summary>An instant of 1900 to 2199 with its zone, as UTC; it must be there.</summary>
    public DateTime Instant(string key)
    {
        var text = Required(key);
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && (text.EndsWith('Z') || text.Length > 20)
            && instant.Year is >= FirstYear and <= LastYear)
        {
            return instant.UtcDateTime;
        }

        if (text.Length > 0)
        {
            Problem(key, $"\"{text}\" is not an instant such as 2026-03-14T08:30:00Z.");
        }

        return default;
    }

    /// <summary>One of an enumeration's values, written in lower case with hyphens (op-ed for OpEd); of those allowed, where only some are.</summary>
    public T? Choice<T>(string key, params ReadOnlySpan<T> allowed)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var values = allowed.IsEmpty ? Enum.GetValues<T>() : allowed.ToArray();
        if (Array.FindIndex(values, v => Written(v) == text) is >= 0 and var found)
        {
            return values[found];
        }

        Problem(key, $"\"{key}\" may be {string.Join(", ", values.Select(Written))}; it is \"{text}\".");
        return null;

        static string Written(T value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
    }

    /// <summary>A whole number from 1, or null.</summary>
    public int? Number(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        Problem(key, $"\"{key}\" must be a whole number from 1; it is \"{text}\".");
        return null;
    }

    /// <summary>True or false; false where the key is missing.</summary>
    public bool Flag(string key)
    {
        var text = Text(key);
        if (text is not (null or "true" or "false"))
        {
            Problem(key, $"\"{key}\" must be true or false.");
        }

        return text == "true";
    }

    /// <summary>A text by language; empty where the key is missing.</summary>
    public LocalizedText Localized(string key)
    {
        switch (Value(key))
        {
            case null:
                return LocalizedText.Empty;
            case YamlMappingNode map when map.All(e => e.Key is YamlScalarNode { Value: { } k } && LanguageTag.Canonical(k) == k && e.Value is YamlScalarNode):
                return LocalizedText.Of(map.Select(e => KeyValuePair.Create(((YamlScalarNode)e.Key).Value!, ((YamlScalarNode)e.Value).Value ?? "")));
            default:
                Problem(key, $"\"{key}\" must be a map from language to text, such as {{ en: Waters }}.");
                return LocalizedText.Empty;
        }
    }

    /// <summary>A list of texts; empty where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Value(key))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.All(n => n is YamlScalarNode):
                return [.. list.Cast<YamlScalarNode>().Select(n => n.Value ?? "")];
            default:
                Problem(key, $"\"{key}\" must be a list.");
                return [];
        }
    }

    /// <summary>A mapping beneath a key, or null.</summary>
    public SeedNode? Child(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new SeedNode(map, file, lineOffset, problems);
            default:
                Problem(key, $"\"{key}\" must hold keys and values.");
                return null;
        }
    }

    /// <summary>A list of mappings beneath a key; empty where it is missing.</summary>
    public IReadOnlyList<SeedNode> Children(string key)
    {
        switch (Value(key))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.All(n => n is YamlMappingNode):
                return [.. list.Cast<YamlMappingNode>().Select(n => new SeedNode(n, file, lineOffset, problems))];
            default:
                Problem(key, $"\"{key}\" must be a list of entries with keys.");
                return [];
        }
    }

    /// <summary>The keys there are; asking makes them known.</summary>
    public IReadOnlyList<string> Keys()
    {
        var keys = node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "").ToList();
        asked.UnionWith(keys);
        return keys;
    }

    private YamlNode? Value(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is not YamlScalarNode { Value: "" or "~" or "null", Style: ScalarStyle.Plain } ? value : null;
    }

    private int LineOf(string key) =>
        (int)(node.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(k => k.Value == key)?.Start.Line ?? node.Start.Line) + lineOffset;
}
