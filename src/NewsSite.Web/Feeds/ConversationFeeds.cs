using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Web.Feeds;

/// <summary>Makes entries of comments, each of which says what it answers (RFC 4685).</summary>
internal sealed class ConversationFeeds(NewsDbContext db)
{
    /// <summary>The newest comments under a piece as entries. One statement.</summary>
    /// <param name="article">The piece.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancel">Ends it early.</param>
    public async Task<IReadOnlyList<FeedEntry>> EntriesAsync(ArticleCard article, FeedSite site, CancellationToken cancel)
    {
        var rows = await db.Comments.Where(c => c.ArticleId == article.Id && c.Status == CommentStatus.Published)
            .OrderByDescending(c => c.Id).Take(site.Settings.Entries).Select(CommentRow.From(db)).ToListAsync(cancel);
        return [.. rows.Select(row => Entry(row, article, site))];
    }

    private static FeedEntry Entry(CommentRow row, ArticleCard article, FeedSite site)
    {
        var address = Address(row.Id);
        // An archived page did not say when; it was after the piece appeared, and no later day is known.
        var posted = row.PostedAt ?? article.PublishedAt;
        return new FeedEntry
        {
            Id = site.IdOf("comment", row.Id),
            Address = address,
            Title = $"{row.AuthorName}: {Answering(row, article, site.Page.Words)}",
            Language = row.Language,
            Published = row.PostedAt,
            Updated = row.EditedAt > posted ? row.EditedAt.Value : posted,
            Authors = [new FeedPerson(row.AuthorName, row.AccountId is { } account ? site.Whole(string.Create(CultureInfo.InvariantCulture, $"/readers/{account}")) : null)],
            Html = FeedText.InLanguage(row.Language, FeedText.WithWholeAddresses(row.Html, site.Address, address)),
            InReplyTo = Parent(row) is { } parent
                ? new FeedParent(site.IdOf("comment", parent), Address(parent))
                : new FeedParent(site.IdOf("article", article.Id), site.Whole(article.Address.ToString())),
        };

        Uri Address(int id) => site.Whole(string.Create(CultureInfo.InvariantCulture, $"/comments/{id}"));
    }

    /// <summary>The comment really answered; none where only the displayed one is known, rather than a wrong one.</summary>
    private static int? Parent(CommentRow row) => row.ParentIsApproximate ? null : row.ParentId;

    private static string Answering(CommentRow row, ArticleCard article, Resources.Words words) =>
        Parent(row) is null ? article.Headline
        : row.ParentStatus == CommentStatus.Published ? words.Format("InReplyTo", row.ParentName!)
        : words["InReplyToGone"];
}
