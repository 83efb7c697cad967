using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Newsletter;
using NewsSite.Sources;
using NewsSite.Text;
using NewsSite.Web.Newsletter;
using NewsSite.Web.Tests.Mail;

namespace NewsSite.Web.Tests.Newsletter;

/// <summary>What issues say and to whom, on an empty database of their own, of either kind. The weekly day is Saturday, the hour seven; tests go from week to week.</summary>
public abstract class IssueTests(Newsroom newsroom)
{
    private static int last;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    private DateTime Now => newsroom.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task An_issue_tells_what_is_new_once_with_author_translator_and_source()
    {
        var anna = await Subscribe(["en"]);
        NextSaturday();
        var old = await Piece("Before the first issue");
        await Compose();
        Assert.Contains("Before the first issue", (await Mail(anna)).Single().Text, StringComparison.Ordinal);

        await Piece("A bench of one's own", by: "Orla Mistry", translated: ("Petro Lavka", "uk"), source: "Lava Daily");
        NextSaturday();
        await Compose();

        var mail = (await Mail(anna))[^1];
        Assert.DoesNotContain("Before the first issue", mail.Text, StringComparison.Ordinal);
        Assert.StartsWith("NewsSite: A bench of one's own", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("By Orla Mistry · Translated from Ukrainian by Petro Lavka · First published by Lava Daily", mail.Text, StringComparison.Ordinal);
        Assert.Contains("A bench of one&#39;s own</a></h3>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("/contributors/", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"/mail/newsletter/end?key={anna.Key}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/mail/newsletter/choices?key={anna.Key}", mail.Html, StringComparison.Ordinal);
        Assert.NotEqual(0, old);
    }

    [Fact]
    public async Task Nobody_is_written_to_about_nothing_and_nobody_twice_about_one_day()
    {
        NextSaturday();
        var anna = await Subscribe(["ar"]);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await Piece("English only");

        NextSaturday();
        await Compose();
        Assert.Empty(await Mail(anna));

        await Piece("عن المقاعد", "ar");
        NextSaturday();
        for (var turn = 0; turn < 3; turn++)
        {
            await Compose();
            newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var mail = Assert.Single(await Mail(anna));
        Assert.Contains("عن المقاعد", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_and_languages_are_those_chosen_and_a_work_stands_once_with_its_other_versions_beside_it()
    {
        var (rails, waters) = (await Section("rails"), await Section("waters"));
        var both = await Subscribe(["uk", "en"]);
        var railsOnly = await Subscribe(["en"], [rails.Id]);
        NextSaturday();
        await Compose();
        var work = new Work($"both-{Interlocked.Increment(ref last)}");
        await Piece("The night train", section: rails, work: work);
        await Piece("Нічний потяг", "uk", section: rails, work: work);
        await Piece("A flooded lane", section: waters);

        NextSaturday();
        await Compose();

        var text = (await Mail(both))[^1].Text;
        Assert.Contains("Нічний потяг", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The night train", text, StringComparison.Ordinal);
        Assert.Contains("Також мовою: англійська", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("A flooded lane", text, StringComparison.Ordinal);
        var railsText = (await Mail(railsOnly))[^1].Text;
        Assert.Contains("The night train", railsText, StringComparison.Ordinal);
        Assert.DoesNotContain("A flooded lane", railsText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_edited_front_page_says_what_comes_first_and_a_pick_is_news_once()
    {
        var anna = await Subscribe(["en"]);
        var old = await Piece("Of long ago");
        NextSaturday();
        await Compose();
        await Piece("Of this week");
        await newsroom.InDatabase(async db =>
        {
            await db.FrontPagePicks.ExecuteDeleteAsync(cancel);
            db.FrontPagePicks.Add(FrontPagePick.Of("en", FrontPagePick.Lead, old, null));
            return await db.SaveChangesAsync(cancel);
        });

        NextSaturday();
        await Compose();
        var picked = (await Mail(anna))[^1];
        Assert.Contains("Of long ago", picked.Subject, StringComparison.Ordinal);
        Assert.True(picked.Text.IndexOf("Of long ago", StringComparison.Ordinal) < picked.Text.IndexOf("Of this week", StringComparison.Ordinal));

        await Piece("Of next week");
        NextSaturday();
        await Compose();
        var after = (await Mail(anna))[^1];
        Assert.DoesNotContain("Of long ago", after.Text, StringComparison.Ordinal);
        Assert.Contains("Of next week", after.Text, StringComparison.Ordinal);
        await newsroom.InDatabase(db => db.FrontPagePicks.ExecuteDeleteAsync(cancel));
    }

    [Fact]
    public async Task What_is_withdrawn_a_draft_or_still_to_come_is_in_no_issue()
    {
        var anna = await Subscribe(["en"]);
        NextSaturday();
        await Compose();
        await Piece("Stays public");
        var gone = await Piece("Taken back");
        await newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == gone, cancel)).Withdraw(Now, "It was not ours.");
            var section = await db.Sections.FirstAsync(cancel);
            var draft = new Article(new Work($"draft-{Interlocked.Increment(ref last)}"), "en", $"draft-{last}", "A draft nobody saw", section, Genre.OpEd);
            draft.Write("Text.");
            db.Add(draft);
            return await db.SaveChangesAsync(cancel);
        });

        NextSaturday();
        await Compose();

        var text = (await Mail(anna))[^1].Text;
        Assert.Contains("Stays public", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Taken back", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A draft nobody saw", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_at_once_and_an_end_in_the_middle_write_to_each_subscriber_once()
    {
        NextSaturday();
        await Compose();
        var host = $"many{Interlocked.Increment(ref last)}.example";
        await newsroom.InDatabase(async db =>
        {
            db.Subscribers.AddRange(Enumerable.Range(0, (IssuePress.BatchSize * 2) + 500).Select(i => new Subscriber($"s{i}@{host}", new NewsletterChoices("en", i % 2 == 0 ? ["en"] : ["en", "uk"], [], IssueRhythm.Weekly), Now)));
            return await db.SaveChangesAsync(cancel);
        });
        await Piece("For very many");
        NextSaturday();

        // One is broken off by its first text, as by a kill before anything is kept; then two go on at once.
        await Assert.ThrowsAsync<InvalidOperationException>(() => newsroom.Use(async (IssuePress press) =>
        {
            await press.TakeTurnAsync((_, _, _) => throw new InvalidOperationException("Broken off."), cancel);
            return 0;
        }));
        await Task.WhenAll(Compose(), Compose(), Compose());
        await Compose();

        var counts = await newsroom.InDatabase(db => db.Outbox.Where(m => m.Recipient.EndsWith(host)).GroupBy(m => m.Recipient).Select(g => g.Count()).ToListAsync(cancel));
        Assert.Equal(((IssuePress.BatchSize * 2) + 500, 1), (counts.Count, counts.Max()));
        Assert.Equal(2, await newsroom.InDatabase(db => db.Outbox.Where(m => m.Recipient.EndsWith(host)).Select(m => m.TextId).Distinct().CountAsync(cancel)));
        await newsroom.InDatabase(db => db.Subscribers.Where(s => s.Email.EndsWith(host)).ExecuteDeleteAsync(cancel));
    }

    [Fact]
    public async Task Whoever_subscribes_after_an_issue_was_begun_waits_for_the_next()
    {
        NextSaturday();
        await Piece("Just before");
        await Compose();
        var late = await Subscribe(["en"]);

        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await Compose();

        Assert.Empty(await Mail(late));
    }

    private async Task<Subscriber> Subscribe(IReadOnlyList<string> languages, IReadOnlyList<int>? sections = null, IssueRhythm rhythm = IssueRhythm.Weekly)
    {
        var subscriber = new Subscriber($"r{Interlocked.Increment(ref last)}{Guid.NewGuid():N}@readers.example", new NewsletterChoices(languages[0], languages, sections ?? [], rhythm), Now);
        await newsroom.InDatabase(db =>
        {
            db.Subscribers.Add(subscriber);
            return db.SaveChangesAsync(cancel);
        });
        return subscriber;
    }

    private Task<Section> Section(string slug) => newsroom.InDatabase(async db =>
    {
        var section = await db.Sections.SingleOrDefaultAsync(s => s.Slug == slug, cancel);
        if (section is null)
        {
            db.Sections.Add(section = new Section(slug, LocalizedText.FromJson($$"""{"en":"{{slug}}"}"""), 1 + await db.Sections.CountAsync(cancel)));
            await db.SaveChangesAsync(cancel);
        }

        return section;
    });

    private async Task<int> Piece(string headline, string language = "en", Section? section = null, Work? work = null, string? by = null, (string Name, string From)? translated = null, string? source = null)
    {
        var at = section ?? await Section("time");
        return await newsroom.InDatabase(async db =>
        {
            var number = Interlocked.Increment(ref last);
            db.Attach(at);
            if (work is { Id: > 0 })
            {
                db.Attach(work);
            }

            var article = new Article(work ?? new Work($"i{number}"), language, $"issue-piece-{number}", headline, at, Genre.OpEd);
            article.Write("Some text.");
            if (by is not null)
            {
                article.AddCredit(CreditRole.Author, new Contributor($"by-{number}", by));
            }

            if (translated is { } who)
            {
                article.AddCredit(CreditRole.Translator, new Contributor($"tr-{number}", who.Name));
                article.Source = new Source(new Publication($"pub-{number}", source!)) { Language = who.From };
            }

            article.Publish(Now, TimeZoneInfo.Utc);
            db.Add(article);
            await db.SaveChangesAsync(cancel);
            return article.Id;
        });
    }

    private void NextSaturday()
    {
        var next = Now.Date.AddDays(1);
        while (next.DayOfWeek != DayOfWeek.Saturday)
        {
            next = next.AddDays(1);
        }

        newsroom.Clock.Advance(next.AddHours(7).AddMinutes(1) - Now);
    }

    private async Task Compose()
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IssuePress>().TakeTurnAsync(scope.ServiceProvider.GetRequiredService<IssueWriter>().Write, cancel);
    }

    /// <summary>A subscriber's mails as they would leave.</summary>
    private async Task<IReadOnlyList<SentCopy>> Mail(Subscriber subscriber)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
        var mails = await db.Outbox.Where(m => m.SubscriberId == subscriber.Id).OrderBy(m => m.Id).ToListAsync(cancel);
        var copies = new List<SentCopy>();
        foreach (var mail in mails)
        {
            var copy = (await db.IssueTexts.SingleAsync(t => t.Id == mail.TextId, cancel)).For(subscriber);
            copies.Add(new SentCopy(mail.Subject, copy.Text, copy.Html));
        }

        return copies;
    }

    private sealed record SentCopy(string Subject, string Text, string Html);
}

public sealed class IssuesOnSqlite(SqliteMailroom newsroom) : IssueTests(newsroom), IClassFixture<SqliteMailroom>;

[Trait("Database", "PostgreSQL")]
public sealed class IssuesOnPostgres : IssueTests, IClassFixture<PostgresMailroom>
{
    public IssuesOnPostgres(PostgresMailroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
