using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Readers;

/// <summary>Somebody with an account, and what they said, newest first.</summary>
public sealed class ShowModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : SitePage
{
    /// <summary>Comments on a page.</summary>
    public const int PageSize = 30;

    /// <summary>Who it is.</summary>
    public sealed record View(string Name, string? Bio, DateTime Since, string? ContributorSlug, int Comments);

    /// <summary>Something they said, and under what.</summary>
    public sealed record Remark
    {
        /// <summary>The comment.</summary>
        public required int Id { get; init; }

        /// <summary>When; null where an archived page did not say.</summary>
        public DateTime? PostedAt { get; init; }

        /// <summary>The language of the text.</summary>
        public required string Language { get; init; }

        /// <summary>The text.</summary>
        public SafeHtml Html { get; init; }

        /// <summary>How many found it useful.</summary>
        public int Useful { get; init; }

        /// <summary>The article.</summary>
        public required int ArticleId { get; init; }

        /// <summary>The article's headline.</summary>
        public required string Headline { get; init; }

        /// <summary>The article's language.</summary>
        public required string ArticleLanguage { get; init; }

        /// <summary>The day in the article's address.</summary>
        public required DateOnly Day { get; init; }

        /// <summary>The slug in the article's address.</summary>
        public required string Slug { get; init; }

        /// <summary>The article's address.</summary>
        public ArticleAddress Address => new(Day, Slug);
    }

    /// <summary>The reader.</summary>
    public View Reader { get; private set; } = null!;

    /// <summary>What they said, newest first.</summary>
    public IReadOnlyList<Remark> Said { get; private set; } = [];

    /// <summary>True when this is not the first page.</summary>
    public bool IsLater { get; private set; }

    /// <summary>The address of what they said before; null on the last page.</summary>
    public string? Older { get; private set; }

    /// <summary>The address of the first page.</summary>
    public string Path => Request.Path.Value!;

    /// <summary>Shows the reader; an account that is erased or not confirmed yet is not found.</summary>
    public async Task<IActionResult> OnGetAsync(int id, string? after, CancellationToken cancel)
    {
        var before = int.MaxValue;
        if (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            return BadRequest();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var said = db.Comments.Where(c => c.AccountId == id && c.Status == CommentStatus.Published)
            .Join(db.Articles.Published(now).WithConversation(policy), c => c.ArticleId, a => a.Id, (c, a) => new { Comment = c, Article = a });
        if (await db.Accounts.Where(a => a.Id == id).WithPublicPage
            .Select(a => new View(a.DisplayName, a.Bio, a.CreatedAt, a.Contributor!.Slug, said.Count())).SingleOrDefaultAsync(cancel) is not { } reader)
        {
            return NotFound();
        }

        var found = await said.Where(s => s.Comment.Id < before).OrderByDescending(s => s.Comment.Id).Take(PageSize + 1)
            .Select(s => new Remark
            {
                Id = s.Comment.Id,
                PostedAt = s.Comment.PostedAt,
                Language = s.Comment.Language,
                Html = s.Comment.BodyHtml,
                Useful = s.Comment.UsefulCount,
                ArticleId = s.Article.Id,
                Headline = s.Article.Headline,
                ArticleLanguage = s.Article.Language,
                Day = s.Article.PublicationDay!.Value,
                Slug = s.Article.Slug,
            }).ToListAsync(cancel);
        if (after is not null && found.Count == 0)
        {
            return NotFound();
        }

        Reader = reader;
        Said = [.. found.Take(PageSize)];
        IsLater = after is not null;
        Older = found.Count > PageSize ? Link(string.Create(CultureInfo.InvariantCulture, $"{Path}?after={Said[^1].Id}")) : null;
        Title = reader.Name;
        Description = reader.Bio;
        CanonicalPath = Link(after is null ? Path : $"{Path}?after={after}");
        Versions = after is null ? [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, Path)))] : [];
        Keep([CacheTags.Reader(id), .. Said.Select(s => s.ArticleId).Distinct().Select(CacheTags.Article)]);
        return Page();
    }
}
