using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Email;

namespace NewsSite.Web.Tests;

/// <summary>People change their accounts, on either database, as a browser without script would.</summary>
public abstract class AccountChangePages(Newsroom newsroom)
{
    private const string NewPassword = "another long enough phrase";

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_the_mailed_link_once_and_sessions_end()
    {
        using var elsewhere = await newsroom.SignedIn("Forgetful Fran");
        using var browser = newsroom.Browser();
        using var asked = await browser.Submit("/account/forgot", ("email", Visitors.AddressOf("Forgetful Fran")));
        var link = await newsroom.Link(Visitors.AddressOf("Forgetful Fran"));

        using var weak = await browser.Submit(link, ("password", "short"));
        using var reset = await browser.Submit(link, ("password", NewPassword));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        using var ended = await elsewhere.GetAsync("/account", cancel);
        using var old = await browser.SignIn(Visitors.AddressOf("Forgetful Fran"));
        using var now = await browser.SignIn(Visitors.AddressOf("Forgetful Fran"), NewPassword);

        Assert.Equal("/account/mailed", asked.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Equal("/account/sign-in?done=password", reset.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, now.StatusCode);
        using var stranger = newsroom.Browser();
        Assert.Contains("used already", await stranger.GetStringAsync(link, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_an_account_is_told_so_by_mail_and_the_form_does_not_say_so()
    {
        using var browser = newsroom.Browser();
        using var asked = await browser.Submit("/account/forgot", ("email", "never.registered@example.org"));
        Assert.Equal("/account/mailed", asked.Headers.Location?.ToString());
        var mail = await newsroom.InDatabase(db => db.Outbox.Where(m => m.Recipient == "never.registered@example.org").Select(m => m.Text).SingleAsync(cancel));
        Assert.Contains("no account", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/reset", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_not_this_one()
    {
        using var here = await newsroom.SignedIn("Changing Chen");
        using var there = newsroom.Browser();
        using var entry = await there.SignIn(Visitors.AddressOf("Changing Chen"));

        using var wrong = await here.Submit("/account/password", ("current", "not this one at all"), ("password", NewPassword));
        using var changed = await here.Submit("/account/password", ("current", Visitors.Password), ("password", NewPassword));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        using var stays = await here.GetAsync("/account", cancel);
        using var ended = await there.GetAsync("/account", cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains("was changed", await newsroom.Mail(Visitors.AddressOf("Changing Chen")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Twofold Tova", "/account/password", "/account/password")]
    [InlineData("Twofold Theo", "/account/authenticator/begin", "/account/authenticator")]
    [InlineData("Twofold Tess", "/account/email", "/account/email")]
    [InlineData("Twofold Toni", "/account/sessions", "/account/sessions")]
    public async Task A_change_asked_for_several_times_at_once_is_no_error(string name, string to, string form)
    {
        using var browser = await newsroom.SignedIn(name);
        (string, string)[] fields = to switch
        {
            "/account/password" => [("current", Visitors.Password), ("password", NewPassword)],
            "/account/email" => [("password", Visitors.Password), ("email", "moved." + Visitors.AddressOf(name))],
            _ => [],
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.Submit(to, form, fields)));

        Assert.All(answers, a => Assert.InRange((int)a.StatusCode, 200, 499));
    }

    [Fact]
    public async Task A_link_for_a_new_password_clicked_several_times_at_once_works_once()
    {
        using var settled = await newsroom.SignedIn("Hasty Hanna");
        using var browser = newsroom.Browser();
        using var asked = await browser.Submit("/account/forgot", ("email", Visitors.AddressOf("Hasty Hanna")));
        var link = await newsroom.Link(Visitors.AddressOf("Hasty Hanna"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => newsroom.Browser().Submit(link, ("password", $"{NewPassword} {n}"))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.All(answers, a => Assert.True((int)a.StatusCode < 500, $"{a.StatusCode}"));
    }

    [Fact]
    public async Task Signing_out_everywhere_does()
    {
        using var here = await newsroom.SignedIn("Everywhere Ela");
        using var there = newsroom.Browser();
        using var entry = await there.SignIn(Visitors.AddressOf("Everywhere Ela"));

        using var done = await here.Submit("/account/sessions");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));

        foreach (var browser in (HttpClient[])[here, there])
        {
            using var ended = await browser.GetAsync("/account", cancel);
            Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_account_moves_once_both_addresses_have_confirmed(bool oldFirst)
    {
        var name = oldFirst ? "Moving Mia" : "Moving Max";
        var (old, moved) = (Visitors.AddressOf(name), $"new.{Visitors.AddressOf(name)}");
        using var browser = await newsroom.SignedIn(name);
        using var wrong = await browser.Submit("/account/email", ("email", moved), ("password", "not this one at all"));
        using var asked = await browser.Submit("/account/email", ("email", moved), ("password", Visitors.Password));
        string[] links = [await newsroom.Link(oldFirst ? old : moved), await newsroom.Link(oldFirst ? moved : old)];

        using var first = await browser.Submit(links[0]);
        var waits = await first.Content.ReadAsStringAsync(cancel);
        using var stillOld = await newsroom.Browser().SignIn(old);
        using var second = await browser.Submit(links[1]);
        var done = await second.Content.ReadAsStringAsync(cancel);
        using var nowNew = await newsroom.Browser().SignIn(moved);
        using var noMore = await newsroom.Browser().SignIn(old);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("/account/email?done=1", asked.Headers.Location?.ToString());
        Assert.Contains("Confirmed. The account moves once", waits, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, stillOld.StatusCode);
        Assert.Contains("has moved to the new address", done, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, nowNew.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noMore.StatusCode);
        Assert.Contains("is not used any more", await newsroom.Mail(old), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_does_not_move_onto_another_and_the_form_does_not_say_so()
    {
        await newsroom.Account("Settled Sven");
        using var browser = await newsroom.SignedIn("Nosy Nan");

        using var asked = await browser.Submit("/account/email", ("email", Visitors.AddressOf("Settled Sven")), ("password", Visitors.Password));
        using var allowed = await browser.Submit(await newsroom.Link(Visitors.AddressOf("Nosy Nan")));

        Assert.Equal("/account/email?done=1", asked.Headers.Location?.ToString());
        Assert.Contains("moves once", await allowed.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Equal(MailKind.Account, await newsroom.InDatabase(db => db.Outbox.Where(m => m.Recipient == Visitors.AddressOf("Settled Sven")).OrderBy(m => m.Id).Select(m => m.Kind).LastAsync(cancel)));
    }

    [Fact]
    public async Task A_link_for_a_move_has_its_day()
    {
        using var browser = await newsroom.SignedIn("Late Lena");
        using var asked = await browser.Submit("/account/email", ("email", "late.new@example.org"), ("password", Visitors.Password));
        var link = await newsroom.Link("late.new@example.org");
        newsroom.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Contains("older than a day", await browser.GetStringAsync(link, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_is_changed_and_the_site_speaks_the_language_chosen()
    {
        using var browser = await newsroom.SignedIn("Profile Pat");

        using var saved = await browser.Submit("/account/profile", ("name", "Profile Patricia"), ("bio", "Reads on trams."), ("language", "uk"), ("replyMail", "Daily"));
        var page = await browser.GetStringAsync("/account/profile", cancel);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("lang=\"uk\"", page, StringComparison.Ordinal);
        Assert.Contains("Profile Patricia", page, StringComparison.Ordinal);
        Assert.Contains("Reads on trams.", page, StringComparison.Ordinal);
        Assert.Matches(new Regex("value=\"Daily\" selected"), page);
    }

    [Theory]
    [InlineData("name", "Kept Name", "belongs to somebody")]
    [InlineData("name", "Кeрt Nаmе", "belongs to somebody")]
    [InlineData("name", "", "Give the name")]
    [InlineData("bio", null, "at most 300")]
    public async Task A_profile_that_cannot_be_is_refused_with_everything_typed(string field, string? value, string sentence)
    {
        if (!await newsroom.InDatabase(db => db.Accounts.AnyAsync(a => a.DisplayName == "Kept Name", cancel)))
        {
            await newsroom.Account("Kept Name");
        }

        using var browser = await newsroom.SignedIn($"Refused {(value ?? "bio").GetHashCode(StringComparison.Ordinal) & 0xffff:x}q");
        var typed = new Dictionary<string, string> { ["name"] = "Fine Name Here", ["bio"] = "Typed with care", ["language"] = "en", ["replyMail"] = "Never", [field] = value ?? new string('x', 301) };

        using var refused = await browser.Submit("/account/profile", [.. typed.Select(t => (t.Key, t.Value))]);
        var page = await refused.Content.ReadAsStringAsync(cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains(field == "bio" ? "Fine Name Here" : "Typed with care", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/email")]
    [InlineData("/account/profile")]
    [InlineData("/account/sessions")]
    public async Task Nobody_else_gets_there(string path)
    {
        using var browser = newsroom.Browser();
        using var answer = await browser.GetAsync(path, cancel);
        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", answer.Headers.Location?.ToString());
    }
}

public sealed class AccountChangePagesOnSqlite(SqliteNewsroom newsroom) : AccountChangePages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class AccountChangePagesOnPostgres : AccountChangePages
{
    public AccountChangePagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
