using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Desk;
using NewsSite.Email;

namespace NewsSite.Web.Tests;

/// <summary>Readers get what was published, when it was to be, and nothing else, on either database.</summary>
public abstract class PublishingTests(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_see_a_draft_only_once_it_is_published_and_later_changes_only_once_they_are()
    {
        var editor = await newsroom.Editor("Publishing Pia");
        var content = await newsroom.Complete("Only once it is out");
        var id = await newsroom.Begun(editor, content);
        Assert.False(await newsroom.InDatabase(db => db.Articles.Published(newsroom.Clock.GetUtcNow().UtcDateTime).AnyAsync(a => a.Id == id, cancel)));

        var outcome = await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 1)], null, cancel));
        var path = await newsroom.PathOf(id);
        using var reader = newsroom.Reader();
        var page = await reader.GetStringAsync(path, cancel);
        await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 1, Content = content with { Body = "Not for readers yet.\n" } }, cancel));
        newsroom.Forget();
        var still = await reader.GetStringAsync(path, cancel);
        await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 2)], new PublishedChange(true, CorrectionKind.Correction, "We said it wrong."), cancel));
        newsroom.Forget();
        var changed = await reader.GetStringAsync(path, cancel);

        Assert.Null(outcome.Why);
        Assert.Contains("Another paragraph.", page, StringComparison.Ordinal);
        Assert.Contains("By kind permission.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for readers yet.", still, StringComparison.Ordinal);
        Assert.Contains("Not for readers yet.", changed, StringComparison.Ordinal);
        Assert.Contains("We said it wrong.", changed, StringComparison.Ordinal);
        Assert.Equal(2, await newsroom.InDatabase(db => db.Corrections.Where(c => c.ArticleId == id).Select(c => c.Revision).SingleAsync(cancel)));
    }

    [Fact]
    public async Task A_correction_shows_the_paragraph_that_changed_wherever_it_is_told()
    {
        var editor = await newsroom.Editor("Correcting Cora");
        var (id, path) = await newsroom.Out(editor, "Corrected with a difference");
        var content = await newsroom.Complete("Corrected with a difference") with { Body = "One paragraph.\n\nAnother *longer* paragraph.\n\nThe last one.\n" };
        using var reader = newsroom.Reader();
        using var nothingYet = await reader.GetAsync($"{path}/changes", cancel);

        await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 1, Content = content }, cancel));
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 2)], new PublishedChange(true, CorrectionKind.Correction, "It was longer."), cancel))).Why);
        await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 2, Content = content with { Standfirst = "Secret so far." } }, cancel));
        newsroom.Forget();

        Assert.Equal(HttpStatusCode.NotFound, nothingYet.StatusCode);
        foreach (var page in new[] { path, "/corrections", $"{path}/changes" })
        {
            var html = await reader.GetStringAsync(page, cancel);
            Assert.Contains("It was longer.", html, StringComparison.Ordinal);
            Assert.Contains("<ins>longer </ins>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Secret so far.", html, StringComparison.Ordinal);
        }

        Assert.Contains($"href=\"{path}/changes\"", await reader.GetStringAsync(path, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_around_the_words_is_told_too()
    {
        var editor = await newsroom.Editor("Changing Chiara");
        var (id, path) = await newsroom.Out(editor, "Changed around its words");
        var content = await newsroom.Complete("Changed around its words");
        await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 1, Content = content with { Credits = [content.Credits[0], content.Credits[1], new ContentCredit(NewsSite.Credits.CreditRole.Editor, content.Credits[0].ContributorId)] } }, cancel));
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 2)], new PublishedChange(true, null, null), cancel))).Why);
        newsroom.Forget();
        using var reader = newsroom.Reader();

        Assert.Contains($"href=\"{path}/changes\"", await reader.GetStringAsync(path, cancel), StringComparison.Ordinal);
        Assert.Contains("The words stayed.", await reader.GetStringAsync($"{path}/changes", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_from_the_editor_saves_first_what_is_typed()
    {
        var editor = await newsroom.Editor("Speedy Sven");
        var id = await newsroom.Begun(editor, await newsroom.Complete("Typed and not saved"));
        using var browser = newsroom.As(editor.AccountId);

        using var answer = await browser.Submit($"/desk/articles/{id}", ("base", "1"), ("headline", "Typed and not saved"), ("body", "The very last words."), ("then", "publish"));

        Assert.Equal($"/desk/articles/{id}/publish", answer.Headers.Location?.ToString());
        Assert.Contains("The very last words.", (await newsroom.Use((Drafting d) => d.RevisionAsync(id, 2, cancel)))!.Content.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("atom", "application/atom+xml")]
    [InlineData("rss", "application/rss+xml")]
    public async Task Corrections_come_as_a_feed_whose_entries_keep_their_name(string format, string type)
    {
        var editor = await newsroom.Editor($"Feeding {format}");
        var (id, path) = await newsroom.Out(editor, $"Fed by {format} <&>");
        Assert.Null(await newsroom.Use((PublishedPieces p) => p.CorrectAsync(editor, id, CorrectionKind.Clarification, "Told <apart> & clearly.", cancel)));
        var note = await newsroom.InDatabase(db => db.Corrections.Where(c => c.ArticleId == id).Select(c => c.Id).SingleAsync(cancel));
        using var reader = newsroom.Reader();

        using var answer = await reader.GetAsync($"/corrections/feed.{format}", cancel);
        var again = await reader.GetAsync($"/corrections/feed.{format}?language=uk", cancel);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(answer.Headers, h => h.Key == "Set-Cookie");
        using var text = new StringReader(await answer.Content.ReadAsStringAsync(cancel));
        using var xml = System.Xml.XmlReader.Create(text);
        var item = System.ServiceModel.Syndication.SyndicationFeed.Load(xml).Items.Single(i => i.Id.EndsWith($"#note-{note}", StringComparison.Ordinal));
        Assert.Equal($"Clarification: Fed by {format} <&>", item.Title.Text);
        Assert.EndsWith($"{path}#corrections", item.Links[0].Uri.ToString(), StringComparison.Ordinal);
        var said = ((System.ServiceModel.Syndication.TextSyndicationContent?)item.Content ?? item.Summary).Text;
        Assert.Contains("Told &lt;apart&gt; &amp; clearly.", said, StringComparison.Ordinal);
        Assert.Contains("Уточнення", await again.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/corrections/feed.exe", cancel)).StatusCode);
    }

    [Fact]
    public async Task A_public_note_is_added_at_the_desk_and_a_refused_one_is_not_lost()
    {
        var editor = await newsroom.Editor("Noting Nell");
        var (id, path) = await newsroom.Out(editor, "Noted at the desk");
        using var browser = newsroom.As(editor.AccountId);

        using var empty = await browser.Submit($"/desk/articles/{id}/correct", ("kind", "Update"), ("note", "  "));
        using var done = await browser.Submit($"/desk/articles/{id}/correct", ("kind", "Update"), ("note", "Since then it rained."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        newsroom.Forget();
        using var reader = newsroom.Reader();
        Assert.Contains("Since then it rained.", await reader.GetStringAsync(path, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_date_leaves_a_redirect_and_may_not_lie_ahead()
    {
        var editor = await newsroom.Editor("Redating Rita");
        var (id, path) = await newsroom.Out(editor, "Dated anew");

        Assert.Equal(DeskRefusal.TimeAhead, await newsroom.Use((PublishedPieces p) => p.RedateAsync(editor, id, newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(2), cancel)));
        Assert.Null(await newsroom.Use((PublishedPieces p) => p.RedateAsync(editor, id, new DateTime(2026, 3, 4, 9, 0, 0, DateTimeKind.Utc), cancel)));

        newsroom.Forget();
        using var reader = newsroom.Reader();
        using var old = await reader.GetAsync(path, cancel);
        using var here = await reader.GetAsync("/2026/03/04/dated-anew", cancel);
        Assert.Equal("/2026/03/04/dated-anew", old.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
    }

    [Fact]
    public async Task What_stops_a_piece_is_named_and_it_stays_a_draft()
    {
        var editor = await newsroom.Editor("Stopping Stan");
        var content = await newsroom.Complete("Stopped") with { Headline = "", SectionId = null, Credits = [] };
        var id = await newsroom.Begun(editor, content with { Source = content.Source! with { Url = null, PublishedOn = null, Permission = Sources.PermissionState.Requested } });

        var outcome = await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 1)], null, cancel));

        Assert.Equal(DeskRefusal.NotReady, outcome.Why);
        Assert.Equal(["NoHeadline", "NoSection", "SlugMissing", "NoAuthor", "NoSourceAddress", "NoSourceDate", "NoPermission", "NoTranslator"], outcome.Findings.Select(f => f.Check));
        Assert.Equal(ArticleStatus.Draft, await newsroom.InDatabase(db => db.Articles.Where(a => a.Id == id).Select(a => a.Status).SingleAsync(cancel)));
    }

    [Fact]
    public async Task A_translator_publishes_nothing()
    {
        var translator = await newsroom.Translator("Patient Pavlo", "en");
        var id = await newsroom.Begun(translator, await newsroom.Complete("Not by translators"));

        Assert.Equal(DeskRefusal.NotAllowed, (await newsroom.Use((Publishing p) => p.PublishAsync(translator, [(id, 1)], null, cancel))).Why);
        Assert.Equal(DeskRefusal.NotAllowed, (await newsroom.Use((Publishing p) => p.ScheduleAsync(translator, [(id, 1)], newsroom.Clock.GetUtcNow().UtcDateTime.AddHours(1), cancel))).Why);
        Assert.Equal(DeskRefusal.NotAllowed, await newsroom.Use((Publishing p) => p.EmbargoAsync(translator, id, false, null, null, cancel)));
        Assert.Equal(DeskRefusal.NotAllowed, await newsroom.Use((PublishedPieces p) => p.WithdrawAsync(translator, id, "x", cancel)));
        Assert.Equal(DeskRefusal.NotAllowed, await newsroom.Use((PublishedPieces p) => p.CorrectAsync(translator, id, CorrectionKind.Update, "x", cancel)));
    }

    [Fact]
    public async Task A_new_slug_leaves_a_redirect_and_chains_collapse()
    {
        var editor = await newsroom.Editor("Renaming Rena");
        var (id, first) = await newsroom.Out(editor, "Renamed twice");
        var content = await newsroom.Complete("Renamed twice");
        foreach (var slug in new[] { "second-name", "third-name" })
        {
            var from = await newsroom.InDatabase(db => db.Assignments.Where(a => a.ArticleId == id).Select(a => a.LatestRevision).SingleAsync(cancel));
            var saved = (DraftOutcome.Kept)await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = from, Content = content with { Slug = slug } }, cancel));
            Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, saved.Number)], null, cancel))).Why);
        }

        var third = await newsroom.PathOf(id);
        using var reader = newsroom.Reader();
        foreach (var old in new[] { first, third.Replace("third", "second", StringComparison.Ordinal) })
        {
            using var answer = await reader.GetAsync(old, cancel);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(third, answer.Headers.Location!.ToString());
        }

        // Back to the first name: its redirect goes, or it would lead to itself.
        var back = (DraftOutcome.Kept)await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 3, Content = content with { Slug = first.Split('/')[^1] } }, cancel));
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, back.Number)], null, cancel))).Why);
        newsroom.Forget();
        using var here = await reader.GetAsync(first, cancel);
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_piece_says_so_at_its_address()
    {
        var editor = await newsroom.Editor("Withdrawing Wil");
        var (id, path) = await newsroom.Out(editor, "Taken back later");

        Assert.Null(await newsroom.Use((PublishedPieces p) => p.WithdrawAsync(editor, id, "The author asked us to.", cancel)));

        newsroom.Forget();
        using var reader = newsroom.Reader();
        using var gone = await reader.GetAsync(path, cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("The author asked us to.", await gone.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_piece_appears_when_due_also_after_downtime_once_with_its_mail()
    {
        var editor = await newsroom.Editor("Scheduling Sol");
        var content = await newsroom.Complete("Due at noon");
        var contributor = content.Credits[1].ContributorId!.Value;
        await newsroom.InDatabase(async db =>
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == editor.AccountId);
            account.Contributor = await db.Contributors.SingleAsync(c => c.Id == contributor);
            return await db.SaveChangesAsync();
        });
        var id = await newsroom.Begun(editor, content);
        await Ready(editor, id);
        var at = newsroom.Clock.GetUtcNow().UtcDateTime.AddHours(2);

        Assert.Null((await newsroom.Use((Publishing p) => p.ScheduleAsync(editor, [(id, 1)], at, cancel))).Why);
        var early = await newsroom.Use((Publishing p) => p.PublishDueAsync(cancel));
        newsroom.Clock.Advance(TimeSpan.FromHours(30));
        var due = await newsroom.Use((Publishing p) => p.PublishDueAsync(cancel));
        var again = await newsroom.Use((Publishing p) => p.PublishDueAsync(cancel));

        Assert.DoesNotContain(id, early);
        Assert.Contains(id, due);
        Assert.DoesNotContain(id, again);
        Assert.Equal(at, await newsroom.InDatabase(db => db.Articles.Where(a => a.Id == id).Select(a => a.PublishedAt).SingleAsync(cancel)));
        Assert.Equal(1, await newsroom.InDatabase(db => db.Outbox.CountAsync(m => m.Kind == MailKind.Publication && m.Recipient == Visitors.AddressOf("Scheduling Sol"), cancel)));
        Assert.Equal(1, await newsroom.InDatabase(db => db.PublicChanges.CountAsync(c => c.ArticleId == id, cancel)));
    }

    [Fact]
    public async Task Language_versions_appear_together_or_not_at_all()
    {
        var editor = await newsroom.Editor("Together Tara");
        var content = await newsroom.Complete("Together");
        var (one, two) = (await newsroom.Begun(editor, content), await newsroom.Begun(editor, content with { Headline = "Разом", Source = null }, "uk"));
        await Ready(editor, one);
        await Ready(editor, two);
        var at = newsroom.Clock.GetUtcNow().UtcDateTime.AddHours(1);
        Assert.Null((await newsroom.Use((Publishing p) => p.ScheduleAsync(editor, [(one, 1), (two, 1)], at, cancel))).Why);

        // What makes one of them impossible at the last moment keeps both back.
        await newsroom.InDatabase(db => db.Assignments.Where(a => a.ArticleId == two).ExecuteUpdateAsync(set => set.SetProperty(a => a.ScheduledRevision, 99), cancel));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        var due = await newsroom.Use((Publishing p) => p.PublishDueAsync(cancel));

        Assert.Empty(due.Intersect([one, two]));
        Assert.All(await newsroom.InDatabase(db => db.Assignments.Where(a => a.ArticleId == one || a.ArticleId == two).Select(a => a.Stage).ToListAsync(cancel)), s => Assert.Equal(WorkStage.Ready, s));
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(one, 1), (two, 1)], null, cancel))).Why);
    }

    [Fact]
    public async Task An_embargo_keeps_a_piece_back_and_takes_a_schedule_that_is_too_early()
    {
        var editor = await newsroom.Editor("Embargoed Emma");
        var id = await newsroom.Begun(editor, await newsroom.Complete("Kept back"));
        await Ready(editor, id);
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        Assert.Null((await newsroom.Use((Publishing p) => p.ScheduleAsync(editor, [(id, 1)], now.AddHours(1), cancel))).Why);

        Assert.Null(await newsroom.Use((Publishing p) => p.EmbargoAsync(editor, id, true, now.AddHours(5), "Agreed with the outlet", cancel)));
        var stage = await newsroom.InDatabase(db => db.Assignments.Where(a => a.ArticleId == id).Select(a => a.Stage).SingleAsync(cancel));
        var tooEarly = await newsroom.Use((Publishing p) => p.ScheduleAsync(editor, [(id, 1)], now.AddHours(4), cancel));
        var after = await newsroom.Use((Publishing p) => p.ScheduleAsync(editor, [(id, 1)], now.AddHours(6), cancel));
        Assert.Null(await newsroom.Use((Publishing p) => p.EmbargoAsync(editor, id, true, null, null, cancel)));
        var never = await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 1)], null, cancel));
        Assert.Null(await newsroom.Use((Publishing p) => p.EmbargoAsync(editor, id, false, null, null, cancel)));
        var free = await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 1)], null, cancel));

        Assert.Equal(WorkStage.Ready, stage);
        Assert.Equal(DeskRefusal.Embargoed, tooEarly.Why);
        Assert.Null(after.Why);
        Assert.Equal(DeskRefusal.Embargoed, never.Why);
        Assert.Null(free.Why);
    }

    [Fact]
    public async Task A_piece_of_the_sample_is_opened_changed_and_published_without_losing_anything()
    {
        var editor = await newsroom.Editor("Opening Olena");
        var id = await newsroom.InDatabase(db => db.Articles.Where(a => a.Status == ArticleStatus.Published && a.Source != null && a.Picture != null && !db.Assignments.Any(w => w.ArticleId == a.Id)).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(cancel));
        var path = await newsroom.PathOf(id);
        using var reader = newsroom.Reader();
        var before = await reader.GetStringAsync(path, cancel);
        await newsroom.InDatabase(db => db.Sources.Where(s => s.ArticleId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.PermissionState, Sources.PermissionState.Granted), cancel));

        var assignment = await newsroom.Use((Drafting d) => d.OpenAsync(id, cancel));
        var outcome = await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 1)], null, cancel));
        newsroom.Forget();
        var after = await reader.GetStringAsync(path, cancel);

        Assert.Equal(WorkStage.Published, assignment!.Stage);
        Assert.Equal([], outcome.Findings);
        Assert.Equal(before, after);
    }

    private async Task Ready(DeskActor editor, int id)
    {
        foreach (var stage in new[] { WorkStage.Claimed, WorkStage.Translating, WorkStage.InEdit, WorkStage.Ready })
        {
            Assert.Null(await newsroom.Use((Workflow w) => w.MoveAsync(editor, id, stage, null, cancel)));
        }
    }
}

public sealed class PublishingTestsOnSqlite(SqliteNewsroom newsroom) : PublishingTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class PublishingTestsOnPostgres : PublishingTests
{
    public PublishingTestsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
