namespace NewsSite.Sources;

/// <summary>A slug an outlet once had, or that of one it was merged with. It leads to the outlet, not to a slug, so chains cannot form.</summary>
public sealed class PublicationRedirect
{
    /// <summary>Makes the old slug lead to it.</summary>
    /// <param name="slug">The old slug.</param>
    /// <param name="publicationId">Which.</param>
    /// <param name="mergedId">The key of the one merged into it; null for a mere change of slug.</param>
    public PublicationRedirect(string slug, int publicationId, int? mergedId = null) => (Slug, PublicationId, MergedId) = (slug, publicationId, mergedId);

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The old slug; unique.</summary>
    public string Slug { get; private set; }

    /// <summary>Which is meant.</summary>
    public int PublicationId { get; private set; }

    /// <summary>The key that drafts written before the merging still name.</summary>
    public int? MergedId { get; private set; }
}
