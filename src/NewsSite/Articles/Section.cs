using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>Where a piece sits in the publication. An article has exactly one.</summary>
public sealed class Section
{
    /// <summary>Makes a section with that slug and name; <paramref name="position"/> orders the front page and the navigation, lowest first.</summary>
    public Section(string slug, LocalizedText name, int position)
    {
        Slug = slug;
        Name = name;
        Position = position;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Its place in addresses; unique.</summary>
    public string Slug { get; private set; }

    /// <summary>The name by language.</summary>
    public LocalizedText Name { get; set; }

    /// <summary>A sentence about it, by language; may be empty.</summary>
    public LocalizedText About { get; set; } = LocalizedText.Empty;

    /// <summary>Its place among the sections, lowest first.</summary>
    public int Position { get; set; }

    /// <summary>True when neither the navigation nor the front page leads to it. Its page and its pieces stay where they are.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Gives it another place in addresses; whoever does keeps the old one as a <see cref="FormerSectionSlug"/>.</summary>
    /// <exception cref="ArgumentException">It is no slug.</exception>
    public void MoveTo(string slug) => Slug = Text.Slug.IsValid(slug) ? slug : throw new ArgumentException($"\"{slug}\" is no slug.", nameof(slug));
}
