using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Tests;

/// <summary>An article, people and comments for tests of moderation.</summary>
public abstract class ModerationStage(Newsroom newsroom)
{
    private static int named;

    protected Newsroom Newsroom => newsroom;

    protected CancellationToken Cancel { get; } = TestContext.Current.CancellationToken;

    protected DateTime Now => newsroom.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Works with the site's own services; what pages are kept stays kept.</summary>
    protected async Task<T> Do<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected Task<T> Read<T>(Func<NewsDbContext, Task<T>> read) => Do(read);

    /// <summary>An account with a confirmed address.</summary>
    protected Task<int> Person(string name, params AccountRole[] roles) => Do<NewsDbContext, int>(async db =>
    {
        var key = $"{name.ToLowerInvariant()}{Interlocked.Increment(ref named)}@readers.example";
        var account = new Account(name, Now)
        {
            Email = key, NormalizedEmail = key.ToUpperInvariant(), UserName = key, NormalizedUserName = key.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = key,
        };
        foreach (var role in roles)
        {
            account.Grant(role, Now);
        }

        db.Add(account);
        await db.SaveChangesAsync(Cancel);
        return account.Id;
    });

    /// <summary>A published article of its own for a test.</summary>
    protected Task<(int Id, string Address)> Piece(string language = "en") => Do<NewsDbContext, (int, string)>(async db =>
    {
        var slug = $"moderated-{Interlocked.Increment(ref named)}";
        var section = await db.Sections.FirstAsync(Cancel);
        var article = new Article(new Work(slug), language, slug, $"Piece {slug}", section, Genre.Report);
        article.Write("Some text.");
        article.Publish(new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc);
        // Other tests turn the clock on by months.
        article.ConversationStaysOpen = true;
        db.Add(article);
        await db.SaveChangesAsync(Cancel);
        return (article.Id, article.Address.ToString()!);
    });

    /// <summary>A comment as posting stores it.</summary>
    protected Task<int> Said(int articleId, int? accountId, string text, CommentStatus status = CommentStatus.Published, int? parentId = null, string? guest = null, string? network = null, string name = "Dana", bool confirmed = true) =>
        Do<NewsDbContext, int>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            var article = await db.Articles.SingleAsync(a => a.Id == articleId, Cancel);
            var parent = parentId is null ? null : await db.Comments.SingleAsync(c => c.Id == parentId, Cancel);
            var account = accountId is null ? null : await db.Accounts.SingleAsync(a => a.Id == accountId, Cancel);
            var comment = Comment.Under(article, parent, account?.DisplayName ?? name, Now);
            Assert.Null(comment.Write(text));
            comment.WrittenBy(account);
            comment.Restore(status);
            await new Commenting(db).AppendAsync(comment, Cancel);
            var origin = new CommentOrigin { Comment = comment, PostedAt = Now, Fingerprint = $"{comment.Id:x64}" }.From(network);
            if (guest is not null)
            {
                origin.By(guest, "0");
                if (confirmed)
                {
                    origin.Confirm();
                }
            }

            db.Add(origin);
            if (status == CommentStatus.Held)
            {
                db.ModerationLog.Add(NewsSite.Moderation.ModerationEntry.ByCheck(comment, NewsSite.Moderation.ModerationAction.Held, "first-comment", null, Now));
            }

            await db.SaveChangesAsync(Cancel);
            await new Commenting(db).RecountAsync(articleId, Cancel);
            await transaction.CommitAsync(Cancel);
            return comment.Id;
        });

    /// <summary>A change of a comment that waits.</summary>
    protected Task<int> Changed(int commentId, string text) => Do<NewsDbContext, int>(async db =>
    {
        var comment = await db.Comments.SingleAsync(c => c.Id == commentId, Cancel);
        var edit = CommentRevision.Waiting(comment, text, CommentMarkup.Render(text).Html, Now);
        db.Add(edit);
        db.Add(NewsSite.Moderation.ModerationEntry.ByCheck(comment, NewsSite.Moderation.ModerationAction.Held, "links", "3 links", Now));
        await db.SaveChangesAsync(Cancel);
        return edit.Id;
    });

    protected Task<Comment> Find(int commentId) => Read(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == commentId, Cancel));

    protected Task<int> CountOf(int articleId) => Read(db => db.Articles.Where(a => a.Id == articleId).Select(a => a.CommentCount).SingleAsync(Cancel));

    /// <summary>Opens a page and posts a form with the token that came with it.</summary>
    protected async Task<HttpResponseMessage> Post(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page, Cancel);
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEqual("", token);
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await browser.PostAsync(action, form, Cancel);
    }

    /// <summary>Posts as <see cref="Post"/> and follows to the page that says what became of it.</summary>
    protected async Task<string> PostAndFollow(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        using var response = await Post(browser, page, action, fields);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return await browser.GetStringAsync(response.Headers.Location, Cancel);
    }
}
