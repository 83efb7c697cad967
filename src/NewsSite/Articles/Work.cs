using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>What the language versions of a piece share.</summary>
public sealed class Work
{
    /// <summary>Makes a work known by that slug.</summary>
    /// <exception cref="ArgumentException">The key is no slug.</exception>
    public Work(string key)
    {
        Key = Slug.IsValid(key) ? key : throw new ArgumentException($"\"{key}\" is not a slug.", nameof(key));
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>A slug that names the work in seeds and imports; unique.</summary>
    public string Key { get; private set; }

    /// <summary>The language versions, in no order.</summary>
    public ICollection<Article> Versions { get; } = [];
}
