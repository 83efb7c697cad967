using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Credits;

/// <summary>A person or organisation that can be credited. Needs no account.</summary>
public sealed class Contributor
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 120;

    /// <summary>The most addresses elsewhere, besides their own page.</summary>
    public const int MaxLinks = 8;

    /// <summary>Makes a contributor with that slug and name.</summary>
    /// <exception cref="ArgumentException">The slug is no slug, the name empty or too long.</exception>
    public Contributor(string slug, string name)
    {
        Slug = Text.Slug.IsValid(slug) ? slug : throw new ArgumentException($"\"{slug}\" is not a slug.", nameof(slug));
        Name = name.Trim() is { Length: > 0 and <= MaxNameLength } trimmed
            ? trimmed
            : throw new ArgumentException($"A name has 1 to {MaxNameLength} characters.", nameof(name));
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Their place in addresses; unique.</summary>
    public string Slug { get; private set; }

    /// <summary>The name as printed where no language has its own.</summary>
    public string Name { get; set; }

    /// <summary>The name as printed in texts of other languages.</summary>
    public LocalizedText Names { get; set; } = LocalizedText.Empty;

    /// <summary>The name in their own script, where that is not Latin.</summary>
    public string? ScriptName { get; set; }

    /// <summary>The language of <see cref="ScriptName"/>.</summary>
    public string? ScriptLanguage { get; set; }

    /// <summary>A sentence or two, by language.</summary>
    public LocalizedText Bio { get; set; } = LocalizedText.Empty;

    /// <summary>Their own page elsewhere; http or https.</summary>
    public string? Link { get; set; }

    /// <summary>Where else they are to be found: at most <see cref="MaxLinks"/> addresses, http or https, in the order printed.</summary>
    public IReadOnlyList<string> Links { get; set; } = [];

    /// <summary>What they look like, or their mark; readers see it on their page.</summary>
    public int? PictureId { get; set; }

    /// <summary>What they look like, or their mark.</summary>
    public PictureFile? Picture { get; private set; }

    /// <summary>True for an agency, an archive, a collective.</summary>
    public bool IsOrganisation { get; set; }

    /// <summary>Other spellings they may be looked for by; never printed.</summary>
    public IReadOnlyList<string> Aliases { get; set; } = [];

    /// <summary>Every name they are known by.</summary>
    public IReadOnlyList<string> AllNames => NameFinder.Distinct([Name, ScriptName, .. Names.Texts.Values, .. Aliases]);

    /// <summary>Gives another slug; the old one leads here from then on.</summary>
    /// <returns>The redirect to keep; null where nothing changed.</returns>
    public ContributorRedirect? Rename(string slug)
    {
        var old = Slug;
        Slug = Text.Slug.IsValid(slug) ? slug : throw new ArgumentException($"\"{slug}\" is not a slug.", nameof(slug));
        return old == slug ? null : new ContributorRedirect(old, Id);
    }

    /// <summary>The name to print in a text of that language.</summary>
    public string NameIn(string language) => Names.Exactly(language) ?? Name;
}
