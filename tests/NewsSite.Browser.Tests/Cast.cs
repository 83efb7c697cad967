using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Moderation;

namespace NewsSite.Browser.Tests;

/// <summary>An account of a test.</summary>
public sealed record Person(int Id, string Name, string Email);

/// <summary>A piece of a test's own to talk under.</summary>
public sealed record Piece(int Id, string Address);

/// <summary>The people of the tests and what they say while nobody looks.</summary>
public sealed class Cast(Newsstand newsstand) : IDisposable
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "a long sentence nobody guesses";

    private static readonly DateTime Before = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Made once for all: hashing is slow on purpose.</summary>
    private static readonly string PasswordHash = new PasswordHasher<Account>().HashPassword(new Account("Nobody", Before), Password);

    private static int made;

    private readonly SemaphoreSlim one = new(1);
    private (Person Person, Reader Reader)? colleague;

    /// <summary>An account with a confirmed address.</summary>
    public Task<Person> EnrolAsync(string name, params AccountRole[] roles) => EnrolAsync(name, "en", roles);

    /// <summary>The same for somebody who likes to be addressed in a language.</summary>
    public Task<Person> EnrolAsync(string name, string language, params AccountRole[] roles) => newsstand.InDatabase(async db =>
    {
        var number = Interlocked.Increment(ref made);
        var email = $"person{number}@readers.example";
        var account = new Account($"{name} {number}", Before)
        {
            Email = email, NormalizedEmail = email.ToUpperInvariant(), UserName = email, NormalizedUserName = email.ToUpperInvariant(),
            EmailConfirmed = true, SecurityStamp = $"{Guid.NewGuid():N}", PasswordHash = PasswordHash, Language = language,
        };
        foreach (var role in roles)
        {
            account.Grant(role, Before);
        }

        db.Add(account);
        await db.SaveChangesAsync();
        return new Person(account.Id, account.DisplayName, email);
    });

    /// <summary>Makes a browser that of somebody signed in.</summary>
    public async Task SignInAsync(Reader reader, Person person)
    {
        var (name, value) = await newsstand.CookieOfAsync(person);
        await reader.Page.Context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = newsstand.NamedAddress, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        // There the script learns that there is something personal to fetch.
        await reader.Page.GotoAsync("/account");
        await Assertions.Expect(reader.Page.Locator(".account-list")).ToBeVisibleAsync();
    }

    /// <summary>A published piece with an empty conversation.</summary>
    public Task<Piece> PublishAsync(ConversationMode mode = ConversationMode.Open, string language = "en") => newsstand.InDatabase(async db =>
    {
        var slug = $"talked-about-{Interlocked.Increment(ref made)}";
        var section = await db.Sections.FirstAsync(s => s.Slug == "time");
        var article = new Article(new Work(slug), language, slug, "A piece to talk about", section, Genre.Report) { Conversation = mode, ConversationStaysOpen = true };
        article.Write(string.Join("\n\n", Enumerable.Repeat("Some text to read before one talks.", 12)));
        article.Publish(new DateTime(2026, 2, 3, 8, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc);
        db.Add(article);
        await db.SaveChangesAsync();
        return new Piece(article.Id, article.Address.ToString()!);
    });

    /// <summary>Says something under a piece in the database alone: before anybody has opened it, or held, so that no kept page becomes old.</summary>
    public Task<int> SaidAsync(Piece piece, Person writer, string text, int? parent = null, CommentStatus status = CommentStatus.Published) => newsstand.InDatabase(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var article = await db.Articles.SingleAsync(a => a.Id == piece.Id);
        var answered = parent is null ? null : await db.Comments.SingleAsync(c => c.Id == parent);
        var comment = Comment.Under(article, answered, writer.Name, Before);
        comment.Write(text);
        comment.WrittenBy(await db.Accounts.SingleAsync(a => a.Id == writer.Id));
        comment.Restore(status);
        await new Commenting(db).AppendAsync(comment);
        db.Add(new CommentOrigin { Comment = comment, PostedAt = Before, Fingerprint = $"{comment.Id:x64}" });
        if (status == CommentStatus.Held)
        {
            db.ModerationLog.Add(ModerationEntry.ByCheck(comment, ModerationAction.Held, "first-comment", null, Before));
        }

        await db.SaveChangesAsync();
        await new Commenting(db).RecountAsync(piece.Id);
        await transaction.CommitAsync();
        return comment.Id;
    });

    /// <summary>Says something as readers do, which appears at once: somebody of the newsroom does it.</summary>
    public async Task<int> SaysAsync(Piece piece, string text, int? parent = null)
    {
        await PostAsync("/comments/new", ("article", $"{piece.Id}"), ("parent", $"{parent}"), ("text", text));
        return await newsstand.InDatabase(db => db.Comments.Where(c => c.ArticleId == piece.Id && c.BodyMarkdown == text).Select(c => c.Id).SingleAsync());
    }

    /// <summary>The somebody of <see cref="SaysAsync"/> finds a comment useful.</summary>
    public Task FindsUsefulAsync(int comment) => PostAsync($"/comments/{comment}/useful", ("value", "true"));

    /// <summary>The same somebody approves a held comment from the queue.</summary>
    public async Task ApprovesAsync(int comment)
    {
        var page = (await ColleagueAsync()).Reader.Page;
        await one.WaitAsync();
        try
        {
            await page.GotoAsync("/desk/moderation");
            await page.Locator($"#q-{comment} [data-key='a']").ClickAsync();
            await page.Locator(".desk-outcome").WaitForAsync();
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Who says it.</summary>
    public async Task<Person> TheColleagueAsync() => (await ColleagueAsync()).Person;

    public void Dispose() => one.Dispose();

    private async Task PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var form = (await ColleagueAsync()).Reader.Page.Context.APIRequest.CreateFormData();
        foreach (var (name, value) in fields)
        {
            form.Set(name, value);
        }

        var answer = await (await ColleagueAsync()).Reader.Page.Context.APIRequest.PostAsync(
            address, new APIRequestContextOptions { Form = form, Headers = new Dictionary<string, string> { ["Origin"] = newsstand.NamedAddress }, MaxRedirects = 0 });
        Assert.True(answer.Status is 200 or 303, $"{answer.Status} from {address}: {await answer.TextAsync()}");
    }

    private async Task<(Person Person, Reader Reader)> ColleagueAsync()
    {
        await one.WaitAsync();
        try
        {
            if (colleague is null)
            {
                var person = await EnrolAsync("Colleague", AccountRole.Moderator);
                var reader = await newsstand.WelcomeWriterAsync();
                await SignInAsync(reader, person);
                colleague = (person, reader);
            }

            return colleague.Value;
        }
        finally
        {
            one.Release();
        }
    }
}
