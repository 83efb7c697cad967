using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Articles;

/// <summary>An address an article once had. It leads to the article itself, not to an address, so chains cannot form.</summary>
public sealed class Redirect
{
    /// <summary>Makes the old path lead to the article.</summary>
    public Redirect(string path, Article article)
    {
        Path = path;
        Article = article;
    }

    private Redirect(string path) => Path = path;

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The old path with its leading slash and without a trailing one, at most 200 characters; unique.</summary>
    public string Path { get; private set; }

    /// <summary>Where it leads.</summary>
    public int ArticleId { get; private set; }

    /// <summary>Where it leads.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>Where readers find today what once had that address; null where nothing had, or readers no longer see it.</summary>
    public static async Task<ArticleAddress?> FollowAsync(NewsDbContext db, ArticleAddress old, DateTime now, CancellationToken cancel)
    {
        var path = old.ToString();
        var target = await db.Redirects.Where(r => r.Path == path)
            .Join(db.Articles.Published(now), r => r.ArticleId, a => a.Id, (_, a) => new { a.PublicationDay, a.Slug })
            .SingleOrDefaultAsync(cancel);
        return target is null ? null : new ArticleAddress(target.PublicationDay!.Value, target.Slug);
    }
}
