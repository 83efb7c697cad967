using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>Pieces meant to be read in order; each knows its part.</summary>
public sealed class Series
{
    /// <summary>Makes a series with that slug and name.</summary>
    public Series(string slug, LocalizedText name)
    {
        Slug = slug;
        Name = name;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Its place in addresses; unique.</summary>
    public string Slug { get; private set; }

    /// <summary>The name by language.</summary>
    public LocalizedText Name { get; set; }

    /// <summary>A sentence about it, by language; may be empty.</summary>
    public LocalizedText About { get; set; } = LocalizedText.Empty;
}
