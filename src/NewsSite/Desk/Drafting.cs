using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>What somebody's page sends to be kept.</summary>
public sealed record DraftSave
{
    /// <summary>The piece.</summary>
    public required int ArticleId { get; init; }

    /// <summary>The revision the page began with.</summary>
    public required int Base { get; init; }

    /// <summary>All that is on the page.</summary>
    public required ArticleContent Content { get; init; }

    /// <summary>The original's text as it stands on the page; null leaves it as it is.</summary>
    public string? Original { get; init; }

    /// <summary>Saved by the page itself, or by hand.</summary>
    public RevisionKind Kind { get; init; } = RevisionKind.Saved;

    /// <summary>The page, by a key of its own.</summary>
    public string? Session { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Note { get; init; }

    /// <summary>The text kept aside that this one decides about.</summary>
    public int? Settles { get; init; }
}

/// <summary>What became of a save.</summary>
public abstract record DraftOutcome
{
    /// <summary>It is kept, and is the piece now.</summary>
    /// <param name="Number">Its revision.</param>
    /// <param name="Content">The piece, with what others changed meanwhile.</param>
    /// <param name="IsJoined">True when others had changed something.</param>
    public sealed record Kept(int Number, ArticleContent Content, bool IsJoined) : DraftOutcome;

    /// <summary>It is kept aside: somebody changed the same paragraphs, or the same field. Nothing of either is lost.</summary>
    /// <param name="Number">The revision kept aside.</param>
    /// <param name="Disagreements">The fields both changed.</param>
    /// <param name="Latest">The piece as it is.</param>
    public sealed record Aside(int Number, IReadOnlyList<string> Disagreements, ArticleRevision Latest) : DraftOutcome;

    /// <summary>It is not kept, and why.</summary>
    public sealed record Refused(DeskRefusal Why) : DraftOutcome;
}

/// <summary>Writes drafts: begins pieces, keeps what is typed as revisions, joins what several people type, and never touches what readers have.</summary>
public sealed class Drafting(NewsDbContext db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins a piece.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="language">The language it is written in.</param>
    /// <param name="content">What is known already.</param>
    /// <param name="versionOf">Another language version of the same work, if there is one.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<(int? ArticleId, DeskRefusal? Why)> BeginAsync(DeskActor actor, string language, ArticleContent content, int? versionOf = null, CancellationToken cancel = default)
    {
        if (!actor.MayWrite(language))
        {
            return (null, DeskRefusal.NotAllowed);
        }

        var (now, key) = (Now, $"w-{Guid.NewGuid():N}");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var work = versionOf is null ? new Work(key) : await db.Articles.Where(a => a.Id == versionOf).Select(a => a.Work).SingleOrDefaultAsync(cancel);
        if (work is null)
        {
            return (null, DeskRefusal.NotFound);
        }

        var section = await db.Sections.OrderBy(s => s.Position).FirstAsync(cancel);
        // What the row says is for lists of the desk; readers never see a draft, and publishing writes all of it anew.
        var article = new Article(work, language, key[..12], TitleOf(content), section, content.Genre);
        db.Add(article);
        var assignment = new Assignment(article, WorkStage.Suggested, now);
        db.Assignments.Add(assignment);
        await db.SaveChangesAsync(cancel);
        await AddAsync(assignment, new DraftSave { ArticleId = article.Id, Base = 0, Content = content }, RevisionKind.Saved, content, actor.AccountId, now, cancel);
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Created, DeskThing.Article, article.Id, TitleOf(content)));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (article.Id, null);
    }

    /// <summary>The desk's side of a piece, for somebody who may see it; to anybody else it is not there.</summary>
    public async Task<Assignment?> OpenAsync(DeskActor actor, int articleId, CancellationToken cancel = default) =>
        await OpenAsync(articleId, cancel) is { } assignment && actor.MaySee(assignment.Article.Language) ? assignment : null;

    /// <summary>The desk's side of a piece. One that came by seeds or an import gets it now, with what readers have as its first revision.</summary>
    public async Task<Assignment?> OpenAsync(int articleId, CancellationToken cancel = default)
    {
        if (await FindAsync(articleId, cancel) is { } known)
        {
            return known;
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var article = await db.Articles.Include(a => a.Credits).Include(a => a.Topics).Include(a => a.Source).Include(a => a.Picture).SingleOrDefaultAsync(a => a.Id == articleId, cancel);
            if (article is null)
            {
                return null;
            }

            var now = Now;
            var stage = article.Status switch { ArticleStatus.Published => WorkStage.Published, ArticleStatus.Withdrawn => WorkStage.Withdrawn, _ => WorkStage.InEdit };
            var assignment = new Assignment(article, stage, now);
            var first = new ArticleRevision(articleId, 1, RevisionKind.Taken, PublishedContent.Of(article), now, null);
            assignment.Saved(1, isAside: false, now);
            if (article.PublishedAt is { } at && article.Status != ArticleStatus.Draft)
            {
                first.Publish(at, isSubstantive: false);
                assignment.Published(1, null, now);
                if (stage == WorkStage.Withdrawn)
                {
                    assignment.Move(stage, null, now);
                }
            }

            db.Add(assignment);
            db.Add(first);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return assignment;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Two opened it at once: the other's is as good.
            db.ChangeTracker.Clear();
            return await FindAsync(articleId, cancel);
        }
    }

    /// <summary>A revision of a piece.</summary>
    public Task<ArticleRevision?> RevisionAsync(int articleId, int number, CancellationToken cancel = default) =>
        db.ArticleRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.ArticleId == articleId && r.Number == number, cancel);

    /// <summary>
    /// Keeps what is on somebody's page. What others saved since the page was opened is joined with it, field by field and paragraph by paragraph; where both changed the
    /// same, the page's text is kept aside, and nothing is overwritten.
    /// </summary>
    public async Task<DraftOutcome> SaveAsync(DeskActor actor, DraftSave save, CancellationToken cancel = default)
    {
        if (save.Content.Body.Length > ArticleContent.MaxTextLength || save.Original?.Length > ArticleContent.MaxTextLength || save.Content.ToJson().Length > 2 * ArticleContent.MaxTextLength)
        {
            return new DraftOutcome.Refused(DeskRefusal.TooLong);
        }

        var now = Now;
        // What was tracked before may be older than what the lock is about to show. What is being kept is kept, whether or not the page still listens.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await TakeAsync(save.ArticleId, cancel) is not { } assignment)
        {
            return new DraftOutcome.Refused(DeskRefusal.NotFound);
        }

        if (assignment.WhyNotWrite(actor, assignment.Article.Language, now) is { } why)
        {
            return new DraftOutcome.Refused(why);
        }

        var latest = (await RevisionAsync(save.ArticleId, assignment.LatestRevision, cancel))!;
        if (await AncestorAsync(save, cancel) is not { } ancestor)
        {
            return new DraftOutcome.Refused(DeskRefusal.NoRevision);
        }

        var basis = save.Content.Basis is { } wanted && wanted != ancestor.Content.Basis && !await new TranslationBases(db).MayUseAsync(actor, save.ArticleId, wanted, cancel)
            ? ancestor.Content.Basis
            : save.Content.Basis;
        var mine = save.Content with { Basis = basis, OriginalId = await OriginalAsync(save, latest.Content, now, cancel) };
        var joined = ContentMerge.Join(ancestor.Content, mine, latest.Content);
        if (joined.Disagreements.Count > 0)
        {
            // A later text of the same page stands in for what was kept of it before.
            await db.ArticleRevisions.Where(r => r.ArticleId == save.ArticleId && r.Kind == RevisionKind.Aside && r.SettledAt == null && r.Session != null && r.Session == save.Session)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.SettledAt, now), cancel);
            var aside = await AddAsync(assignment, save, RevisionKind.Aside, mine, actor.AccountId, now, cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return new DraftOutcome.Aside(aside, joined.Disagreements, latest);
        }

        if (save.Settles is { } settled)
        {
            await db.ArticleRevisions.Where(r => r.ArticleId == save.ArticleId && r.Kind == RevisionKind.Aside && r.SettledAt == null && (r.Number == settled || (save.Session != null && r.Session == save.Session)))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.SettledAt, now), cancel);
        }

        var isSame = joined.Content.ToJson() == latest.Json;
        // By hand, somebody wants to see it in the history, unless there is nothing new at all.
        var number = isSame && (save.Kind == RevisionKind.Autosave || latest.Kind != RevisionKind.Autosave)
            ? latest.Number
            : await AddAsync(assignment, save, save.Kind, joined.Content, actor.AccountId, now, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return new DraftOutcome.Kept(number, joined.Content, joined.Content.ToJson() != mine.ToJson());
    }

    /// <summary>Takes up an earlier revision as a new one; nothing in between goes.</summary>
    public async Task<DraftOutcome> RestoreAsync(DeskActor actor, int articleId, int number, string? note, CancellationToken cancel = default)
    {
        var now = Now;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await TakeAsync(articleId, cancel) is not { } assignment)
        {
            return new DraftOutcome.Refused(DeskRefusal.NotFound);
        }

        if (assignment.WhyNotWrite(actor, assignment.Article.Language, now) is { } why)
        {
            return new DraftOutcome.Refused(why);
        }

        if (await RevisionAsync(articleId, number, cancel) is not { } revision)
        {
            return new DraftOutcome.Refused(DeskRefusal.NoRevision);
        }

        var content = revision.Content;
        var save = new DraftSave { ArticleId = articleId, Base = number, Content = content, Note = note };
        var restored = await AddAsync(assignment, save, RevisionKind.Restored, content, actor.AccountId, now, cancel);
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Restored, DeskThing.Article, articleId, TitleOf(content), $"{number} → {restored}"));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return new DraftOutcome.Kept(restored, content, IsJoined: false);
    }

    /// <summary>What a piece is called at the desk: its headline, else its original's title, else a dash.</summary>
    public static string TitleOf(ArticleContent content)
    {
        var title = new[] { content.Headline, content.Source?.Title, "—" }.First(t => !string.IsNullOrWhiteSpace(t))!.Trim();
        return title.Length <= Article.MaxHeadlineLength ? title : title[..Article.MaxHeadlineLength];
    }

    private Task<Assignment?> FindAsync(int articleId, CancellationToken cancel) =>
        db.Assignments.Include(a => a.Article).SingleOrDefaultAsync(a => a.ArticleId == articleId, cancel);

    /// <summary>Takes the piece's row, so that saves of one piece come one after another; on SQLite the lock of the file does the same.</summary>
    private async Task<Assignment?> TakeAsync(int articleId, CancellationToken cancel)
    {
        await db.Assignments.Where(a => a.ArticleId == articleId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LatestRevision, a => a.LatestRevision), cancel);
        return await FindAsync(articleId, cancel);
    }

    /// <summary>What the page began with; where that autosave was thinned out, the nearest before it, which differs from it only by what is in both texts.</summary>
    private Task<ArticleRevision?> AncestorAsync(DraftSave save, CancellationToken cancel) => db.ArticleRevisions.AsNoTracking()
        .Where(r => r.ArticleId == save.ArticleId && r.Number <= save.Base && (r.Kind != RevisionKind.Aside || r.Number == save.Base))
        .OrderByDescending(r => r.Number)
        .FirstOrDefaultAsync(cancel);

    private async Task<int?> OriginalAsync(DraftSave save, ArticleContent latest, DateTime now, CancellationToken cancel)
    {
        if (save.Original is not { } text)
        {
            return save.Content.OriginalId ?? latest.OriginalId;
        }

        if (text.Length == 0)
        {
            return null;
        }

        var known = save.Content.OriginalId ?? latest.OriginalId;
        if (known is { } id && await db.OriginalTexts.AnyAsync(o => o.Id == id && o.ArticleId == save.ArticleId && o.Text == text, cancel))
        {
            return id;
        }

        var original = new OriginalText(save.ArticleId, text, now);
        db.OriginalTexts.Add(original);
        await db.SaveChangesAsync(cancel);
        return original.Id;
    }

    private async Task<int> AddAsync(Assignment assignment, DraftSave save, RevisionKind kind, ArticleContent content, int accountId, DateTime now, CancellationToken cancel)
    {
        var number = assignment.LastNumber + 1;
        db.ArticleRevisions.Add(new ArticleRevision(assignment.ArticleId, number, kind, content, now, accountId)
        {
            Session = save.Session,
            BasedOn = save.Base == 0 ? null : save.Base,
            Note = string.IsNullOrWhiteSpace(save.Note) ? null : save.Note.Trim() is { Length: > ArticleRevision.MaxNoteLength } tooLong ? tooLong[..ArticleRevision.MaxNoteLength] : save.Note.Trim(),
        });
        assignment.Saved(number, kind == RevisionKind.Aside, now);
        await db.SaveChangesAsync(cancel);
        if (content.Basis is { } basis)
        {
            await db.ArticleRevisions.Where(r => r.ArticleId == basis.ArticleId && r.Number == basis.Revision && !r.IsBasis).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsBasis, true), cancel);
        }

        return number;
    }
}
