namespace NewsSite.Desk;

/// <summary>Why a revision was kept. Each has words under <c>Revision.</c> and its name.</summary>
public enum RevisionKind
{
    /// <summary>Kept by the editor's page while somebody typed. Thinned out after a day.</summary>
    Autosave,

    /// <summary>Saved by hand.</summary>
    Saved,

    /// <summary>An earlier one taken up again.</summary>
    Restored,

    /// <summary>What readers saw when the desk first opened the piece.</summary>
    Taken,

    /// <summary>A text that met another in the same paragraphs: kept beside the piece until somebody decides.</summary>
    Aside,
}

/// <summary>What a piece was at one moment, whoever made it so. Revisions are added, never changed; an autosave may be dropped once later ones stand in for it.</summary>
public sealed class ArticleRevision
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>Makes a revision.</summary>
    public ArticleRevision(int articleId, int number, RevisionKind kind, ArticleContent content, DateTime savedAt, int? accountId)
    {
        (ArticleId, Number, Kind, SavedAt, AccountId) = (articleId, number, kind, savedAt, accountId);
        Json = content.ToJson();
    }

    private ArticleRevision(string json) => Json = json;

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; }

    /// <summary>Its number among the piece's revisions, from 1; those kept aside are counted with the others.</summary>
    public int Number { get; private set; }

    /// <summary>Why it was kept.</summary>
    public RevisionKind Kind { get; private set; }

    /// <summary>The content; JSON, compressed in the database.</summary>
    public string Json { get; private set; }

    /// <summary>When; UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>By whom; null for the site itself, or somebody who is gone.</summary>
    public int? AccountId { get; private set; }

    /// <summary>The browser page it was typed on, by a key of that page's own.</summary>
    public string? Session { get; init; }

    /// <summary>The revision it was made from.</summary>
    public int? BasedOn { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Note { get; init; }

    /// <summary>When readers got it; UTC. Null for one they never saw.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>True where it changed what the published piece says, and not only how; readers are shown such changes.</summary>
    public bool IsSubstantive { get; private set; }

    /// <summary>True once another language version was translated from it: it stays, autosave or not.</summary>
    public bool IsBasis { get; private set; }

    /// <summary>For a text kept aside: when somebody decided about it; UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>What the piece was.</summary>
    public ArticleContent Content => ArticleContent.FromJson(Json);

    /// <summary>Readers have it now.</summary>
    internal void Publish(DateTime at, bool isSubstantive) => (PublishedAt, IsSubstantive) = (PublishedAt ?? at, PublishedAt is null ? isSubstantive : IsSubstantive);
}
