using NewsSite.Articles;

namespace NewsSite.Sources;

/// <summary>An article's origin: where it first appeared, under which title, in which language, and by whose leave it appears here.</summary>
public sealed class Source
{
    /// <summary>The longest terms, in characters.</summary>
    public const int MaxTermsLength = 200;

    /// <summary>Makes the record of an original that appeared in an outlet.</summary>
    public Source(Publication publication) => Publication = publication;

    private Source()
    {
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The article made from it.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The article made from it.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>The outlet.</summary>
    public int PublicationId { get; private set; }

    /// <summary>The outlet.</summary>
    public Publication Publication { get; set; } = null!;

    /// <summary>The original's address; http or https. Null when only the outlet is known.</summary>
    public string? Url { get; set; }

    /// <summary>The original's title, in its language and script.</summary>
    public string? Title { get; set; }

    /// <summary>The original's language; a BCP 47 tag. Null when not known.</summary>
    public string? Language { get; set; }

    /// <summary>The day it appeared there.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>The day its text was read for this translation.</summary>
    public DateOnly? AccessedOn { get; set; }

    /// <summary>How things stand with the permission.</summary>
    public PermissionState PermissionState { get; set; }

    /// <summary>A copy kept by an archive; http or https.</summary>
    public string? ArchivedUrl { get; set; }

    /// <summary>The public line that says by whose leave it is translated.</summary>
    public string? Permission { get; set; }

    /// <summary>On which terms others may republish our text, as printed: a licence's name, or a sentence. Null where nobody said that others may. At most <see cref="MaxTermsLength"/> characters.</summary>
    public string? Terms { get; set; }

    /// <summary>The last day the permission holds; null for one without an end. Past it nothing is unpublished, but nobody else may begin to republish.</summary>
    public DateOnly? PermissionEnds { get; set; }
}
