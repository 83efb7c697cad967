using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Accounts;
using NewsSite.Email;
using NewsSite.Newsletter;

namespace NewsSite.Web.Tests.Newsletter;

/// <summary>The newsletter's desk: looking at the next issue, having it mailed, seeing what became of those before.</summary>
public sealed class NewsletterDeskPages(SqliteNewsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<NewsletterSettings, string> WrongSettings => new()
    {
        { new() { Hour = 24 }, "Newsletter:Hour" },
        { new() { Weekday = (DayOfWeek)7 }, "Newsletter:Weekday" },
        { new() { MailsPerMinute = 0 }, "Newsletter:MailsPerMinute" },
    };

    public static TheoryData<BounceMailboxSettings, string> WrongMailboxes => new()
    {
        { new() { Host = "imap.example", User = "u", Password = "p" }, "Mail:BounceAddress" },
        { new() { Security = "ssl" }, "Bounces:Security" },
        { new() { Port = 70_000 }, "Bounces:Port" },
        { new() { EveryMinutes = 0 }, "Bounces:EveryMinutes" },
    };

    [Fact]
    public async Task An_editor_sees_the_next_issue_as_mail_programs_show_it_and_as_text()
    {
        var editor = await newsroom.Editor("Newsletter Nora");
        await RecentPiece();
        using var desk = newsroom.As(editor.AccountId);

        var page = await desk.GetStringAsync("/desk/newsletter?tongue=uk&languages=en&languages=uk&rhythm=Weekly", cancel);
        using var framed = await desk.GetAsync("/desk/newsletter/preview?tongue=uk&languages=en&languages=uk&rhythm=Weekly", cancel);
        var mail = await framed.Content.ReadAsStringAsync(cancel);

        Assert.Contains("Fresh for the newsletter", page, StringComparison.Ordinal);
        Assert.Contains("sandbox=\"\"", page, StringComparison.Ordinal);
        Assert.Contains("Нове на &#171;NewsSite&#187; за тиждень", mail, StringComparison.Ordinal);
        Assert.Contains("style-src 'unsafe-inline'; sandbox", framed.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", framed.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", framed.Headers.GetValues("X-Frame-Options").Single());
        Assert.DoesNotContain(IssueText.KeyMark, page + mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_goes_to_the_editor_alone()
    {
        var editor = await newsroom.Editor("Newsletter Oda");
        await RecentPiece();
        using var desk = newsroom.As(editor.AccountId);

        using var sent = await desk.Submit("/desk/newsletter/test", "/desk/newsletter?rhythm=Weekly");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var mail = await newsroom.InDatabase(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Recipient == Visitors.AddressOf("Newsletter Oda") && m.Kind == MailKind.Newsletter, cancel));
        Assert.StartsWith("[Test] NewsSite: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Fresh for the newsletter", mail.Text, StringComparison.Ordinal);
        Assert.Equal((false, null, null), (mail.IsBulk, mail.SubscriberId, mail.UnsubscribeUrl));
    }

    [Theory]
    [InlineData(AccountRole.Translator)]
    [InlineData(AccountRole.Moderator)]
    public async Task Whoever_does_not_publish_finds_none_of_it(AccountRole role)
    {
        var id = await newsroom.Account($"Newsletter {role}", role);
        using var desk = newsroom.As(id);

        foreach (var page in (string[])["/desk/newsletter", "/desk/newsletter/preview"])
        {
            using var answer = await desk.GetAsync(page, cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{page}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Addresses_mail_came_back_from_are_for_administrators_to_read()
    {
        var address = $"returned{Guid.NewGuid():N}@readers.example";
        await newsroom.InDatabase(db =>
        {
            var subscriber = new Subscriber(address, new NewsletterChoices("en", ["en"], [], IssueRhythm.Weekly), newsroom.Clock.GetUtcNow().UtcDateTime);
            subscriber.Bounced(new Bounce("550 5.1.1 <b>nobody</b>", true), newsroom.Clock.GetUtcNow().UtcDateTime);
            db.Subscribers.Add(subscriber);
            return db.SaveChangesAsync(cancel);
        });
        using var editor = newsroom.As((await newsroom.Editor("Newsletter Petra")).AccountId);
        using var administrator = newsroom.As(await newsroom.Account("Newsletter Quirin", AccountRole.Administrator));

        Assert.DoesNotContain(address, await editor.GetStringAsync("/desk/newsletter", cancel), StringComparison.Ordinal);
        var page = await administrator.GetStringAsync("/desk/newsletter", cancel);
        Assert.Contains(address, page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;nobody&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void A_wrong_setting_is_named(NewsletterSettings settings, string name) =>
        Assert.Contains(name, Assert.Single(newsroom.Services.GetRequiredService<IValidateOptions<NewsletterSettings>>().Validate(null, settings).Failures!), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WrongMailboxes))]
    public void A_wrong_mailbox_is_named(BounceMailboxSettings settings, string name) =>
        Assert.Contains(name, Assert.Single(newsroom.Services.GetRequiredService<IValidateOptions<BounceMailboxSettings>>().Validate(null, settings).Failures!), StringComparison.Ordinal);

    private Task<int> RecentPiece() => newsroom.InDatabase(async db =>
    {
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        var slug = $"fresh-{Guid.NewGuid():N}";
        var article = new NewsSite.Articles.Article(new NewsSite.Articles.Work(slug), "en", slug, "Fresh for the newsletter", await db.Sections.FirstAsync(cancel), NewsSite.Articles.Genre.OpEd);
        article.Write("Some text.");
        article.Publish(now, TimeZoneInfo.Utc);
        db.Add(article);
        return await db.SaveChangesAsync(cancel);
    });
}
