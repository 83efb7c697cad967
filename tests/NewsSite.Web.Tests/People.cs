using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Web.Tests;

/// <summary>Accounts and articles for tests about people, each with a name of its own.</summary>
internal sealed class People(Newsroom newsroom)
{
    private static int made;

    public DateTime Now => newsroom.Clock.GetUtcNow().UtcDateTime;

    /// <summary>A confirmed account that owns its name, unless said otherwise.</summary>
    public Task<Account> Account(string name, bool confirmed = true, Action<Account>? change = null) => newsroom.InDatabase(async db =>
    {
        var mail = $"person{Interlocked.Increment(ref made)}@example.org";
        var account = new Account($"{name} {Letters(made)}", Now)
        {
            UserName = mail, NormalizedUserName = mail.ToUpperInvariant(), Email = mail, NormalizedEmail = mail.ToUpperInvariant(), EmailConfirmed = confirmed,
            PasswordHash = "the-hash-of-a-password", SecurityStamp = "a-security-stamp",
        };
        if (confirmed)
        {
            account.OwnName();
        }

        change?.Invoke(account);
        db.Add(account);
        await db.SaveChangesAsync();
        return account;
    });

    /// <summary>A piece anybody may comment under.</summary>
    public Task<(int Id, string Path)> Article(ConversationMode mode = ConversationMode.Open) => newsroom.InDatabase(async db =>
    {
        var slug = $"people-{Interlocked.Increment(ref made)}";
        var article = new Article(new Work(slug), "en", slug, slug, await db.Sections.FirstAsync(), Genre.Report) { Conversation = mode };
        article.Write("Some text.");
        article.Publish(Now.AddDays(-1), TimeZoneInfo.Utc);
        db.Add(article);
        await db.SaveChangesAsync();
        return (article.Id, article.Address!.ToString()!);
    });

    /// <summary>A comment posted the way the site posts.</summary>
    public async Task<int> Says(Account account, int article, string text, int? parent = null)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Posting>().PostAsync(
            new CommentPost { ArticleId = article, ParentId = parent, Text = text }, new CommentPoster(account.Id, null, null, new string('a', 32)), _ => throw new InvalidOperationException(), Now);
        newsroom.Forget();
        return Assert.IsType<PostOutcome.Stored>(outcome).CommentId;
    }

    /// <summary>Letters that stand for a number: names of digits only would look alike.</summary>
    private static string Letters(int number) => string.Concat($"{number}".Select(digit => "bcdfghkmpr"[digit - '0']));
}
