using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Accounts;

/// <summary>
/// Writes down everything the site holds on an account, for its owner: one JSON document. What would let somebody else sign in, such as the password's hash, is not in it,
/// nor what others did about them without their knowing: who flagged, who ignores.
/// </summary>
public sealed class AccountExport(NewsDbContext db)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Meant to be read: Ukrainian and Arabic as themselves.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes the document, in UTF-8.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="baseUrl">Scheme and host of the addresses in it, without a trailing slash.</param>
    /// <param name="now">When it is written; UTC.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <returns>Null when there is no such account.</returns>
    public async Task<byte[]?> WriteAsync(int accountId, string baseUrl, DateTime now, CancellationToken cancel = default)
    {
        if (await db.Accounts.AsNoTracking().Include(a => a.Roles).Include(a => a.Contributor).SingleOrDefaultAsync(a => a.Id == accountId && a.ErasedAt == null, cancel) is not { } account)
        {
            return null;
        }

        var address = OwnComments.GuestAddressOf(account);
        var comments = await OwnComments.IdsAsync(db, account, cancel);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            WrittenAt = now,
            Account = Describe(account),
            Passkeys = (await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == accountId).ToListAsync(cancel)).Select(p => new { p.Data.Name, p.Data.CreatedAt }),
            Comments = await CommentsAsync(comments, baseUrl, cancel),
            Decisions = await DecisionsAsync(comments, baseUrl, cancel),
            Flags = (await db.CommentFlags.Where(f => f.AccountId == accountId).OrderBy(f => f.Id).Select(f => new { f.CommentId, f.Revision, f.Reason, f.Note, f.At, f.SettledAt }).ToListAsync(cancel))
                .Select(f => new { Comment = CommentUrl(baseUrl, f.CommentId), f.Revision, f.Reason, f.Note, f.At, f.SettledAt }),
            UsefulMarks = (await db.UsefulMarks.Where(m => m.AccountId == accountId).OrderBy(m => m.CommentId).Select(m => new { m.CommentId, m.At }).ToListAsync(cancel))
                .Select(m => new { Comment = CommentUrl(baseUrl, m.CommentId), m.At }),
            Follows = (await db.Follows.Where(f => f.AccountId == accountId || (address != null && f.Email == address)).OrderBy(f => f.Id)
                .Join(db.Articles, f => f.ArticleId, a => a.Id, (f, a) => new { f.ThreadId, f.CommentId, f.Frequency, f.CreatedAt, a.PublicationDay, a.Slug }).ToListAsync(cancel))
                .Select(f => new
                {
                    Article = ArticleUrl(baseUrl, f.PublicationDay, f.Slug),
                    Thread = f.ThreadId is { } thread ? CommentUrl(baseUrl, thread) : null,
                    AnswersTo = f.CommentId is { } comment ? CommentUrl(baseUrl, comment) : null,
                    Mail = f.Frequency,
                    Since = f.CreatedAt,
                }),
            ReadMarks = (await db.ReadMarks.Where(m => m.AccountId == accountId).OrderBy(m => m.ArticleId)
                .Join(db.Articles, m => m.ArticleId, a => a.Id, (m, a) => new { m.LastCommentId, m.At, a.PublicationDay, a.Slug }).ToListAsync(cancel))
                .Select(m => new { Article = ArticleUrl(baseUrl, m.PublicationDay, m.Slug), LastComment = CommentUrl(baseUrl, m.LastCommentId), m.At }),
            Ignored = (await db.IgnoredAccounts.Where(i => i.AccountId == accountId)
                .Join(db.Accounts, i => i.IgnoredId, a => a.Id, (_, a) => new { a.Id, a.DisplayName }).OrderBy(i => i.Id).ToListAsync(cancel))
                .Select(i => new { Name = i.DisplayName, Page = string.Create(CultureInfo.InvariantCulture, $"{baseUrl}/readers/{i.Id}") }),
            ProgramTokens = await db.PersonalTokens.Where(t => t.AccountId == accountId).OrderBy(t => t.Id)
                .Select(t => new { t.Name, t.Scopes, t.MadeAt, t.ExpiresAt, t.UsedAt, t.RevokedAt }).ToListAsync(cancel),
            Newsletter = await db.Subscribers.Where(s => s.Email == address).OrderBy(s => s.Id)
                .Select(s => new { s.Email, s.Language, s.Languages, s.Sections, s.Rhythm, s.ConfirmedAt, s.SuppressedAt, s.BounceReason }).ToListAsync(cancel),
            Pictures = await db.PictureFiles.Where(f => f.AddedById == accountId).OrderBy(f => f.Id).Select(f => new { f.Name, f.AddedAt }).ToListAsync(cancel),
            Mails = await db.Outbox.Where(m => m.Recipient == account.Email || (address != null && m.Recipient == address)).OrderBy(m => m.Id)
                .Select(m => new { m.Kind, m.Subject, m.CreatedAt, m.SentAt }).ToListAsync(cancel),
        }, Format);
    }

    private static object Describe(Account account) => new
    {
        account.Id,
        Name = account.DisplayName,
        account.Email,
        account.EmailConfirmed,
        account.Bio,
        account.Language,
        account.ReplyMail,
        account.CreatedAt,
        account.DeletionAskedAt,
        account.TwoFactorEnabled,
        account.LockoutEnd,
        account.AccessFailedCount,
        Contributor = account.Contributor?.Name,
        Roles = account.Roles.OrderBy(r => r.Role).Select(r => new { r.Role, r.GrantedAt }),
    };

    private async Task<List<object>> CommentsAsync(List<int> ids, string baseUrl, CancellationToken cancel)
    {
        var written = new List<object>();
        foreach (var some in ids.Chunk(OwnComments.AtOnce))
        {
            var revisions = (await db.CommentRevisions.Where(r => some.Contains(r.CommentId)).OrderBy(r => r.Number)
                .Select(r => new { r.CommentId, r.Number, Text = r.BodyMarkdown, r.WrittenAt, r.Waits }).ToListAsync(cancel)).ToLookup(r => r.CommentId);
            var comments = await db.Comments.Where(c => some.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new
            {
                c.Id,
                c.ParentId,
                c.Article.PublicationDay,
                c.Article.Slug,
                c.Article.Headline,
                c.Status,
                c.RemovalReason,
                c.AuthorName,
                c.Language,
                c.PostedAt,
                c.EditedAt,
                c.WithdrawnAt,
                c.Revision,
                Text = c.BodyMarkdown,
                c.UsefulCount,
                Origin = db.CommentOrigins.Where(o => o.CommentId == c.Id).Select(o => new { o.GuestEmail, o.NetworkHash, o.WritingSeconds }).SingleOrDefault(),
            }).ToListAsync(cancel);
            written.AddRange(comments.Select(c => new
            {
                Url = CommentUrl(baseUrl, c.Id),
                Answers = c.ParentId is { } parent ? CommentUrl(baseUrl, parent) : null,
                Article = new { Url = ArticleUrl(baseUrl, c.PublicationDay, c.Slug), c.Headline },
                c.Status,
                c.RemovalReason,
                Name = c.AuthorName,
                AsGuest = c.Origin?.GuestEmail,
                c.Language,
                c.PostedAt,
                c.EditedAt,
                c.WithdrawnAt,
                Useful = c.UsefulCount,
                c.Revision,
                c.Text,
                OtherRevisions = revisions[c.Id].Select(r => new { r.Number, r.Text, r.WrittenAt, WaitsForModerator = r.Waits }),
                c.Origin?.NetworkHash,
                c.Origin?.WritingSeconds,
            }));
        }

        return written;
    }

    private async Task<List<object>> DecisionsAsync(List<int> ids, string baseUrl, CancellationToken cancel)
    {
        var written = new List<object>();
        foreach (var some in ids.Chunk(OwnComments.AtOnce))
        {
            var entries = await db.ModerationLog.Where(e => some.Contains(e.CommentId)).OrderBy(e => e.Id)
                .Select(e => new { e.CommentId, e.Revision, e.Action, e.Check, e.PublicReason, e.At }).ToListAsync(cancel);
            written.AddRange(entries.Select(e => new { Comment = CommentUrl(baseUrl, e.CommentId), e.Revision, e.Action, ByCheck = e.Check, Reason = e.PublicReason, e.At }));
        }

        return written;
    }

    private static string CommentUrl(string baseUrl, int id) => string.Create(CultureInfo.InvariantCulture, $"{baseUrl}/comments/{id}");

    private static string? ArticleUrl(string baseUrl, DateOnly? day, string slug) => day is { } known ? baseUrl + new ArticleAddress(known, slug) : null;
}
