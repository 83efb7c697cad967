using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Newsletter;
using NewsSite.Web.Background;

namespace NewsSite.Web.Tests.Newsletter;

/// <summary>Subscribing, changing and ending, as somebody without an account does it, on either database.</summary>
public abstract class SubscriptionPages(Newsroom newsroom)
{
    private static int last;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_is_the_same_page_for_everyone_and_ticks_its_own_language()
    {
        using var reader = newsroom.Reader();
        using var answer = await reader.GetAsync("/newsletter?language=uk", cancel);
        var form = await answer.Content.ReadAsStringAsync(cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Matches("""name="languages" value="uk" checked""", form);
        Assert.DoesNotMatch("""name="languages" value="en" checked""", form);
        Assert.Contains("href=\"/newsletter\"", await reader.GetStringAsync("/", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_subscribed_before_they_press_the_button_behind_the_mailed_link()
    {
        var address = Address();
        using var browser = newsroom.Browser();
        var section = await newsroom.InDatabase(db => db.Sections.Where(s => s.Slug == "waters").Select(s => s.Id).SingleAsync(cancel));

        using var asked = await Send(browser, "/mail/newsletter?language=uk", ("email", $" {address.ToUpperInvariant()} "), ("languages", "en"), ("languages", "uk"), ("sections", $"{section}"), ("rhythm", "Daily"));
        Assert.Equal((HttpStatusCode.SeeOther, "/mail/newsletter/mailed?language=uk"), (asked.StatusCode, asked.Headers.Location!.ToString()));
        var link = await newsroom.Link(address);
        var opened = await browser.GetStringAsync(link, cancel);
        Assert.Contains("Надсилати розсилку?", opened, StringComparison.Ordinal);
        Assert.Contains(address, opened, StringComparison.Ordinal);
        Assert.Null(await Subscriber(address));

        using var pressed = await browser.Submit(link);
        Assert.Contains("Надходитиме", await pressed.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        var subscriber = (await Subscriber(address))!;
        Assert.Equal(("uk", IssueRhythm.Daily), (subscriber.Language, subscriber.Rhythm));
        Assert.Equal(["uk", "en"], subscriber.Languages);
        Assert.Equal([section], subscriber.Sections);
        Assert.Contains("вже не діє", await browser.GetStringAsync(link, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_subscribed_is_told_so_by_nothing_but_mail_and_changes_by_confirming_anew()
    {
        var address = Address();
        var before = await Subscribed(address);
        using var browser = newsroom.Browser();

        using var asked = await Send(browser, "/mail/newsletter", ("email", address), ("languages", "ar"), ("rhythm", "Daily"));
        Assert.Equal("/mail/newsletter/mailed", asked.Headers.Location!.ToString());
        Assert.Equal(["en"], (await Subscriber(address))!.Languages);
        using var pressed = await browser.Submit(await newsroom.Link(address));

        var after = (await Subscriber(address))!;
        Assert.Equal(["ar"], after.Languages);
        Assert.Equal((before.Id, before.Key), (after.Id, after.Key));
    }

    [Theory]
    [InlineData("nobody", "en", "That is no mail address")]
    [InlineData("", "en", "That is no mail address")]
    [InlineData("a@one.example, b@two.example", "en", "That is no mail address")]
    [InlineData("right@readers.example", "tlh", "Tick at least one language")]
    [InlineData("right@readers.example", "", "Tick at least one language")]
    public async Task What_cannot_be_taken_is_said_and_what_was_typed_stays(string email, string language, string sentence)
    {
        using var browser = newsroom.Browser();

        using var answer = await Send(browser, "/mail/newsletter", ("email", email), ("languages", language), ("rhythm", "Daily"), ("sections", "99999"), ("sections", "x"));

        var page = await answer.Content.ReadAsStringAsync(cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains(email.Length == 0 ? "type=\"email\" required" : $"type=\"email\" value=\"{WebUtility.HtmlEncode(email)}\"", page, StringComparison.Ordinal);
        Assert.Matches("""value="Daily" checked""", page);
    }

    [Theory]
    [InlineData("rhythm", "Hourly")]
    [InlineData("rhythm", "-1")]
    [InlineData("sections", "2147483648")]
    [InlineData("languages", "\u0000")]
    [InlineData("email", "\u0000")]
    public async Task Odd_input_is_no_fault_of_ours(string name, string value)
    {
        using var browser = newsroom.Browser();

        foreach (var page in (string[])["/mail/newsletter", "/mail/newsletter/end", "/mail/newsletter/confirm", "/mail/newsletter/choices"])
        {
            using var answer = await Send(browser, page, ("email", Address()), ("languages", "en"), (name, value), ("key", value), ("token", value));
            Assert.True((int)answer.StatusCode < 500, $"{page}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_wish_nobody_confirms_is_forgotten_after_three_days()
    {
        var address = Address();
        using var browser = newsroom.Browser();
        using var asked = await Send(browser, "/mail/newsletter", ("email", address), ("languages", "en"));
        var link = await newsroom.Link(address);

        newsroom.Clock.Advance(SubscriptionRequest.GoodFor);
        Assert.Contains("not good any more", await browser.GetStringAsync(link, cancel), StringComparison.Ordinal);
        await using (var scope = newsroom.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Housekeeping>().TidyAsync(newsroom.Clock.GetUtcNow().UtcDateTime, cancel);
        }

        Assert.False(await newsroom.InDatabase(db => db.SubscriptionRequests.AnyAsync(r => r.Email == address, cancel)));
    }

    [Fact]
    public async Task Somebody_elses_box_is_not_filled_through_the_form()
    {
        var address = Address();
        using var browser = newsroom.Browser();
        for (var i = 0; i < 12; i++)
        {
            using var asked = await Send(browser, "/mail/newsletter", ("email", address), ("languages", "en"));
        }

        Assert.InRange(await newsroom.InDatabase(db => db.Outbox.CountAsync(m => m.Recipient == address, cancel)), 1, 5);
    }

    [Fact]
    public async Task The_link_in_an_issue_changes_what_comes()
    {
        var subscriber = await Subscribed(Address());
        using var browser = newsroom.Browser();
        var page = $"/mail/newsletter/choices?key={subscriber.Key}";

        using var none = await browser.Submit("/mail/newsletter/choices", page);
        Assert.Contains("Tick at least one language", await none.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        using var saved = await browser.Submit("/mail/newsletter/choices", page, ("languages", "uk"), ("rhythm", "Daily"));

        Assert.Contains("Saved.", await saved.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        var after = (await Subscriber(subscriber.Email))!;
        Assert.Equal(["uk"], after.Languages);
        Assert.Equal(IssueRhythm.Daily, after.Rhythm);
        using var unknown = await browser.GetAsync($"/mail/newsletter/choices?key={new string('0', NewsSite.Newsletter.Subscriber.KeyLength)}", cancel);
        Assert.Equal((HttpStatusCode.Redirect, "/newsletter"), (unknown.StatusCode, unknown.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_mail_provider_ends_it_with_one_click_and_the_address_is_forgotten()
    {
        var subscriber = await Subscribed(Address());
        using var provider = newsroom.Reader();
        var link = $"/mail/newsletter/end?key={subscriber.Key}";

        Assert.Contains("No more newsletter?", await provider.GetStringAsync(link, cancel), StringComparison.Ordinal);
        Assert.NotNull(await Subscriber(subscriber.Email));
        for (var press = 0; press < 2; press++)
        {
            using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var ended = await provider.PostAsync(link, form, cancel);
            Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
            Assert.Contains("You get no more newsletter", await ended.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        }

        Assert.Null(await Subscriber(subscriber.Email));
    }

    [Fact]
    public async Task An_erased_account_takes_its_subscription_along()
    {
        var name = $"Newsletter Nadia {Interlocked.Increment(ref last)} {newsroom.GetType().Name}";
        var id = await newsroom.Account(name);
        var subscriber = await Subscribed(Visitors.AddressOf(name));
        await using var scope = newsroom.Services.CreateAsyncScope();
        var export = await scope.ServiceProvider.GetRequiredService<NewsSite.Accounts.AccountExport>().WriteAsync(id, "https://paper.example", newsroom.Clock.GetUtcNow().UtcDateTime, cancel);
        Assert.Contains("\"newsletter\"", System.Text.Encoding.UTF8.GetString(export!), StringComparison.Ordinal);
        Assert.DoesNotContain(subscriber.Key, System.Text.Encoding.UTF8.GetString(export!), StringComparison.Ordinal);

        await newsroom.InDatabase(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == id, cancel)).AskForDeletion(newsroom.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync(cancel);
        });
        newsroom.Clock.Advance(NewsSite.Accounts.Account.DeletionDelay);
        await scope.ServiceProvider.GetRequiredService<Housekeeping>().TidyAsync(newsroom.Clock.GetUtcNow().UtcDateTime, cancel);

        Assert.Null(await Subscriber(subscriber.Email));
    }

    [Fact]
    public async Task A_publication_without_a_newsletter_offers_none()
    {
        await using var off = newsroom.WithWebHostBuilder(host => host.UseSetting("Newsletter:On", "false"));
        using var reader = off.CreateClient(new() { AllowAutoRedirect = false });

        using var form = await reader.GetAsync("/newsletter", cancel);
        Assert.Equal(HttpStatusCode.NotFound, form.StatusCode);
        Assert.DoesNotContain("/newsletter", await reader.GetStringAsync("/", cancel), StringComparison.Ordinal);
    }

    private static string Address() => $"s{Interlocked.Increment(ref last)}{Guid.NewGuid():N}@readers.example";

    private async Task<HttpResponseMessage> Send(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        return await browser.PostAsync(path, form, cancel);
    }

    private async Task<Subscriber> Subscribed(string address)
    {
        await newsroom.InDatabase(db =>
        {
            db.Subscribers.Add(new Subscriber(address, new NewsletterChoices("en", ["en"], [], IssueRhythm.Weekly), newsroom.Clock.GetUtcNow().UtcDateTime));
            return db.SaveChangesAsync(cancel);
        });
        return (await Subscriber(address))!;
    }

    private Task<Subscriber?> Subscriber(string address) => newsroom.InDatabase(db => db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.Email == address, cancel));
}

public sealed class SubscriptionsOnSqlite(SqliteNewsroom newsroom) : SubscriptionPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class SubscriptionsOnPostgres : SubscriptionPages
{
    public SubscriptionsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
