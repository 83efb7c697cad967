using Microsoft.EntityFrameworkCore;
using NewsSite.Desk;

namespace NewsSite.Web.Tests;

/// <summary>What is typed at the desk is kept, joined, and never shown, on either database.</summary>
public abstract class DraftingTests(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_two_people_type_in_different_paragraphs_is_joined()
    {
        var (one, two) = (await newsroom.Editor("Joining June"), await newsroom.Editor("Joining Jon"));
        var content = await newsroom.Complete("Joined by two");
        var id = await newsroom.Begun(one, content);

        var first = Assert.IsType<DraftOutcome.Kept>(await Save(one, id, 1, content with { Body = "One paragraph, longer.\n\nAnother paragraph.\n\nThe last one.\n" }, "june"));
        var second = Assert.IsType<DraftOutcome.Kept>(await Save(two, id, 1, content with { Headline = "Joined by both", Body = "One paragraph.\n\nAnother paragraph.\n\nThe very last one.\n" }, "jon"));

        Assert.False(first.IsJoined);
        Assert.True(second.IsJoined);
        Assert.Equal("One paragraph, longer.\n\nAnother paragraph.\n\nThe very last one.\n", second.Content.Body);
        Assert.Equal("Joined by both", second.Content.Headline);
        Assert.Equal(3, second.Number);
    }

    [Fact]
    public async Task What_two_people_type_in_the_same_paragraph_is_kept_aside_until_somebody_decides()
    {
        var (one, two) = (await newsroom.Editor("Clashing Cleo"), await newsroom.Editor("Clashing Carl"));
        var content = await newsroom.Complete("Clashed over");
        var id = await newsroom.Begun(one, content);
        await Save(one, id, 1, content with { Body = "Cleo's paragraph.\n\nAnother paragraph.\n\nThe last one.\n" }, "cleo");

        var clash = Assert.IsType<DraftOutcome.Aside>(await Save(two, id, 1, content with { Body = "Carl's paragraph.\n\nAnother paragraph.\n\nThe last one.\n" }, "carl"));
        var longer = Assert.IsType<DraftOutcome.Aside>(await Save(two, id, 1, content with { Body = "Carl's paragraph, longer.\n\nAnother paragraph.\n\nThe last one.\n" }, "carl"));
        var open = await Asides(id);
        var settled = Assert.IsType<DraftOutcome.Kept>(await newsroom.Use((Drafting d) => d.SaveAsync(two, new DraftSave
        {
            ArticleId = id, Base = longer.Latest.Number, Content = content with { Body = "Cleo's and Carl's paragraph.\n\nAnother paragraph.\n\nThe last one.\n" }, Session = "carl", Settles = longer.Number,
        }, cancel)));

        Assert.Equal(["body"], clash.Disagreements);
        Assert.StartsWith("Cleo's", clash.Latest.Content.Body, StringComparison.Ordinal);
        Assert.Equal([longer.Number], open);
        Assert.Empty(await Asides(id));
        Assert.StartsWith("Cleo's and Carl's", settled.Content.Body, StringComparison.Ordinal);
        var aside = await newsroom.Use((Drafting d) => d.RevisionAsync(id, longer.Number, cancel));
        Assert.StartsWith("Carl's paragraph, longer", aside!.Content.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_saves_at_once_lose_none_of_what_was_typed()
    {
        var actor = await newsroom.Editor("Busy Bela");
        var lines = Enumerable.Range(0, 16).Select(i => $"Paragraph {i}.").ToList();
        var content = await newsroom.Complete("Typed by sixteen") with { Body = string.Join("\n\n", lines) + "\n" };
        var id = await newsroom.Begun(actor, content);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            Save(actor, id, 1, content with { Body = string.Join("\n\n", lines.Select((l, at) => at == i * 2 ? $"Typed by {i}." : l)) + "\n" }, $"page{i}"), cancel)));

        var latest = await Latest(id);
        Assert.All(outcomes, o => Assert.IsType<DraftOutcome.Kept>(o));
        Assert.All(Enumerable.Range(0, 8), i => Assert.Contains($"Typed by {i}.", latest.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restoring_makes_a_new_revision_and_nothing_in_between_goes()
    {
        var actor = await newsroom.Editor("Restoring Rosa");
        var content = await newsroom.Complete("Restored");
        var id = await newsroom.Begun(actor, content);
        await Save(actor, id, 1, content with { Body = "Worse.\n" }, "rosa");

        var restored = Assert.IsType<DraftOutcome.Kept>(await newsroom.Use((Drafting d) => d.RestoreAsync(actor, id, 1, "It was better", cancel)));

        Assert.Equal(3, restored.Number);
        Assert.Equal(content.Body, (await Latest(id)).Body);
        Assert.Equal(3, await newsroom.InDatabase(db => db.ArticleRevisions.CountAsync(r => r.ArticleId == id, cancel)));
    }

    [Fact]
    public async Task The_originals_text_is_kept_beside_and_stored_once()
    {
        var actor = await newsroom.Editor("Original Olha");
        var content = await newsroom.Complete("With an original");
        var id = await newsroom.Begun(actor, content);

        await Save(actor, id, 1, content, "olha", "Перший абзац.\nДругий абзац.");
        await Save(actor, id, 2, content with { Headline = "With its original" }, "olha", "Перший абзац.\nДругий абзац.");

        Assert.Equal(1, await newsroom.InDatabase(db => db.OriginalTexts.CountAsync(o => o.ArticleId == id, cancel)));
        Assert.NotNull((await Latest(id)).OriginalId);
    }

    [Fact]
    public async Task A_translator_writes_in_their_language_until_it_is_handed_in_and_where_nobody_else_has_the_claim()
    {
        var (anna, bohdan) = (await newsroom.Translator("Writing Anna", "en"), await newsroom.Translator("Writing Bohdan", "en"));
        var german = await newsroom.Translator("Writing Greta", "de");
        var content = await newsroom.Complete("Whose turn it is");
        var id = await newsroom.Begun(anna, content);

        var foreign = await Save(german, id, 1, content with { Headline = "x" }, "g");
        await newsroom.Use((Workflow w) => w.MoveAsync(anna, id, WorkStage.Claimed, null, cancel));
        var others = await Save(bohdan, id, 1, content with { Headline = "y" }, "b");
        var own = await Save(anna, id, 1, content with { Headline = "Whose turn it is now" }, "a");
        await newsroom.Use((Workflow w) => w.MoveAsync(anna, id, WorkStage.Translating, null, cancel));
        await newsroom.Use((Workflow w) => w.MoveAsync(anna, id, WorkStage.InEdit, null, cancel));
        var late = await Save(anna, id, 2, content with { Headline = "z" }, "a");

        Assert.Equal(DeskRefusal.NotAllowed, Assert.IsType<DraftOutcome.Refused>(foreign).Why);
        Assert.Equal(DeskRefusal.HeldByOther, Assert.IsType<DraftOutcome.Refused>(others).Why);
        Assert.IsType<DraftOutcome.Kept>(own);
        Assert.Equal(DeskRefusal.NotAllowed, Assert.IsType<DraftOutcome.Refused>(late).Why);
    }

    [Fact]
    public async Task A_claim_ends_with_its_week_and_is_in_the_log()
    {
        var anna = await newsroom.Translator("Claiming Clio", "en");
        var id = await newsroom.Begun(anna, await newsroom.Complete("Claimed and forgotten"));
        Assert.Null(await newsroom.Use((Workflow w) => w.MoveAsync(anna, id, WorkStage.Claimed, null, cancel)));

        newsroom.Clock.Advance(Assignment.ClaimLength + TimeSpan.FromMinutes(1));
        await newsroom.Use(async (Workflow w) =>
        {
            await w.ExpireClaimsAsync(newsroom.Clock.GetUtcNow().UtcDateTime, cancel);
            return 0;
        });

        var assignment = await newsroom.InDatabase(db => db.Assignments.AsNoTracking().SingleAsync(a => a.ArticleId == id, cancel));
        Assert.Equal(WorkStage.Suggested, assignment.Stage);
        Assert.Null(assignment.HolderId);
        Assert.Equal(3, await newsroom.InDatabase(db => db.DeskLog.CountAsync(e => e.Thing == DeskThing.Article && e.ThingId == id, cancel)));
    }

    [Fact]
    public async Task Autosaves_are_thinned_out_when_their_day_is_over_and_what_was_saved_by_hand_stays()
    {
        var actor = await newsroom.Editor("Thrifty Thea");
        var content = await newsroom.Complete("Thinned out");
        var id = await newsroom.Begun(actor, content);
        for (var i = 1; i <= 5; i++)
        {
            await newsroom.Use((Drafting d) => d.SaveAsync(actor, new DraftSave { ArticleId = id, Base = i, Content = content with { Standfirst = $"{i}" }, Kind = i == 3 ? RevisionKind.Saved : RevisionKind.Autosave, Session = "thea" }, cancel));
        }

        newsroom.Clock.Advance(Workflow.AutosavesKept + TimeSpan.FromHours(1));
        await newsroom.Use(async (Workflow w) =>
        {
            await w.ThinAutosavesAsync(newsroom.Clock.GetUtcNow().UtcDateTime, cancel);
            return 0;
        });

        // The first, the one saved by hand, the last of the autosaves before it in these ten minutes, and the latest.
        var left = await newsroom.InDatabase(db => db.ArticleRevisions.Where(r => r.ArticleId == id).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(cancel));
        Assert.Contains(1, left);
        Assert.Contains(4, left);
        Assert.Contains(6, left);
        Assert.True(left.Count < 6);
    }

    private Task<DraftOutcome> Save(DeskActor actor, int id, int from, ArticleContent content, string session, string? original = null) => newsroom.Use((Drafting d) => d.SaveAsync(
        actor, new DraftSave { ArticleId = id, Base = from, Content = content, Kind = RevisionKind.Autosave, Session = session, Original = original }, cancel));

    private async Task<ArticleContent> Latest(int id) => await newsroom.InDatabase(async db =>
        (await db.ArticleRevisions.SingleAsync(r => r.ArticleId == id && r.Number == db.Assignments.Single(a => a.ArticleId == id).LatestRevision, cancel)).Content);

    private Task<List<int>> Asides(int id) => newsroom.InDatabase(db => db.ArticleRevisions.Where(r => r.ArticleId == id && r.Kind == RevisionKind.Aside && r.SettledAt == null).Select(r => r.Number).ToListAsync(cancel));
}

public sealed class DraftingTestsOnSqlite(SqliteNewsroom newsroom) : DraftingTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class DraftingTestsOnPostgres : DraftingTests
{
    public DraftingTestsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
