using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Credits;
using NewsSite.Desk;

namespace NewsSite.Web.Tests;

/// <summary>A version knows which of our texts it was translated from, also by way of a third language, on either database.</summary>
public abstract class TranslationBasisTests(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_begun_from_another_knows_the_revision_and_readers_are_told_by_way_of_which_language()
    {
        var (actor, account) = await Editor("Relay Rita");
        var (first, path) = await newsroom.Out(actor, "Carried over once");
        using var editor = newsroom.As(account);

        var (id, desk) = await Begin(editor, "ar", first);
        var page = WebUtility.HtmlDecode(await editor.GetStringAsync(desk, cancel));
        await Finish(actor, id, "نص ثان.\n");
        using var reader = newsroom.Reader();
        var seen = await reader.GetStringAsync(await newsroom.PathOf(id), cancel);

        Assert.Equal(new ContentBasis(first, 1), await BasisOf(id));
        Assert.Contains("Our version: English, revision 1", page, StringComparison.Ordinal);
        Assert.Contains("One paragraph.\n\nAnother paragraph.", page, StringComparison.Ordinal);
        // The author wrote in Ukrainian, so English is only the way.
        Assert.Contains("<dt>عبر</dt>", seen, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{path}\" hreflang=\"en\">نسختنا: الإنجليزية</a>", seen, StringComparison.Ordinal);
        var stored = await newsroom.InDatabase(db => db.Articles.Where(a => a.Id == id).Select(a => new { a.BasisId, a.BasisRevision }).SingleAsync(cancel));
        Assert.Equal((first, 1), (stored.BasisId, stored.BasisRevision));
    }

    [Fact]
    public async Task A_piece_of_our_own_translated_here_says_from_which_language_and_needs_a_translator()
    {
        var (actor, account) = await Editor("Relay Rosa");
        var own = (await newsroom.Complete("Written here first")) with { Source = null };
        own = own with { Credits = [.. own.Credits.Where(c => c.Role == CreditRole.Author)] };
        var first = await newsroom.Begun(actor, own);
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(actor, [(first, 1)]))).Why);
        using var editor = newsroom.As(account);

        var (id, desk) = await Begin(editor, "uk", first);
        var content = (await newsroom.Use((Drafting d) => d.RevisionAsync(id, 1, cancel)))!.Content with { Body = "Абзац.\n", Headline = "Спершу тут" };
        await newsroom.Use((Drafting d) => d.SaveAsync(actor, new DraftSave { ArticleId = id, Base = 1, Content = content }, cancel));
        var page = await editor.GetStringAsync(desk, cancel);
        var translator = await newsroom.InDatabase(db => db.Contributors.OrderBy(c => c.Id).Skip(1).Select(c => c.Id).FirstAsync(cancel));
        await newsroom.Use((Drafting d) => d.SaveAsync(actor, new DraftSave { ArticleId = id, Base = 2, Content = content with { Credits = [.. content.Credits, new ContentCredit(CreditRole.Translator, translator)] } }, cancel));
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(actor, [(id, 3)]))).Why);
        using var reader = newsroom.Reader();
        var seen = await reader.GetStringAsync(await newsroom.PathOf(id), cancel);

        Assert.Contains("Credit the translator.", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Перекладено з</dt>", seen, StringComparison.Ordinal);
        Assert.Contains("Переклад з англійської", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_says_when_the_version_it_was_translated_from_has_changed_and_shows_what()
    {
        var (actor, account) = await Editor("Relay Ruth");
        var (first, _) = await newsroom.Out(actor, "Changed after it was translated");
        using var editor = newsroom.As(account);
        var (id, desk) = await Begin(editor, "uk", first);
        var changed = (await newsroom.Use((Drafting d) => d.RevisionAsync(first, 1, cancel)))!.Content with { Body = "One paragraph.\n\nAnother paragraph, put right.\n\nThe last one.\n" };

        // A draft readers do not have yet is nothing to follow.
        await newsroom.Use((Drafting d) => d.SaveAsync(actor, new DraftSave { ArticleId = first, Base = 1, Content = changed }, cancel));
        var before = await editor.GetStringAsync(desk, cancel);
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(actor, [(first, 2)]))).Why);
        var after = await editor.GetStringAsync(desk, cancel);
        var difference = await editor.GetStringAsync($"{desk}/basis", cancel);
        using var followed = await editor.Submit(desk, ("headline", "Змінено"), ("body", "Абзац."), ("basis", $"{first}.2"));
        var settled = await editor.GetStringAsync(desk, cancel);

        Assert.DoesNotContain("has changed since", before, StringComparison.Ordinal);
        Assert.Contains("The version this was translated from has changed since", after, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{first}.2\">", after, StringComparison.Ordinal);
        Assert.Contains("<ins>", difference, StringComparison.Ordinal);
        Assert.Contains("put right", difference, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, followed.StatusCode);
        Assert.DoesNotContain("has changed since", settled, StringComparison.Ordinal);
        Assert.Equal(new ContentBasis(first, 2), await BasisOf(id));
    }

    [Fact]
    public async Task A_translator_begins_from_what_readers_have_by_its_address_and_from_no_draft_of_others()
    {
        var (actor, _) = await Editor("Relay Rhea");
        var (first, path) = await newsroom.Out(actor, "Found by its address");
        var draft = await newsroom.Begun(actor, await newsroom.Complete("Nobody else’s business"));
        var translator = await newsroom.Account("Relay Rui", AccountRole.Translator);
        await newsroom.InDatabase(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == translator, cancel)).Languages.Add(new AccountLanguage("ar"));
            return await db.SaveChangesAsync(cancel);
        });
        using var browser = newsroom.As(translator);

        using var begun = await browser.Submit("/desk/articles/new", ("tongue", "ar"), ("ours", $"http://localhost{path}?from=front"));
        var desk = begun.Headers.Location!.ToString();
        using var nowhere = await browser.Submit("/desk/articles/new", ("tongue", "ar"), ("headline", "Typed"), ("ours", "https://elsewhere.example/2026/11/01/piece"));
        using var secret = await browser.Submit("/desk/articles/new", ("tongue", "ar"), ("versionOf", $"{draft}"));
        using var forged = await browser.Submit(desk, ("headline", "عنوان"), ("body", "نص."), ("basis", $"{draft}.1"));
        var page = await browser.GetStringAsync(desk, cancel);

        Assert.Equal(new ContentBasis(first, 1), await BasisOf(int.Parse(desk.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("No piece readers have is at that address", await nowhere.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Contains("Typed", await nowhere.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, secret.StatusCode);
        Assert.DoesNotContain("Nobody else", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_somebody_translated_from_outlives_the_thinning_of_autosaves()
    {
        var (actor, account) = await Editor("Relay Rolf");
        var content = await newsroom.Complete("Kept for its translation");
        var first = await newsroom.Begun(actor, content);
        for (var n = 1; n <= 8; n++)
        {
            await newsroom.Use((Drafting d) => d.SaveAsync(actor, new DraftSave { ArticleId = first, Base = n, Content = content with { Body = $"Typed {n}.\n" }, Kind = RevisionKind.Autosave, Session = "rolf" }, cancel));
            if (n == 1)
            {
                using var editor = newsroom.As(account);
                await Begin(editor, "uk", first);
            }
        }

        await newsroom.Use(async (Workflow w) =>
        {
            await w.ThinAutosavesAsync(newsroom.Clock.GetUtcNow().UtcDateTime.AddHours(25), cancel);
            return 0;
        });

        var left = await newsroom.InDatabase(db => db.ArticleRevisions.Where(r => r.ArticleId == first).Select(r => r.Number).ToListAsync(cancel));
        Assert.Contains(2, left);
        Assert.True(left.Count < 9);
    }

    private async Task<(DeskActor Actor, int Account)> Editor(string name)
    {
        var actor = await newsroom.Editor(name);
        return (actor, actor.AccountId);
    }

    private static async Task<(int Id, string Desk)> Begin(HttpClient editor, string language, int first)
    {
        using var begun = await editor.Submit($"/desk/articles/new?versionOf={first}", ("tongue", language));
        var desk = begun.Headers.Location!.ToString();
        return (int.Parse(desk.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture), desk);
    }

    /// <summary>Writes and publishes it.</summary>
    private async Task Finish(DeskActor actor, int id, string body)
    {
        var content = (await newsroom.Use((Drafting d) => d.RevisionAsync(id, 1, cancel)))!.Content;
        var translator = await newsroom.InDatabase(db => db.Contributors.OrderBy(c => c.Id).Skip(1).Select(c => c.Id).FirstAsync(cancel));
        content = content with { Headline = $"Version {id}", Body = body, Credits = [.. content.Credits, new ContentCredit(CreditRole.Translator, translator)] };
        await newsroom.Use((Drafting d) => d.SaveAsync(actor, new DraftSave { ArticleId = id, Base = 1, Content = content }, cancel));
        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(actor, [(id, 2)]))).Why);
    }

    private async Task<ContentBasis?> BasisOf(int id) => (await newsroom.InDatabase(async db =>
        await db.ArticleRevisions.AsNoTracking().Where(r => r.ArticleId == id).OrderByDescending(r => r.Number).FirstAsync(cancel))).Content.Basis;
}

public sealed class TranslationBasisTestsOnSqlite(SqliteNewsroom newsroom) : TranslationBasisTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class TranslationBasisTestsOnPostgres : TranslationBasisTests
{
    public TranslationBasisTestsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
