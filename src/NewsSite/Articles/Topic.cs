using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>What a piece is about. An article may have several.</summary>
public sealed class Topic
{
    /// <summary>Makes a topic with that slug and name.</summary>
    public Topic(string slug, LocalizedText name)
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
}
