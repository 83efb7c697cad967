using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Web.Tests;

/// <summary>The click that confirms a guest's comment makes an account of the guest where that is wished, on either database.</summary>
public abstract class GuestAccountPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_click_makes_the_account_signs_in_and_the_comment_is_its_own()
    {
        using var guest = newsroom.Browser();
        var link = await Posted(guest, "Clicking Clara", "clara@example.org", "What Clara wrote before she had an account.");

        using var confirmed = await guest.Submit(link, ("account", "true"), ("name", "Clicking Clara"), ("password", Visitors.Password));
        var place = confirmed.Headers.Location!.ToString();
        var overview = await guest.GetStringAsync("/account", cancel);
        using var other = newsroom.Browser();
        using var entry = await other.SignIn("clara@example.org");

        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.Contains("Signed in as Clicking Clara, clara@example.org", overview, StringComparison.Ordinal);
        Assert.Contains("What Clara wrote", await guest.GetStringAsync(place, cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, entry.StatusCode);
        Assert.Equal("clara@example.org", await OwnerOf("What Clara wrote before she had an account."));
    }

    [Fact]
    public async Task Without_the_wish_no_account_is_made()
    {
        using var guest = newsroom.Browser();
        var link = await Posted(guest, "Passing Paul", "paul@example.org", "Paul only passes by this once.");

        using var confirmed = await guest.Submit(link, ("name", "Passing Paul"), ("password", ""));

        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.False(await newsroom.InDatabase(db => db.Accounts.AnyAsync(a => a.Email == "paul@example.org", cancel)));
        Assert.Null(await OwnerOf("Paul only passes by this once."));
    }

    [Fact]
    public async Task What_an_account_cannot_have_is_said_and_the_link_still_works()
    {
        using var guest = newsroom.Browser();
        var link = await Posted(guest, "Hasty Hana", "hana@example.org", "Hana is in a hurry and picks a short one.");
        await newsroom.Account("Taken Tove");

        using var weak = await guest.Submit(link, ("account", "true"), ("name", "Hasty Hana"), ("password", "short"));
        using var taken = await guest.Submit(link, ("account", "true"), ("name", "Tаken Tove"), ("password", ""));
        using var done = await guest.Submit(link, ("account", "true"), ("name", "Hasty Hana"), ("password", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Contains("too short", await weak.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal("hana@example.org", await OwnerOf("Hana is in a hurry and picks a short one."));
    }

    [Fact]
    public async Task An_account_the_address_has_gets_the_comment_and_nobody_is_signed_in()
    {
        await newsroom.Account("Known Kurt");
        using var guest = newsroom.Browser();
        var link = await Posted(guest, "Kurt elsewhere", Visitors.AddressOf("Known Kurt"), "Kurt forgot that he has an account here.");

        using var confirmed = await guest.Submit(link, ("account", "true"), ("name", "Kurt elsewhere"), ("password", Visitors.Password));
        using var overview = await guest.GetAsync("/account", cancel);

        Assert.StartsWith("/account/sign-in?returnUrl=", confirmed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, overview.StatusCode);
        Assert.Equal(Visitors.AddressOf("Known Kurt"), await OwnerOf("Kurt forgot that he has an account here."));
    }

    [Fact]
    public async Task What_a_stranger_registered_with_the_address_opens_nothing()
    {
        using var stranger = newsroom.Browser();
        using var asked = await stranger.Submit("/account/register", ("name", "Sly Stranger"), ("email", "wanted@example.org"), ("password", "the stranger's own words"), ("language", "en"));
        var strangersLink = await newsroom.Link("wanted@example.org");
        using var guest = newsroom.Browser();
        var link = await Posted(guest, "Rightful Rita", "wanted@example.org", "Rita reads this mailbox and nobody else does.");

        using var confirmed = await guest.Submit(link, ("account", "true"), ("name", "Rightful Rita"), ("password", Visitors.Password));
        using var entry = await stranger.SignIn("wanted@example.org", "the stranger's own words");

        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, entry.StatusCode);
        Assert.Contains("used already", await stranger.GetStringAsync(strangersLink, cancel), StringComparison.Ordinal);
        Assert.Contains("Signed in as Rightful Rita", await guest.GetStringAsync("/account", cancel), StringComparison.Ordinal);
    }

    private async Task<string> Posted(HttpClient browser, string name, string email, string text)
    {
        var article = await newsroom.InDatabase(db => db.Articles.Where(a => a.Status == ArticleStatus.Published && a.Language == "en").OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(cancel));
        using var posted = await browser.PostAsync("/comments/new", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["article"] = $"{article}", ["text"] = text, ["name"] = name, ["email"] = email,
        }), cancel);
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        return await newsroom.Link(email);
    }

    private Task<string?> OwnerOf(string text) => newsroom.InDatabase(db =>
        db.Comments.Where(c => c.BodyMarkdown == text && c.Status == CommentStatus.Held).Select(c => db.Accounts.Where(a => a.Id == c.AccountId).Select(a => a.Email).FirstOrDefault()).SingleAsync(cancel));
}

public sealed class GuestAccountPagesOnSqlite(SqliteNewsroom newsroom) : GuestAccountPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class GuestAccountPagesOnPostgres : GuestAccountPages
{
    public GuestAccountPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
