using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Web.Email;

namespace NewsSite.Web.Tests.Mail;

/// <summary>The site on an empty database of its own, so that nobody else's mail is in the outbox.</summary>
public sealed class SqliteMailroom : SqliteNewsroom
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Seeds:Load", "false");
        builder.UseSetting("Site:BaseUrl", Scene.BaseUrl);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresMailroom : PostgresNewsroom
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Seeds:Load", "false");
        builder.UseSetting("Site:BaseUrl", Scene.BaseUrl);
    }
}

/// <summary>People, pieces and what is said under them; every name is new, so tests do not meet.</summary>
public sealed class Scene(Newsroom newsroom)
{
    public const string BaseUrl = "https://newssite.example";

    private static int last;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public DateTime Now => newsroom.Clock.GetUtcNow().UtcDateTime;

    public async Task<T> InDatabase<T>(Func<NewsDbContext, Task<T>> work)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<NewsDbContext>());
    }

    public Task<int> Article(string headline = "Of benches", string language = "en", ConversationMode? mode = null) => InDatabase(async db =>
    {
        var section = await db.Sections.SingleOrDefaultAsync(cancel) ?? new Section("time", Text.LocalizedText.FromJson("""{"en":"Time"}"""), 1);
        var article = new Article(new Work($"w{++last}"), language, $"piece-{last}", headline, section, Genre.Report) { Conversation = mode };
        article.Write("Some text.");
        article.Publish(Now.AddDays(-1), TimeZoneInfo.Utc);
        db.Add(article);
        await db.SaveChangesAsync(cancel);
        return article.Id;
    });

    /// <summary>An account with a confirmed address unless said otherwise.</summary>
    public Task<Account> Person(string name = "Anna", string language = "en", Action<Account>? then = null) => InDatabase(async db =>
    {
        var address = $"p{++last}@readers.example";
        var account = new Account(name, Now)
        {
            UserName = address, NormalizedUserName = address.ToUpperInvariant(), Email = address, NormalizedEmail = address.ToUpperInvariant(), EmailConfirmed = true, Language = language,
        };
        then?.Invoke(account);
        db.Accounts.Add(account);
        await db.SaveChangesAsync(cancel);
        return account;
    });

    /// <summary>Says something; unless told otherwise it is visible, and followers are to be told.</summary>
    public Task<int> Say(int article, Account? by, int? under = null, string text = "So it is.", Action<Comment>? then = null) => InDatabase(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var parent = under is null ? null : await db.Comments.SingleAsync(c => c.Id == under, cancel);
        var comment = Comment.Under(await db.Articles.SingleAsync(a => a.Id == article, cancel), parent, by?.DisplayName ?? "A guest", Now);
        if (by is not null)
        {
            comment.WrittenBy(await db.Accounts.SingleAsync(a => a.Id == by.Id, cancel));
        }

        Assert.Null(comment.Write(text));
        await new Commenting(db).AppendAsync(comment, cancel);
        then?.Invoke(comment);
        db.CommentNotices.Add(new CommentNotice(comment.Id, Now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return comment.Id;
    });

    public Task<Follow> Follows(Account who, int article, MailFrequency how = MailFrequency.Now) => Add(Follow.OfArticle(who.Id, article, how, Now));

    public Task<Follow> FollowsThread(Account who, int article, int thread, MailFrequency how = MailFrequency.Now) => Add(Follow.OfThread(who.Id, null, article, thread, how, Now));

    public Task<Follow> FollowsAnswers(Account who, int comment, MailFrequency how = MailFrequency.Now) => InDatabase(async db =>
        await Add(Follow.OfAnswers(await db.Comments.SingleAsync(c => c.Id == comment, cancel), who.Id, null, how, Now)));

    public Task<Follow> Add(Follow follow) => InDatabase(async db =>
    {
        db.Follows.Add(follow);
        await db.SaveChangesAsync(cancel);
        return follow;
    });

    public Task Change(Func<NewsDbContext, Task> change) => InDatabase(async db =>
    {
        await change(db);
        await db.SaveChangesAsync(cancel);
        return 0;
    });

    public async Task HandOut()
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Correspondence>().HandOutAsync(Now, cancel);
    }

    public async Task WriteDue()
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Correspondence>().WriteDueAsync(scope.ServiceProvider.GetRequiredService<LetterWriter>().Write, Now, cancel);
    }

    /// <summary>Both steps, with the time between them that lets everything said at once come due.</summary>
    public async Task Tell()
    {
        await HandOut();
        newsroom.Clock.Advance(PendingNotice.Gathering);
        await WriteDue();
    }

    public Task<List<OutboxMail>> MailTo(Account who) => MailTo(who.Email!);

    public Task<List<OutboxMail>> MailTo(string address) => InDatabase(db => db.Outbox.Where(m => m.Recipient == address).OrderBy(m => m.Id).ToListAsync(cancel));
}
