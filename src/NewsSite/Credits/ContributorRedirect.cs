namespace NewsSite.Credits;

/// <summary>A slug a contributor once had, or one of somebody they were merged with. It leads to the contributor, not to a slug, so chains cannot form.</summary>
public sealed class ContributorRedirect
{
    /// <summary>Makes the old slug lead to them.</summary>
    /// <param name="slug">The old slug.</param>
    /// <param name="contributorId">Who.</param>
    /// <param name="mergedId">The key of whoever was merged into them; null for a mere change of slug.</param>
    public ContributorRedirect(string slug, int contributorId, int? mergedId = null) => (Slug, ContributorId, MergedId) = (slug, contributorId, mergedId);

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The old slug; unique.</summary>
    public string Slug { get; private set; }

    /// <summary>Who is meant.</summary>
    public int ContributorId { get; private set; }

    /// <summary>The key that drafts written before the merging still name.</summary>
    public int? MergedId { get; private set; }
}
