using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Moderation;
using NewsSite.Tokens;
using NewsSite.Web.Background;

namespace NewsSite.Web.Tests;

/// <summary>What the site hands out about a person, and how it forgets, on either database.</summary>
public abstract class AccountEnds(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly People people = new(newsroom);

    private sealed record Scene(Account Anna, Account Boris, (int Id, string Path) Article, int Answered, int Answer, int Alone, int Others, int AsGuest);

    [Fact]
    public async Task A_deleted_account_is_erased_after_a_day_and_others_replies_keep_their_place()
    {
        var scene = await Play();
        using var reader = newsroom.Reader();
        await Ask(scene.Anna);

        newsroom.Clock.Advance(Account.DeletionDelay - TimeSpan.FromHours(1));
        await Tidy();
        Assert.Contains("Annas answered words", await reader.GetStringAsync(scene.Article.Path, cancel), StringComparison.Ordinal);
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Annas answered words", await reader.GetStringAsync(scene.Article.Path, cancel), StringComparison.Ordinal);
        Assert.Contains("Annas answered words", await reader.GetStringAsync($"/readers/{scene.Anna.Id}", cancel), StringComparison.Ordinal);
        await Tidy();

        var page = await reader.GetStringAsync(scene.Article.Path, cancel);
        Assert.DoesNotContain("Annas", page, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Anna.DisplayName, page, StringComparison.Ordinal);
        Assert.Contains("Boris answers", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"c-{scene.Answered}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"id=\"c-{scene.Alone}\"", page, StringComparison.Ordinal);
        using var theirs = await reader.GetAsync($"/readers/{scene.Anna.Id}", cancel);
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_the_person_is_left_and_the_counts_are_right()
    {
        var scene = await Play();
        var (id, mail, name) = (scene.Anna.Id, scene.Anna.Email!, scene.Anna.DisplayName);
        await Ask(scene.Anna);
        newsroom.Clock.Advance(Account.DeletionDelay);

        await Tidy();

        await newsroom.InDatabase(async db =>
        {
            var account = await db.Accounts.Include(a => a.Roles).SingleAsync(a => a.Id == id, cancel);
            Assert.Equal(($"erased-{id}", null, null, null, null, 0), (account.DisplayName, account.Email, account.PasswordHash, account.Bio, account.NameSkeleton, account.Roles.Count));
            Assert.NotEqual(scene.Anna.SecurityStamp, account.SecurityStamp);
            Assert.False(await db.Comments.AnyAsync(c => c.AccountId == id, cancel));
            int[] own = [scene.Answered, scene.Alone, scene.AsGuest];
            Assert.All(await db.Comments.Where(c => own.Contains(c.Id)).ToListAsync(cancel), c => Assert.Equal((CommentStatus.Erased, "", "", null), (c.Status, c.AuthorName, c.BodyMarkdown, c.AccountId)));
            Assert.All(await db.CommentRevisions.Where(r => own.Contains(r.CommentId)).ToListAsync(cancel), r => Assert.Equal("", r.BodyMarkdown));
            Assert.False(await db.CommentOrigins.AnyAsync(o => own.Contains(o.CommentId) || o.GuestEmail == mail, cancel));
            Assert.False(await db.Follows.AnyAsync(f => f.AccountId == id || f.Email == mail, cancel));
            Assert.False(await db.UsefulMarks.AnyAsync(m => m.AccountId == id, cancel) || await db.ReadMarks.AnyAsync(m => m.AccountId == id, cancel));
            Assert.False(await db.IgnoredAccounts.AnyAsync(i => i.AccountId == id || i.IgnoredId == id, cancel));
            Assert.Null((await db.CommentFlags.SingleAsync(f => f.AccountId == id, cancel)).Note);
            Assert.False(await db.Outbox.AnyAsync(m => m.Recipient == mail, cancel));
            Assert.False(await db.UserClaims.AnyAsync(c => c.UserId == id, cancel) || await db.UserTokens.AnyAsync(t => t.UserId == id, cancel) || await db.UserPasskeys.AnyAsync(p => p.UserId == id, cancel));
            Assert.Equal(2, (await db.Articles.SingleAsync(a => a.Id == scene.Article.Id, cancel)).CommentCount);
            Assert.Equal(1, (await db.Comments.SingleAsync(c => c.Id == scene.Answered, cancel)).ReplyCount);
            var others = await db.Comments.SingleAsync(c => c.Id == scene.Others, cancel);
            Assert.Equal((0, 0), (others.UsefulCount, others.Merit));
            return 0;
        });
        await using var scope = newsroom.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<DisplayNames>().CheckAsync(name, null, cancel));
    }

    [Fact]
    public async Task Who_thinks_better_of_it_stays()
    {
        var account = await people.Account("Solomiia", change: a => a.AskForDeletion(people.Now));
        await newsroom.InDatabase(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == account.Id, cancel)).KeepAfterAll();
            return await db.SaveChangesAsync(cancel);
        });
        newsroom.Clock.Advance(TimeSpan.FromDays(2));

        await Tidy();

        Assert.Equal(account.DisplayName, await newsroom.InDatabase(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.DisplayName).SingleAsync(cancel)));
    }

    [Fact]
    public async Task A_second_erasure_finds_nothing_but_what_was_posted_meanwhile()
    {
        var scene = await Play();
        await Ask(scene.Anna);
        newsroom.Clock.Advance(Account.DeletionDelay);
        await Tidy();
        var late = await newsroom.InDatabase(async db =>
        {
            // As a post does that read the account just before.
            var comment = Comment.Under(await db.Articles.SingleAsync(a => a.Id == scene.Article.Id, cancel), null, scene.Anna.DisplayName, people.Now);
            comment.WrittenBy(await db.Accounts.SingleAsync(a => a.Id == scene.Anna.Id, cancel));
            comment.Write("Annas last words");
            await new Commenting(db).AppendAsync(comment, cancel);
            return comment.Id;
        });

        await Tidy();

        Assert.Equal((CommentStatus.Erased, ""), await newsroom.InDatabase(async db => await db.Comments.Where(c => c.Id == late).Select(c => new ValueTuple<CommentStatus, string>(c.Status, c.AuthorName)).SingleAsync(cancel)));
        await using var scope = newsroom.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<AccountErasure>().EraseDueAsync(people.Now, cancel).ToListAsync(cancel));
    }

    [Fact]
    public async Task An_export_holds_everything_and_nothing_to_sign_in_with()
    {
        var scene = await Play();
        await using var scope = newsroom.Services.CreateAsyncScope();

        var written = await scope.ServiceProvider.GetRequiredService<AccountExport>().WriteAsync(scene.Anna.Id, "https://paper.example", people.Now, cancel);

        var text = Encoding.UTF8.GetString(written!);
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        Assert.Equal((scene.Anna.DisplayName, scene.Anna.Email, "Пише уві сні."), (root.GetProperty("account").GetProperty("name").GetString(), root.GetProperty("account").GetProperty("email").GetString(), root.GetProperty("account").GetProperty("bio").GetString()));
        Assert.Equal("translator", root.GetProperty("account").GetProperty("roles")[0].GetProperty("role").GetString());
        Assert.Equal(3, root.GetProperty("comments").GetArrayLength());
        var answered = root.GetProperty("comments").EnumerateArray().Single(c => c.GetProperty("url").GetString() == $"https://paper.example/comments/{scene.Answered}");
        Assert.Equal(("published", "Annas answered words", "Annas first words", $"https://paper.example{scene.Article.Path}"), (
            answered.GetProperty("status").GetString(), answered.GetProperty("text").GetString(), answered.GetProperty("otherRevisions")[0].GetProperty("text").GetString(), answered.GetProperty("article").GetProperty("url").GetString()));
        foreach (var part in (string[])["passkeys", "decisions", "flags", "usefulMarks", "follows", "readMarks", "ignored", "programTokens", "mails"])
        {
            Assert.True(root.GetProperty(part).GetArrayLength() == 1, part);
        }

        Assert.Equal(("Annas phone", "Annas note", "About Anna"), (
            root.GetProperty("passkeys")[0].GetProperty("name").GetString(), root.GetProperty("flags")[0].GetProperty("note").GetString(), root.GetProperty("mails")[0].GetProperty("subject").GetString()));
        Assert.Contains("Пише уві сні.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Anna.PasswordHash!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Anna.SecurityStamp!, text, StringComparison.Ordinal);
        Assert.Equal("Annas program", root.GetProperty("programTokens")[0].GetProperty("name").GetString());
        Assert.DoesNotContain(PersonalToken.Prefix, text, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-token", text, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Boris.Email!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_had_its_time_is_forgotten()
    {
        var writer = await people.Account("Daryna");
        var never = await people.Account("Never", confirmed: false);
        var article = await people.Article();
        var withdrawn = await people.Says(writer, article.Id, "Said in haste");
        var kept = await people.Says(writer, article.Id, "Said for good");
        using var guest = newsroom.Browser();
        using var posted = await guest.PostAsync("/comments/new", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["article"] = $"{article.Id}", ["text"] = "Never confirmed", ["name"] = "Nobody Yet", ["email"] = "never-clicked@example.org",
        }), cancel);
        await newsroom.InDatabase(async db =>
        {
            var comment = await db.Comments.SingleAsync(c => c.Id == withdrawn, cancel);
            db.Add(CommentRevision.Past(comment));
            comment.Withdraw(people.Now);
            return await db.SaveChangesAsync(cancel);
        });

        newsroom.Clock.Advance(Comment.UndoWindow - TimeSpan.FromMinutes(5));
        await Tidy();
        Assert.Equal("Said in haste", await Text(withdrawn));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        await Tidy();
        Assert.Equal(("", "Said for good"), (await Text(withdrawn), await Text(kept)));
        Assert.Equal("", await newsroom.InDatabase(db => db.CommentRevisions.Where(r => r.CommentId == withdrawn).Select(r => r.BodyMarkdown).SingleAsync(cancel)));

        newsroom.Clock.Advance(TimeSpan.FromDays(6));
        await Tidy();
        Assert.True(await newsroom.InDatabase(db => db.CommentOrigins.AnyAsync(o => o.GuestEmail == "never-clicked@example.org", cancel)));
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        await Tidy();
        Assert.False(await newsroom.InDatabase(db => db.CommentOrigins.AnyAsync(o => o.GuestEmail == "never-clicked@example.org", cancel)));
        Assert.False(await newsroom.InDatabase(db => db.Outbox.AnyAsync(m => m.Recipient == "never-clicked@example.org" && m.CommentId != null, cancel)));
        Assert.False(await newsroom.InDatabase(db => db.Accounts.AnyAsync(a => a.Id == never.Id, cancel)));
        Assert.True(await newsroom.InDatabase(db => db.Accounts.AnyAsync(a => a.Id == writer.Id, cancel)));
        Assert.NotNull(await Network(kept));

        newsroom.Clock.Advance(CommentOrigin.NetworkKept - TimeSpan.FromDays(7));
        await Tidy();
        Assert.Null(await Network(kept));
    }

    private Task<string> Text(int id) => newsroom.InDatabase(db => db.Comments.Where(c => c.Id == id).Select(c => c.BodyMarkdown).SingleAsync(cancel));

    private Task<string?> Network(int id) => newsroom.InDatabase(db => db.CommentOrigins.Where(o => o.CommentId == id).Select(o => o.NetworkHash).SingleAsync(cancel));

    private async Task Tidy()
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Housekeeping>().TidyAsync(people.Now, cancel);
    }

    private Task<int> Ask(Account account) => newsroom.InDatabase(async db =>
    {
        (await db.Accounts.SingleAsync(a => a.Id == account.Id, cancel)).AskForDeletion(people.Now);
        return await db.SaveChangesAsync(cancel);
    });

    /// <summary>Anna said things, answered and not, once as a guest; Boris answered one and said another; and all that may hang on an account hangs on hers.</summary>
    private async Task<Scene> Play()
    {
        var anna = await people.Account("Anna", change: a =>
        {
            a.Describe("Пише уві сні.");
            a.Grant(AccountRole.Translator, people.Now);
        });
        var boris = await people.Account("Boris");
        var article = await people.Article();
        var answered = await people.Says(anna, article.Id, "Annas first words");
        var answer = await people.Says(boris, article.Id, "Boris answers", answered);
        var alone = await people.Says(anna, article.Id, "Annas lonely words");
        var others = await people.Says(boris, article.Id, "Boris begins");
        var asGuest = await newsroom.InDatabase(async db =>
        {
            var comment = await db.Comments.SingleAsync(c => c.Id == answered, cancel);
            db.Add(CommentRevision.Past(comment));
            comment.Write("Annas answered words");
            var said = Comment.Under(await db.Articles.SingleAsync(a => a.Id == article.Id, cancel), null, "A Guest", people.Now);
            said.Write("Annas words as a guest");
            said.Hold();
            await new Commenting(db).AppendAsync(said, cancel);
            db.Add(new CommentOrigin { Comment = said, PostedAt = people.Now, Fingerprint = new string('0', 64) }.By(anna.Email!, GuestAddress.NewToken().Hash));
            db.Add(ModerationEntry.ByCheck(said, ModerationAction.Held, "words", "Annas words", people.Now));
            db.Add(new ReadMark(anna.Id, article.Id) { LastCommentId = others, At = people.Now });
            db.Add(new IgnoredAccount(anna.Id, boris.Id));
            db.Add(Follow.OfArticle(anna.Id, article.Id, MailFrequency.Daily, people.Now));
            db.Add(new CommentFlag(others, anna.Id, 1, FlagReason.Other, "Annas note", people.Now));
            db.Add(new OutboxMail(MailKind.Account, anna.Email!, "About Anna", "Text", "<p>Text</p>", people.Now));
            db.Add(PersonalToken.Make(anna.Id, "Annas program", TokenScope.Drafts, people.Now, 30).Kept);
            db.Add(new IdentityUserClaim<int> { UserId = anna.Id, ClaimType = "language", ClaimValue = "uk" });
            db.Add(new IdentityUserToken<int> { UserId = anna.Id, LoginProvider = "own", Name = "key", Value = "a-secret-token" });
            db.Add(new IdentityUserPasskey<int>
            {
                UserId = anna.Id, CredentialId = Guid.NewGuid().ToByteArray(),
                Data = new IdentityPasskeyData { Name = "Annas phone", CreatedAt = newsroom.Clock.GetUtcNow(), PublicKey = [1], AttestationObject = [2], ClientDataJson = [3], Transports = ["usb"] },
            });
            await db.SaveChangesAsync(cancel);
            return said.Id;
        });
        await using (var scope = newsroom.Services.CreateAsyncScope())
        {
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<Useful>().MarkAsync(others, anna.Id, useful: true, cancel));
        }

        newsroom.Forget();
        return new Scene(anna, boris, article, answered, answer, alone, others, asGuest);
    }
}

public sealed class AccountEndsOnSqlite(SqliteNewsroom newsroom) : AccountEnds(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class AccountEndsOnPostgres : AccountEnds
{
    public AccountEndsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
