using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Tests;

/// <summary>People get an account, sign in and out, on either database, as a browser without script would.</summary>
public abstract class AccountPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> WrongRegistrations => new()
    {
        { "name", " ", "Give the name you want" },
        { "name", new string('x', 81), "cannot be printed" },
        { "email", "nobody", "not an address a mail could reach" },
        { "password", "short", "too short" },
        { "password", "password1234", "anybody would try" },
        { "password", "typed@example.org", "must not be your address" },
        { "password", new string('x', 129), "too long" },
    };

    public static TheoryData<string> ElsewhereUrls => ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=1", "/ж"];

    [Fact]
    public async Task An_account_is_there_after_the_click_on_the_mailed_link_and_the_password()
    {
        using var browser = newsroom.Browser();

        using var asked = await Register(browser, "Ivanka Lis", "ivanka@example.org");
        using var tooSoon = await browser.SignIn("ivanka@example.org");
        var link = await newsroom.Link("ivanka@example.org");
        var look = await browser.GetStringAsync(link, cancel);
        using var wrong = await browser.Submit(link, ("password", "not the one at all"));
        using var confirmed = await browser.Submit(link, ("password", Visitors.Password));
        var overview = await browser.GetStringAsync("/account", cancel);
        var again = await browser.GetStringAsync(link, cancel);

        Assert.Equal("/account/mailed", asked.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooSoon.StatusCode);
        Assert.Contains("Ivanka Lis", look, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("/account", confirmed.Headers.Location?.ToString());
        Assert.Contains("Signed in as Ivanka Lis, ivanka@example.org", overview, StringComparison.Ordinal);
        Assert.Contains("used already", again, StringComparison.Ordinal);
        Assert.True(await newsroom.InDatabase(db => db.Accounts.AnyAsync(a => a.Email == "ivanka@example.org" && a.NameSkeleton != null, cancel)));
    }

    [Fact]
    public async Task An_account_without_a_password_needs_the_link_alone()
    {
        using var browser = newsroom.Browser();
        using var asked = await Register(browser, "Keyless Kim", "kim@example.org", ("password", ""), ("returnUrl", "/corrections"));

        using var confirmed = await browser.Submit(await newsroom.Link("kim@example.org"));

        Assert.Equal("/corrections", confirmed.Headers.Location?.ToString());
        Assert.Contains("Keyless Kim", await browser.GetStringAsync("/account", cancel), StringComparison.Ordinal);
        using var other = newsroom.Browser();
        using var empty = await other.SignIn("kim@example.org", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Fact]
    public async Task Confirming_claims_what_was_said_as_a_guest_from_that_address()
    {
        using var guest = newsroom.Browser();
        var article = await newsroom.InDatabase(db => db.Articles.Where(a => a.Status == ArticleStatus.Published && a.Language == "en").OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(cancel));
        using var posted = await guest.PostAsync("/comments/new", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["article"] = $"{article}", ["text"] = "Said as a guest, claimed later.", ["name"] = "Guest Gita", ["email"] = "gita@example.org",
        }), cancel);
        var seen = await newsroom.Link("gita@example.org");
        using var shown = await guest.PostAsync(seen, new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = seen.Split('=')[1] }), cancel);
        using var asked = await Register(guest, "Gita Rao", "gita@example.org");

        using var confirmed = await guest.Submit(await newsroom.Link("gita@example.org"), ("password", Visitors.Password));

        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.True(await newsroom.InDatabase(db => db.Comments.AnyAsync(
            c => c.BodyMarkdown == "Said as a guest, claimed later." && c.AccountId != null && db.Accounts.Any(a => a.Id == c.AccountId && a.Email == "gita@example.org"), cancel)));
    }

    [Fact]
    public async Task A_name_taken_meanwhile_is_asked_for_anew()
    {
        using var browser = newsroom.Browser();
        using var asked = await Register(browser, "Wanted Name", "first.wanted@example.org");
        var link = await newsroom.Link("first.wanted@example.org");
        await newsroom.Account("Wаnted Name");

        using var look = await browser.GetAsync(link, cancel);
        using var refused = await SubmitRefused(browser, link, ("password", Visitors.Password));
        using var taken = await SubmitRefused(browser, link, ("password", Visitors.Password), ("name", "Another Name"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, look.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Contains("Another Name", await browser.GetStringAsync("/account", cancel), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongRegistrations))]
    public async Task What_is_wrong_is_said_and_all_but_the_password_comes_back(string field, string value, string sentence)
    {
        using var browser = newsroom.Browser();

        using var answer = await Register(browser, "Typed Name", "typed@example.org", (field, value));
        var page = await answer.Content.ReadAsStringAsync(cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.Contains(field == "name" ? "typed@example.org" : "Typed Name", page, StringComparison.Ordinal);
        Assert.DoesNotContain(field == "password" ? $"value=\"{value}\" minlength" : Visitors.Password, page, StringComparison.Ordinal);
        Assert.False(await newsroom.InDatabase(db => db.Accounts.AnyAsync(a => a.Email == "typed@example.org", cancel)));
    }

    [Fact]
    public async Task The_form_does_not_tell_whether_an_address_has_an_account()
    {
        await newsroom.Account("Known Person");
        using var browser = newsroom.Browser();

        using var known = await Register(browser, "Curious One", Visitors.AddressOf("Known Person"));
        using var unknown = await Register(browser, "Curious Two", "unknown.person@example.org");
        using var wrong = await browser.SignIn(Visitors.AddressOf("Known Person"), "not the one at all");
        using var nobody = await browser.SignIn("nobody.there@example.org", "not the one at all");

        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        Assert.Contains("has one already", await newsroom.Mail(Visitors.AddressOf("Known Person")), StringComparison.Ordinal);
        Assert.Equal(wrong.StatusCode, nobody.StatusCode);
        Assert.Equal(Plain(await wrong.Content.ReadAsStringAsync(cancel)), Plain(await nobody.Content.ReadAsStringAsync(cancel)));

        static string Plain(string page) => System.Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]*\"", "");
    }

    [Fact]
    public async Task Registering_an_unconfirmed_address_again_ends_the_first_link()
    {
        using var browser = newsroom.Browser();
        using var first = await Register(browser, "First Try", "tries@example.org");
        var old = await newsroom.Link("tries@example.org");
        using var second = await Register(browser, "Second Try", "tries@example.org");

        Assert.Contains("used already", await browser.GetStringAsync(old, cancel), StringComparison.Ordinal);
        Assert.Contains("Second Try", await browser.GetStringAsync(await newsroom.Link("tries@example.org"), cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobodys_box_is_filled_through_us()
    {
        using var browser = newsroom.Browser();
        for (var i = 0; i < AccountPace.MailsPerAddress + 3; i++)
        {
            using var asked = await Register(browser, $"Filler {i}", "filled@example.org");
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        Assert.Equal(AccountPace.MailsPerAddress, await newsroom.InDatabase(db => db.Outbox.CountAsync(m => m.Recipient == "filled@example.org" && m.Kind == MailKind.Confirm, cancel)));
    }

    [Fact]
    public async Task Ten_wrong_passwords_close_the_account_for_a_while_and_say_nothing_else()
    {
        await newsroom.Account("Guessed At");
        using var browser = newsroom.Browser();
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await browser.SignIn(Visitors.AddressOf("Guessed At"), $"wrong guess {i}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var right = await browser.SignIn(Visitors.AddressOf("Guessed At"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/register")]
    public async Task A_network_may_try_so_often_and_then_waits(string path)
    {
        var statuses = new List<int>();
        for (var i = 0; i <= AccountPace.PerNetwork; i++)
        {
            statuses.Add(await PostFrom("203.0.113.9", path));
        }

        var neighbour = await PostFrom("198.51.100.9", path);
        newsroom.Clock.Advance(AccountPace.Window);
        var later = await PostFrom("203.0.113.9", path);

        Assert.All(statuses.SkipLast(1), s => Assert.Equal(422, s));
        Assert.Equal(429, statuses[^1]);
        Assert.Equal((422, 422), (neighbour, later));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await newsroom.SignedIn("Leaving Lou");

        using var ended = await browser.Submit("/account/sign-out");
        using var after = await browser.GetAsync("/account", cancel);

        Assert.Equal("/account/sign-in", ended.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount", after.Headers.Location?.ToString());
    }

    [Fact]
    public async Task One_comes_back_to_where_one_was_going()
    {
        await newsroom.Account("Going Places");
        using var browser = newsroom.Browser();

        using var answer = await browser.Submit("/account/sign-in?returnUrl=/comments/new%3Farticle%3D1", ("email", Visitors.AddressOf("Going Places")), ("password", Visitors.Password));

        Assert.Equal("/comments/new?article=1", answer.Headers.Location?.ToString());
    }

    [Theory]
    [MemberData(nameof(ElsewhereUrls))]
    public async Task One_is_led_nowhere_else(string url)
    {
        using var browser = await newsroom.SignedIn($"Led {Math.Abs(url.GetHashCode(StringComparison.Ordinal))}");
        using var already = await browser.GetAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(url)}", cancel);
        Assert.Equal("/account", already.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_post_without_the_forms_token_is_refused()
    {
        using var browser = await newsroom.SignedIn("Forged Fay");
        using var forged = await browser.PostAsync("/account/sign-out", new FormUrlEncodedContent([]), cancel);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_for_the_server_alone_and_says_nothing_of_the_framework()
    {
        await newsroom.Account("Cookie Cat");
        using var browser = newsroom.Browser();

        using var form = await browser.GetAsync("/account/sign-in", cancel);
        using var answer = await browser.SignIn(Visitors.AddressOf("Cookie Cat"));

        var cookies = form.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, c => c.StartsWith("account=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("samesite=lax", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.DoesNotContain("AspNetCore", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies.Where(c => c.StartsWith("account=", StringComparison.Ordinal)), c => Assert.DoesNotContain("expires", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Public_pages_are_the_same_bytes_for_someone_signed_in_and_neither_set_nor_renew_a_cookie()
    {
        using var member = await newsroom.SignedIn("Same Bytes", AccountRole.Administrator);
        using var anybody = newsroom.Reader();
        newsroom.Clock.Advance(TimeSpan.FromDays(20));
        var (article, comment) = await newsroom.InDatabase(async db => (
            (await db.Articles.Where(a => a.Status == ArticleStatus.Published && a.CommentCount > 0).OrderBy(a => a.Id).Select(a => new { a.PublicationDay, a.Slug }).FirstAsync(cancel))!,
            await db.Comments.Where(c => c.Status == CommentStatus.Published).Select(c => c.Id).FirstAsync(cancel)));
        var piece = new ArticleAddress(article.PublicationDay!.Value, article.Slug).ToString();
        foreach (var path in (string[])["/", "/uk", "/about", "/archive", "/contributors", "/sources", "/corrections", piece, $"{piece}/comments", $"{piece}/comments/new?after=0", $"/comments/{comment}", "/nothing-here", "/sections/nothing"])
        {
            using var mine = await member.GetAsync(path, cancel);
            newsroom.Forget();
            using var theirs = await anybody.GetAsync(path, cancel);
            Assert.Equal(theirs.StatusCode, mine.StatusCode);
            Assert.Equal(await theirs.Content.ReadAsByteArrayAsync(cancel), await mine.Content.ReadAsByteArrayAsync(cancel));
            Assert.False(mine.Headers.Contains("Set-Cookie"), path);
        }
    }

    [Fact]
    public async Task Comments_are_posted_under_the_name_of_the_account()
    {
        using var member = await newsroom.SignedIn("Named Nell");
        var article = await newsroom.InDatabase(db => db.Articles.Where(a => a.Status == ArticleStatus.Published && a.Language == "en").OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(cancel));

        var form = await member.GetStringAsync($"/comments/new?article={article}", cancel);
        using var posted = await member.PostAsync("/comments/new", new FormUrlEncodedContent(new Dictionary<string, string> { ["article"] = $"{article}", ["text"] = "Signed with my name." }), cancel);

        Assert.Contains("You post as Named Nell.", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.True(await newsroom.InDatabase(db => db.Comments.AnyAsync(c => c.BodyMarkdown == "Signed with my name." && c.AuthorName == "Named Nell", cancel)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\0")]
    [InlineData("\u202E\u200B")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE \"Accounts\"; --")]
    public async Task Sixty_four_kilobytes_of_anything_are_refused_or_harmless(string unit)
    {
        using var browser = newsroom.Browser();
        foreach (var value in (string[])[string.Concat(Enumerable.Repeat(unit, 65_536 / unit.Length)), unit])
        {
            foreach (var field in (string[])["name", "email", "password", "language", "returnUrl"])
            {
                using var answer = await Register(browser, "Harmless", "harmless@example.org", (field, value));
                Assert.True((int)answer.StatusCode < 500, $"{field}: {answer.StatusCode}");
                Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
                using var entry = await browser.Submit("/account/sign-in", [.. new Dictionary<string, string> { ["email"] = "harmless@example.org", ["password"] = "some password", [field] = value }.Select(f => (f.Key, f.Value))]);
                Assert.True((int)entry.StatusCode < 500, $"{field}: {entry.StatusCode}");
            }

            using var link = await browser.GetAsync($"/account/confirm?account=1&token={Uri.EscapeDataString(value[..Math.Min(value.Length, 4000)])}", cancel);
            Assert.True((int)link.StatusCode < 500, $"{link.StatusCode}");
        }
    }

    private static Task<HttpResponseMessage> Register(HttpClient browser, string name, string email, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string> { ["name"] = name, ["email"] = email, ["password"] = Visitors.Password, ["language"] = "en" };
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        return browser.Submit("/account/register", [.. fields.Select(f => (f.Key, f.Value))]);
    }

    /// <summary>A form that is shown with a reason, sent again.</summary>
    private async Task<HttpResponseMessage> SubmitRefused(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var page = await browser.GetAsync(path, cancel);
        var token = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(cancel), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        var query = System.Web.HttpUtility.ParseQueryString(path.Split('?')[1]);
        return await browser.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("account", query["account"]!), new("token", query["token"]!), new("__RequestVerificationToken", token)]), cancel);
    }

    private async Task<int> PostFrom(string address, string path)
    {
        using var browser = newsroom.Browser();
        using var form = await browser.GetAsync(path, cancel);
        var token = System.Text.RegularExpressions.Regex.Match(await form.Content.ReadAsStringAsync(cancel), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "", ["email"] = "paced@example.org", ["password"] = "", ["__RequestVerificationToken"] = token });
        var sent = await body.ReadAsByteArrayAsync(cancel);
        var context = await newsroom.Server.SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(address);
            request.Request.Method = "POST";
            request.Request.Path = path;
            request.Request.Host = new("localhost");
            request.Request.Headers["Sec-Fetch-Site"] = "same-origin";
            request.Request.Headers.Cookie = form.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).First();
            request.Request.ContentType = "application/x-www-form-urlencoded";
            request.Request.ContentLength = sent.Length;
            request.Request.Body = new MemoryStream(sent);
        }, cancel);
        return context.Response.StatusCode;
    }
}

public sealed class AccountPagesOnSqlite(SqliteNewsroom newsroom) : AccountPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class AccountPagesOnPostgres : AccountPages
{
    public AccountPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
