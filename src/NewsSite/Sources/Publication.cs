using NewsSite.Credits;
using NewsSite.Text;

namespace NewsSite.Sources;

/// <summary>An outlet that originals come from.</summary>
public sealed class Publication
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 120;

    /// <summary>The longest name of a country, in characters.</summary>
    public const int MaxCountryLength = 80;

    /// <summary>Makes an outlet with that slug and name.</summary>
    /// <exception cref="ArgumentException">The slug is no slug, the name empty or too long.</exception>
    public Publication(string slug, string name)
    {
        Slug = Text.Slug.IsValid(slug) ? slug : throw new ArgumentException($"\"{slug}\" is not a slug.", nameof(slug));
        Name = name.Trim() is { Length: > 0 and <= MaxNameLength } trimmed
            ? trimmed
            : throw new ArgumentException($"A name has 1 to {MaxNameLength} characters.", nameof(name));
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Its place in addresses; unique.</summary>
    public string Slug { get; private set; }

    /// <summary>The name as printed where no language has its own.</summary>
    public string Name { get; set; }

    /// <summary>The name as printed in texts of other languages.</summary>
    public LocalizedText Names { get; set; } = LocalizedText.Empty;

    /// <summary>The name in its own script, where that is not Latin.</summary>
    public string? ScriptName { get; set; }

    /// <summary>The language it publishes in, if known.</summary>
    public string? Language { get; set; }

    /// <summary>Its home page; http or https.</summary>
    public string? Home { get; set; }

    /// <summary>Where it is, in English.</summary>
    public string? Country { get; set; }

    /// <summary>A sentence or two, by language.</summary>
    public LocalizedText About { get; set; } = LocalizedText.Empty;

    /// <summary>Other spellings it may be looked for by; never printed.</summary>
    public IReadOnlyList<string> Aliases { get; set; } = [];

    /// <summary>Every name it is known by.</summary>
    public IReadOnlyList<string> AllNames => NameFinder.Distinct([Name, ScriptName, .. Names.Texts.Values, .. Aliases]);

    /// <summary>Gives another slug; the old one leads here from then on.</summary>
    /// <returns>The redirect to keep; null where nothing changed.</returns>
    public PublicationRedirect? Rename(string slug)
    {
        var old = Slug;
        Slug = Text.Slug.IsValid(slug) ? slug : throw new ArgumentException($"\"{slug}\" is not a slug.", nameof(slug));
        return old == slug ? null : new PublicationRedirect(old, Id);
    }

    /// <summary>The name to print in a text of that language.</summary>
    public string NameIn(string language) => Names.Exactly(language) ?? Name;
}
