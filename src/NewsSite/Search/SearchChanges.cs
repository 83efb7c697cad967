using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Sources;

namespace NewsSite.Search;

/// <summary>
/// What is about to be saved of what is searched. Looked for among everything a context saves, so that whoever changes a text need not think of the search; statements that
/// pass the context by (<c>ExecuteUpdate</c>) are not seen, and none of them touches a text, but for the merging of names, which is known by the redirect it leaves.
/// </summary>
internal sealed class SearchChanges
{
    private static readonly string[] OfArticles = [nameof(Article.Headline), nameof(Article.Standfirst), nameof(Article.BodyHtml), nameof(Article.Status), nameof(Article.PublishedAt), nameof(Article.SectionId), nameof(Article.SeriesId)];
    private static readonly string[] OfComments = [nameof(Comment.BodyHtml), nameof(Comment.Status), nameof(Comment.AuthorName), nameof(Comment.Language)];
    private static readonly string[] OfContributors = [nameof(Contributor.Name), nameof(Contributor.Names), nameof(Contributor.ScriptName), nameof(Contributor.Aliases)];
    private static readonly string[] OfPublications = [nameof(Publication.Name), nameof(Publication.Names), nameof(Publication.ScriptName), nameof(Publication.Aliases)];

    private const string TopicLink = "ArticleTopic";
    private const string TopicLinkArticle = "ArticleId";

    private readonly List<Func<int>> articles = [];

    /// <summary>Comments whose words changed.</summary>
    public List<Comment> Comments { get; } = [];

    /// <summary>Contributors whose names changed.</summary>
    public HashSet<int> Contributors { get; } = [];

    /// <summary>Outlets whose names changed.</summary>
    public HashSet<int> Publications { get; } = [];

    /// <summary>Topics whose names changed.</summary>
    public HashSet<int> Topics { get; } = [];

    /// <summary>Series whose names changed.</summary>
    public HashSet<int> Series { get; } = [];

    /// <summary>Articles whose words changed; known once they are saved, for a new one has no key before.</summary>
    public IReadOnlyList<int> Articles => [.. articles.Select(a => a()).Distinct().Order()];

    /// <summary>True where nothing that is searched changes.</summary>
    public bool IsEmpty => articles.Count + Comments.Count + Contributors.Count + Publications.Count + Topics.Count + Series.Count == 0;

    /// <summary>What a context is about to save.</summary>
    public static SearchChanges Of(ChangeTracker tracker)
    {
        var changes = new SearchChanges();
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                changes.Add(entry);
            }
        }

        return changes;
    }

    private void Add(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case Comment comment when IsNew(entry) || Changes(entry, OfComments):
                Comments.Add(comment);
                break;
            case Article article when IsNew(entry) || Changes(entry, OfArticles):
                articles.Add(() => article.Id);
                break;
            case Credit credit:
                articles.Add(OwnerOf(entry, () => credit.ArticleId));
                break;
            case Source source:
                articles.Add(OwnerOf(entry, () => source.ArticleId));
                break;
            case Contributor contributor when Changes(entry, OfContributors):
                Contributors.Add(contributor.Id);
                break;
            case Publication publication when Changes(entry, OfPublications):
                Publications.Add(publication.Id);
                break;
            case Topic topic when Changes(entry, nameof(topic.Name)):
                Topics.Add(topic.Id);
                break;
            case NewsSite.Articles.Series series when Changes(entry, nameof(series.Name)):
                Series.Add(series.Id);
                break;
            case ContributorRedirect { MergedId: not null } merge when entry.State == EntityState.Added:
                Contributors.Add(merge.ContributorId);
                break;
            case PublicationRedirect { MergedId: not null } merge when entry.State == EntityState.Added:
                Publications.Add(merge.PublicationId);
                break;
            case Dictionary<string, object> when entry.Metadata.Name == TopicLink:
                articles.Add(OwnerOf(entry, () => (int)entry.Property(TopicLinkArticle).CurrentValue!));
                break;
        }
    }

    private static bool IsNew(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Deleted;

    private static bool Changes(EntityEntry entry, params string[] names) => entry.State == EntityState.Modified && Array.Exists(names, n => entry.Property(n).IsModified);

    /// <summary>What is added learns whose it is by being saved; what was taken away no longer knows it after.</summary>
    private static Func<int> OwnerOf(EntityEntry entry, Func<int> read)
    {
        if (entry.State != EntityState.Deleted)
        {
            return read;
        }

        var owner = read();
        return () => owner;
    }
}
