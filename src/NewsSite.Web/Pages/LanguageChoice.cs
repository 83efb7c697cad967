using Microsoft.Extensions.Primitives;

namespace NewsSite.Web.Pages;

/// <summary>
/// The languages somebody reads, as an address says them: <c>?languages=en,uk</c>. Lists and feeds are limited to them. The address alone says so, whatever a browser remembers: we
/// are told of no reader what they read.
/// </summary>
public sealed record LanguageChoice
{
    /// <summary>What it is called in addresses.</summary>
    public const string Parameter = "languages";

    /// <summary>Said instead of tags where somebody wants every language this once, though their browser remembers some.</summary>
    public const string All = "all";

    /// <summary>No limit.</summary>
    public static readonly LanguageChoice Every = new([]);

    private LanguageChoice(IReadOnlyList<string> tags) => Tags = tags;

    /// <summary>The languages, in the publication's order; empty for every one.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>True where some language is left out.</summary>
    public bool IsLimited => Tags.Count > 0;

    /// <summary>Reads what was asked.</summary>
    /// <param name="asked">What the address says: tags, each by itself or joined by commas, in any order.</param>
    /// <param name="known">The publication's languages. Tags of others are passed over: an address may be older than a change of them.</param>
    /// <returns>The choice and how an address is to say it (null for not at all); null where nothing of what was asked is known.</returns>
    public static (LanguageChoice Choice, string? Said)? Read(StringValues asked, IReadOnlyList<string> known)
    {
        var tags = TagsIn(asked).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (tags.Count == 0)
        {
            return (Every, null);
        }

        if (tags.Contains(All))
        {
            return (Every, All);
        }

        List<string> chosen = [.. known.Where(tags.Contains)];
        return chosen.Count == 0 ? null
            : chosen.Count == known.Count ? (Every, null)
            : (new LanguageChoice(chosen), string.Join(',', chosen));
    }

    /// <summary>What was asked, tag by tag, known or not.</summary>
    public static IEnumerable<string> TagsIn(IEnumerable<string?> asked) => asked.SelectMany(a => (a ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An address of this site that says this choice, and no other it said before.</summary>
    /// <param name="address">Path and query.</param>
    /// <param name="said">The choice as an address says it; null to say nothing of it.</param>
    public static string Say(string address, string? said)
    {
        var (path, query) = address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (address[..at], address[(at + 1)..]) : (address, "");
        var rest = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(q => q.Split('=')[0] != Parameter);
        var whole = string.Join('&', said is null ? rest : rest.Append($"{Parameter}={said}"));
        return whole.Length == 0 ? path : $"{path}?{whole}";
    }

    /// <summary>As an address says it; empty where there is no limit.</summary>
    public override string ToString() => string.Join(',', Tags);
}
