using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Moderation;

namespace NewsSite.Web.Tests;

/// <summary>Decisions and flags, on either database.</summary>
public abstract class ModeratingTests(Newsroom newsroom) : ModerationStage(newsroom)
{
    [Fact]
    public async Task An_approved_comment_is_seen_counted_logged_announced_and_its_writer_told()
    {
        var (article, address) = await Piece();
        var (writer, moderator) = (await Person("Wanda"), await Person("Mod", AccountRole.Moderator));
        var top = await Said(article, await Person("Tom"), "A first word.");
        var held = await Said(article, writer, "A held word.", CommentStatus.Held, top);
        using var reader = Newsroom.Reader();
        Assert.DoesNotContain("A held word.", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);

        var done = Assert.IsType<Decision.Done>(await Approve(held, moderator));

        Assert.Equal((ModerationAction.Approved, CommentStatus.Held, moderator), (done.Entry.Action, done.Entry.Before, done.Entry.ActorId));
        Assert.Equal(article, done.ArticleId);
        Assert.Equal(CommentStatus.Published, (await Find(held)).Status);
        Assert.Equal(2, await CountOf(article));
        Assert.Equal(1, (await Find(top)).ReplyCount);
        Assert.True(await Read(db => db.CommentNotices.AnyAsync(n => n.CommentId == held, Cancel)));
        var mail = await Mail(held);
        Assert.StartsWith("wanda", mail.Recipient, StringComparison.Ordinal);
        Assert.Contains("visible", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"/comments/{held}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("A held word.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_comment_leaves_the_reason_and_the_writer_is_told_how_to_answer()
    {
        var (article, address) = await Piece();
        var moderator = await Person("Mod", AccountRole.Moderator);
        var top = await Said(article, await Person("Tom"), "A rude word.");
        await Said(article, await Person("Rita"), "An answer.", parentId: top);
        using var reader = Newsroom.Reader();

        var done = Assert.IsType<Decision.Done>(await Remove(top, moderator, "It attacks a person."));

        Assert.Equal(ModerationAction.Removed, done.Entry.Action);
        Assert.Equal("It attacks a person.", (await Find(top)).RemovalReason);
        Assert.Equal(1, await CountOf(article));
        var page = await reader.GetStringAsync(address, Cancel);
        Assert.Contains("Removed by a moderator: It attacks a person.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A rude word.", page, StringComparison.Ordinal);
        Assert.Contains("An answer.", page, StringComparison.Ordinal);
        var mail = await Mail(top);
        Assert.Contains("The reason: It attacks a person.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("answer this mail", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_comment_is_refused_not_removed_and_a_guest_is_told_at_the_confirmed_address()
    {
        var (article, _) = await Piece("uk");
        var moderator = await Person("Mod", AccountRole.Moderator);
        var held = await Said(article, null, "A guest's word.", CommentStatus.Held, guest: "guest@guests.example");

        var done = Assert.IsType<Decision.Done>(await Remove(held, moderator, "Це реклама."));

        Assert.Equal(ModerationAction.Rejected, done.Entry.Action);
        Assert.Equal((CommentStatus.Rejected, "Це реклама."), ((await Find(held)).Status, (await Find(held)).RemovalReason));
        Assert.Equal(0, await CountOf(article));
        var mail = await Mail(held);
        Assert.Equal("guest@guests.example", mail.Recipient);
        Assert.Contains("Причина: Це реклама.", mail.Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Remove(held, moderator, " "));
    }

    [Fact]
    public async Task Of_moderators_at_once_one_decides_and_the_others_are_told_who()
    {
        var (article, _) = await Piece();
        var names = new[] { "Ada", "Bea", "Cid", "Dov", "Eva", "Fay" };
        var moderators = new List<int>();
        foreach (var name in names)
        {
            moderators.Add(await Person(name, AccountRole.Moderator));
        }

        var held = await Said(article, await Person("Wanda"), "A held word.", CommentStatus.Held);
        var seen = new SeenComment(held, CommentStatus.Held, 1);

        var decisions = await Task.WhenAll(moderators.Select((m, i) => Task.Run(() => i % 2 == 0
            ? Do<Moderating, Decision>(x => x.ApproveAsync(seen, m, Cancel))
            : Do<Moderating, Decision>(x => x.RemoveAsync(seen, m, "Spam.", Cancel)))));

        var done = Assert.Single(decisions.OfType<Decision.Done>());
        var winner = names[moderators.IndexOf(done.Entry.ActorId!.Value)];
        Assert.Equal(5, decisions.OfType<Decision.Already>().Count(a => a.By == winner && a.Action == done.Entry.Action));
        Assert.Equal(done.Entry.Action == ModerationAction.Approved ? 1 : 0, await CountOf(article));
        Assert.Equal(1, await Read(db => db.ModerationLog.CountAsync(e => e.CommentId == held && e.ActorId != null, Cancel)));
        await Mail(held);
    }

    [Fact]
    public async Task What_changed_since_it_was_seen_is_not_decided()
    {
        var (article, _) = await Piece();
        var moderator = await Person("Mod", AccountRole.Moderator);
        var held = await Said(article, await Person("Wanda"), "A held word.", CommentStatus.Held);
        await Read(db => db.Comments.Where(c => c.Id == held).ExecuteUpdateAsync(set => set.SetProperty(c => c.Revision, 2), Cancel));

        Assert.IsType<Decision.Changed>(await Approve(held, moderator));
        await Read(db => db.Comments.Where(c => c.Id == held).ExecuteUpdateAsync(set => set.SetProperty(c => c.Revision, 1).SetProperty(c => c.Status, CommentStatus.Withdrawn), Cancel));
        Assert.IsType<Decision.Changed>(await Approve(held, moderator));
        Assert.IsType<Decision.Changed>(await Do<Moderating, Decision>(m => m.ApproveAsync(new SeenComment(int.MaxValue, CommentStatus.Held, 1), moderator, Cancel)));
        Assert.Equal(0, await CountOf(article));
    }

    [Fact]
    public async Task An_undone_decision_puts_everything_back_and_is_a_line_of_its_own()
    {
        var (article, _) = await Piece();
        var moderator = await Person("Mod", AccountRole.Moderator);
        var top = await Said(article, await Person("Tom"), "A word.");
        var removed = Assert.IsType<Decision.Done>(await Remove(top, moderator, "Spam."));

        var undone = Assert.IsType<Decision.Done>(await Undo(removed.Entry.Id, moderator));

        Assert.Equal((ModerationAction.Undone, removed.Entry.Id, CommentStatus.Removed), (undone.Entry.Action, undone.Entry.UndoesId, undone.Entry.Before));
        Assert.Equal((CommentStatus.Published, null), ((await Find(top)).Status, (await Find(top)).RemovalReason));
        Assert.Equal(1, await CountOf(article));
        // The mail had not left, so there is nothing to take back.
        Assert.False(await Read(db => db.Outbox.AnyAsync(m => m.CommentId == top, Cancel)));
        Assert.Equal(ModerationAction.Undone, Assert.IsType<Decision.Already>(await Undo(removed.Entry.Id, moderator)).Action);
        Assert.IsType<Decision.Already>(await Undo(undone.Entry.Id, moderator));
    }

    [Fact]
    public async Task A_comment_is_announced_once_however_often_it_is_approved()
    {
        var (article, _) = await Piece();
        var moderator = await Person("Mod", AccountRole.Moderator);
        var held = await Said(article, await Person("Wanda"), "A held word.", CommentStatus.Held);

        var first = Assert.IsType<Decision.Done>(await Approve(held, moderator));
        await Undo(first.Entry.Id, moderator);
        Assert.Equal((CommentStatus.Held, 0), ((await Find(held)).Status, await CountOf(article)));
        Assert.False(await Read(db => db.CommentNotices.AnyAsync(n => n.CommentId == held, Cancel)));
        Assert.IsType<Decision.Done>(await Approve(held, moderator));
        Assert.True(await Read(db => db.CommentNotices.AnyAsync(n => n.CommentId == held, Cancel)));

        // Followers were told; held by flags and approved again, it is not news.
        await Read(db => db.CommentNotices.Where(n => n.CommentId == held).ExecuteDeleteAsync(Cancel));
        for (var i = 0; i < 3; i++)
        {
            await Flag(held, await Person($"Flagger{i}"));
        }

        Assert.Equal(CommentStatus.Held, (await Find(held)).Status);
        Assert.IsType<Decision.Done>(await Approve(held, moderator));
        Assert.False(await Read(db => db.CommentNotices.AnyAsync(n => n.CommentId == held, Cancel)));
    }

    [Fact]
    public async Task A_change_that_waits_is_approved_refused_or_undone_and_the_past_text_is_kept()
    {
        var (article, address) = await Piece();
        var moderator = await Person("Mod", AccountRole.Moderator);
        var said = await Said(article, await Person("Wanda"), "The old text.");
        var edit = await Changed(said, "The new text.");
        var seen = new SeenComment(said, CommentStatus.Published, 1, edit);
        using var reader = Newsroom.Reader();

        var approved = Assert.IsType<Decision.Done>(await Do<Moderating, Decision>(m => m.ApproveAsync(seen, moderator, Cancel)));
        Assert.Equal((2, "The new text."), ((await Find(said)).Revision, (await Find(said)).BodyMarkdown));
        Assert.Equal("The old text.", await Read(db => db.CommentRevisions.Where(r => r.CommentId == said && !r.Waits).Select(r => r.BodyMarkdown).SingleAsync(Cancel)));
        Assert.Contains("The new text.", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);
        Assert.IsType<Decision.Already>(await Do<Moderating, Decision>(m => m.ApproveAsync(seen, moderator, Cancel)));

        Assert.IsType<Decision.Done>(await Undo(approved.Entry.Id, moderator));
        Assert.Equal((1, "The old text.", null), ((await Find(said)).Revision, (await Find(said)).BodyMarkdown, (await Find(said)).EditedAt));
        var again = await Read(db => db.CommentRevisions.SingleAsync(r => r.CommentId == said, Cancel));
        Assert.Equal((true, 2, "The new text."), (again.Waits, again.Number, again.BodyMarkdown));

        var refused = Assert.IsType<Decision.Done>(await Do<Moderating, Decision>(m => m.RemoveAsync(seen with { EditId = again.Id }, moderator, "Spam.", Cancel)));
        Assert.Equal((1, CommentStatus.Published, "The old text."), ((await Find(said)).Revision, (await Find(said)).Status, (await Find(said)).BodyMarkdown));
        Assert.Equal("edit: The new text.", refused.Entry.Evidence);
        var mail = await Read(db => db.Outbox.Where(m => m.CommentId == said).OrderByDescending(m => m.Id).FirstAsync(Cancel));
        Assert.Contains("> The new text.", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountOf(article));
    }

    [Fact]
    public async Task Enough_flags_hold_a_comment_an_approval_settles_them_and_later_ones_count_from_new()
    {
        var (article, address) = await Piece();
        var (writer, moderator) = (await Person("Wanda"), await Person("Mod", AccountRole.Moderator));
        var said = await Said(article, writer, "A doubtful word.");
        var readers = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            readers.Add(await Person($"Reader{i}"));
        }

        Assert.Equal(FlagOutcome.Own, (await Flag(said, writer)).Outcome);
        Assert.Equal(new FlagResult(FlagOutcome.Taken), await Flag(said, readers[0]));
        Assert.Equal(FlagOutcome.Again, (await Flag(said, readers[0])).Outcome);
        Assert.Equal(new FlagResult(FlagOutcome.Taken), await Flag(said, readers[1], FlagReason.Abuse));
        Assert.Equal(new FlagResult(FlagOutcome.Taken, article), await Flag(said, readers[2]));

        Assert.Equal((CommentStatus.Held, 0), ((await Find(said)).Status, await CountOf(article)));
        var entry = await Read(db => db.ModerationLog.AsNoTracking().SingleAsync(e => e.CommentId == said, Cancel));
        Assert.Equal(("flags", "2 × Spam, 1 × Abuse", CommentStatus.Published), (entry.Check, entry.Evidence, entry.Before));
        Assert.Equal(FlagOutcome.NotThere, (await Flag(said, readers[3])).Outcome);

        var approved = Assert.IsType<Decision.Done>(await Approve(said, moderator));
        Assert.Equal(0, await Read(db => db.CommentFlags.CountAsync(f => f.CommentId == said && f.SettledAt == null, Cancel)));
        Assert.Equal(FlagOutcome.Again, (await Flag(said, readers[0])).Outcome);
        Assert.Equal(new FlagResult(FlagOutcome.Taken), await Flag(said, readers[3]));
        Assert.Equal(CommentStatus.Published, (await Find(said)).Status);

        Assert.IsType<Decision.Done>(await Undo(approved.Entry.Id, moderator));
        Assert.Equal(4, await Read(db => db.CommentFlags.CountAsync(f => f.CommentId == said && f.SettledAt == null, Cancel)));
        using var browser = Newsroom.Reader();
        Assert.DoesNotContain("A doubtful word.", await browser.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visible_comment_with_flags_too_few_is_approved_once_and_its_merit_follows()
    {
        var (article, _) = await Piece();
        var moderator = await Person("Mod", AccountRole.Moderator);
        var said = await Said(article, await Person("Wanda"), "A fair word.");
        for (var i = 0; i < 3; i++)
        {
            var reader = await Person($"Marker{i}");
            await Do<Moderating, int>(async _ => await Read(async db => (await new Useful(db, Newsroom.Clock).MarkAsync(said, reader, true, Cancel))!.Value));
        }

        await Flag(said, await Person("Flagger"));
        Assert.Equal(Useful.Merit(3, 1), (await Find(said)).Merit);
        var seen = new SeenComment(said, CommentStatus.Published, 1);
        Assert.IsType<Decision.Done>(await Do<Moderating, Decision>(m => m.ApproveAsync(seen, moderator, Cancel)));
        Assert.Equal(Useful.Merit(3, 0), (await Find(said)).Merit);
        Assert.IsType<Decision.Already>(await Do<Moderating, Decision>(m => m.ApproveAsync(seen, moderator, Cancel)));
        // Nothing changed for readers, so there is nothing to write about.
        Assert.False(await Read(db => db.Outbox.AnyAsync(m => m.CommentId == said, Cancel)));
    }

    [Fact]
    public async Task Flags_at_once_are_counted_one_after_the_other()
    {
        var (article, _) = await Piece();
        var said = await Said(article, await Person("Wanda"), "A doubtful word.");
        var readers = new List<int>();
        for (var i = 0; i < 8; i++)
        {
            readers.Add(await Person($"Reader{i}"));
        }

        var results = await Task.WhenAll(readers.Select(r => Task.Run(() => Flag(said, r))));

        Assert.Single(results, r => r.HeldUnder == article);
        Assert.Equal(2, results.Count(r => r.Outcome == FlagOutcome.Taken && r.HeldUnder is null));
        Assert.Equal(5, results.Count(r => r.Outcome == FlagOutcome.NotThere));
        Assert.Equal((CommentStatus.Held, 0), ((await Find(said)).Status, await CountOf(article)));
    }

    private Task<Decision> Approve(int comment, int moderator) => Do<Moderating, Decision>(m => m.ApproveAsync(new SeenComment(comment, CommentStatus.Held, 1), moderator, Cancel));

    private async Task<Decision> Remove(int comment, int moderator, string reason)
    {
        var status = (await Find(comment)).Status;
        return await Do<Moderating, Decision>(m => m.RemoveAsync(new SeenComment(comment, status, 1), moderator, reason, Cancel));
    }

    private Task<Decision> Undo(int entry, int moderator) => Do<Moderating, Decision>(m => m.UndoAsync(entry, moderator, Cancel));

    private Task<FlagResult> Flag(int comment, int reader, FlagReason reason = FlagReason.Spam) => Do<Flagging, FlagResult>(f => f.FlagAsync(comment, reader, reason, " Look. ", Cancel));

    private Task<OutboxMail> Mail(int comment) => Read(db => db.Outbox.AsNoTracking().SingleAsync(m => m.CommentId == comment && m.Kind == MailKind.Decision, Cancel));
}

public sealed class ModeratingOnSqlite(SqliteNewsroom newsroom) : ModeratingTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class ModeratingOnPostgres : ModeratingTests
{
    public ModeratingOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
