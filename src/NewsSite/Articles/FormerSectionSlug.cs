namespace NewsSite.Articles;

/// <summary>A slug a section once had. It leads to the section itself, so chains cannot form; nobody else gets it.</summary>
public sealed class FormerSectionSlug
{
    /// <summary>Makes the old slug lead to the section.</summary>
    /// <param name="slug">The old slug; unique.</param>
    /// <param name="sectionId">Where it leads.</param>
    public FormerSectionSlug(string slug, int sectionId) => (Slug, SectionId) = (slug, sectionId);

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The old slug; unique.</summary>
    public string Slug { get; private set; }

    /// <summary>Where it leads.</summary>
    public int SectionId { get; private set; }
}
