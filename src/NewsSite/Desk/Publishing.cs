using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>What goes with publishing a piece readers have already.</summary>
/// <param name="IsSubstantive">True when the text says something else than before; readers are then shown what.</param>
/// <param name="Kind">What the public note is; null without one.</param>
/// <param name="Note">The public note.</param>
public sealed record PublishedChange(bool IsSubstantive, CorrectionKind? Kind, string? Note);

/// <summary>What became of publishing.</summary>
/// <param name="Why">Why not; null when it is done.</param>
/// <param name="Findings">What has to be put right first.</param>
/// <param name="Articles">The pieces readers have now.</param>
public sealed record PublishOutcome(DeskRefusal? Why, IReadOnlyList<Finding> Findings, IReadOnlyList<int> Articles)
{
    internal static PublishOutcome Refused(DeskRefusal why, IReadOnlyList<Finding>? findings = null) => new(why, findings ?? [], []);
}

/// <summary>What publishing takes besides the records.</summary>
/// <param name="Zone">The zone whose days stand in addresses.</param>
/// <param name="Letter">Writes the mail to those credited.</param>
/// <param name="Clock">The time.</param>
public sealed record PublicationTools(Func<TimeZoneInfo> Zone, PublicationLetter Letter, TimeProvider Clock);

/// <summary>
/// Makes revisions public: at once, at a time, several language versions together or none of them. One transaction holds the text, the address, the redirect, the public
/// note, the log, the mails, and the word to every server to drop what it keeps.
/// </summary>
public sealed class Publishing(NewsDbContext db, PublicationTools tools)
{
    private DateTime Now => tools.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Publishes revisions now, all or none.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="pieces">The pieces and the revision of each.</param>
    /// <param name="change">What goes with it where readers have the piece already.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<PublishOutcome> PublishAsync(DeskActor actor, IReadOnlyList<(int ArticleId, int Revision)> pieces, PublishedChange? change = null, CancellationToken cancel = default)
    {
        if (!actor.MayPublish)
        {
            return PublishOutcome.Refused(DeskRefusal.NotAllowed);
        }

        var now = Now;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var (articleId, number) in pieces.OrderBy(p => p.ArticleId))
        {
            if (await TakeAsync(articleId, cancel) is not { } assignment)
            {
                return PublishOutcome.Refused(DeskRefusal.NotFound);
            }

            var why = assignment.Stage == WorkStage.Spiked ? DeskRefusal.NoWay : assignment.WhyNotAppear(now);
            if (why is not null)
            {
                return PublishOutcome.Refused(why.Value);
            }

            if (await AppearAsync(assignment, number, change, actor.AccountId, now, cancel) is { } refused)
            {
                return refused;
            }
        }

        await transaction.CommitAsync(cancel);
        return new PublishOutcome(null, [], [.. pieces.Select(p => p.ArticleId)]);
    }

    /// <summary>Gives revisions a time to appear at, together or not at all. They are checked now, and again then.</summary>
    public async Task<PublishOutcome> ScheduleAsync(DeskActor actor, IReadOnlyList<(int ArticleId, int Revision)> pieces, DateTime at, CancellationToken cancel = default)
    {
        if (!actor.MayPublish)
        {
            return PublishOutcome.Refused(DeskRefusal.NotAllowed);
        }

        var now = Now;
        if (at <= now || at > now.AddYears(5))
        {
            return PublishOutcome.Refused(DeskRefusal.TimePast);
        }

        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var together = pieces.Count > 1 ? Guid.NewGuid().ToString("N") : null;
        foreach (var (articleId, number) in pieces.OrderBy(p => p.ArticleId))
        {
            if (await TakeAsync(articleId, cancel) is not { } assignment)
            {
                return PublishOutcome.Refused(DeskRefusal.NotFound);
            }

            if (assignment.Stage is not (WorkStage.InEdit or WorkStage.Ready or WorkStage.Scheduled))
            {
                return PublishOutcome.Refused(DeskRefusal.NoWay);
            }

            if (assignment.WhyNotAppear(at) is { } why)
            {
                return PublishOutcome.Refused(why);
            }

            if (await RevisionAsync(articleId, number, cancel) is not { } revision)
            {
                return PublishOutcome.Refused(DeskRefusal.NoRevision);
            }

            if (await StoppingAsync(assignment.Article, revision.Content, cancel) is { Count: > 0 } stopping)
            {
                return PublishOutcome.Refused(DeskRefusal.NotReady, stopping);
            }

            assignment.Schedule(number, at, together, actor.AccountId, now);
            db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Scheduled, DeskThing.Article, articleId, Drafting.TitleOf(revision.Content), at.ToString("u", System.Globalization.CultureInfo.InvariantCulture)));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new PublishOutcome(null, [], []);
    }

    /// <summary>Takes the time away again, from every piece that was to appear together with it.</summary>
    public async Task<DeskRefusal?> UnscheduleAsync(DeskActor actor, int articleId, CancellationToken cancel = default)
    {
        if (!actor.MayPublish)
        {
            return DeskRefusal.NotAllowed;
        }

        var now = Now;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await TakeAsync(articleId, cancel) is not { Stage: WorkStage.Scheduled } assignment)
        {
            return DeskRefusal.NoWay;
        }

        await UnscheduleAsync(assignment, actor.AccountId, null, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Keeps a piece back by agreement with others, or sets it free.</summary>
    public async Task<DeskRefusal?> EmbargoAsync(DeskActor actor, int articleId, bool isActive, DateTime? until, string? note, CancellationToken cancel = default)
    {
        if (!actor.MayPublish)
        {
            return DeskRefusal.NotAllowed;
        }

        var now = Now;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await TakeAsync(articleId, cancel) is not { } assignment)
        {
            return DeskRefusal.NotFound;
        }

        var with = assignment.ScheduledWith;
        var text = note?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, Assignment.MaxNoteLength)] : null;
        if (assignment.Embargo(isActive, until, text, now) && with is not null)
        {
            foreach (var other in await db.Assignments.Where(a => a.ScheduledWith == with && a.ArticleId != articleId).ToListAsync(cancel))
            {
                other.Move(WorkStage.Ready, null, now);
            }
        }

        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Embargoed, DeskThing.Article, articleId, assignment.Article.Headline, isActive ? $"{until?.ToString("u", System.Globalization.CultureInfo.InvariantCulture) ?? "∞"} {text}" : "—"));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>When the next piece is due; null when none is.</summary>
    public Task<DateTime?> NextAsync(CancellationToken cancel = default) => db.Assignments.Where(a => a.Stage == WorkStage.Scheduled).MinAsync(a => a.ScheduledFor, cancel);

    /// <summary>
    /// Publishes what is due. Any number of servers may call this at once: whoever takes the rows first publishes, the others find nothing. A piece that cannot appear any
    /// more goes back to "ready" with a word in the log, so that it is seen and not tried for ever.
    /// </summary>
    /// <returns>The pieces readers have now.</returns>
    public async Task<IReadOnlyList<int>> PublishDueAsync(CancellationToken cancel = default)
    {
        var now = Now;
        var due = await db.Assignments.AsNoTracking().Where(a => a.Stage == WorkStage.Scheduled && a.ScheduledFor <= now)
            .OrderBy(a => a.ScheduledFor).ThenBy(a => a.ArticleId)
            .Select(a => new { a.ArticleId, a.ScheduledWith })
            .ToListAsync(cancel);
        var published = new List<int>();
        foreach (var together in due.GroupBy(d => d.ScheduledWith ?? $"{d.ArticleId}"))
        {
            published.AddRange(await AppearTogetherAsync([.. together.Select(d => d.ArticleId).Order()], now, cancel));
        }

        return published;
    }

    private async Task<IReadOnlyList<int>> AppearTogetherAsync(List<int> articles, DateTime now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            PublishOutcome? refused = null;
            foreach (var articleId in articles)
            {
                // Another server may have taken it between the list and the lock.
                if (await TakeAsync(articleId, cancel) is not { Stage: WorkStage.Scheduled } assignment || assignment.ScheduledFor > now)
                {
                    return [];
                }

                refused = assignment.WhyNotAppear(now) is { } why ? PublishOutcome.Refused(why) : await AppearAsync(assignment, assignment.ScheduledRevision!.Value, null, null, now, cancel, assignment.ScheduledFor);
                if (refused is not null)
                {
                    break;
                }
            }

            if (refused is null)
            {
                await transaction.CommitAsync(cancel);
                return articles;
            }
        }

        db.ChangeTracker.Clear();
        await using var back = await db.Database.BeginTransactionAsync(cancel);
        if (await TakeAsync(articles[0], cancel) is { Stage: WorkStage.Scheduled } still)
        {
            await UnscheduleAsync(still, null, "!", now, cancel);
            await db.SaveChangesAsync(cancel);
            await back.CommitAsync(cancel);
        }

        return [];
    }

    private async Task UnscheduleAsync(Assignment assignment, int? actorId, string? note, DateTime now, CancellationToken cancel)
    {
        var with = assignment.ScheduledWith;
        var all = with is null ? [assignment] : await db.Assignments.Include(a => a.Article).Where(a => a.ScheduledWith == with).ToListAsync(cancel);
        foreach (var one in all)
        {
            one.Move(WorkStage.Ready, actorId, now);
            db.DeskLog.Add(new DeskEntry(now, actorId, DeskAction.Scheduled, DeskThing.Article, one.ArticleId, one.Article.Headline, note ?? "—"));
        }
    }

    /// <summary>Makes a revision what readers have. The caller owns the transaction.</summary>
    /// <returns>Why not; null when it is done.</returns>
    private async Task<PublishOutcome?> AppearAsync(Assignment assignment, int number, PublishedChange? change, int? actorId, DateTime now, CancellationToken cancel, DateTime? meant = null)
    {
        var article = assignment.Article;
        var revision = await db.ArticleRevisions.SingleOrDefaultAsync(r => r.ArticleId == article.Id && r.Number == number && r.Kind != RevisionKind.Aside, cancel);
        if (revision is null)
        {
            return PublishOutcome.Refused(DeskRefusal.NoRevision);
        }

        if (await StoppingAsync(article, revision.Content, cancel) is { Count: > 0 } stopping)
        {
            return PublishOutcome.Refused(DeskRefusal.NotReady, stopping);
        }

        var isFirst = article.PublishedAt is null;
        if (await new ContentPress(db).PrintAsync(article, revision.Content, assignment.Stage == WorkStage.Published, cancel) is { } why)
        {
            return PublishOutcome.Refused(why);
        }

        // The time the editor meant, also when the site was down then: its day stands in the address.
        article.Publish(article.PublishedAt ?? meant ?? now, tools.Zone());
        var isSubstantive = !isFirst && change is { IsSubstantive: true };
        if (isSubstantive)
        {
            article.Modify(now);
        }

        if (!isFirst && change is { Kind: { } kind, Note: { } note } && note.Trim().Length > 0)
        {
            article.Correct(kind, now, note, number, await new PublishedRevisions(db).ChangesAsync(revision, cancel));
        }

        revision.Publish(now, isSubstantive);
        assignment.Published(number, actorId, now);
        db.PublicChanges.Add(new PublicChange(article.Id, now));
        db.DeskLog.Add(new DeskEntry(now, actorId, DeskAction.Published, DeskThing.Article, article.Id, article.Headline, isFirst ? null : $"{number}"));
        if (isFirst)
        {
            await TellAsync(assignment, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Tells those credited who have an account, and whoever held the piece.</summary>
    private async Task TellAsync(Assignment assignment, DateTime now, CancellationToken cancel)
    {
        var article = assignment.Article;
        var credited = article.Credits.Select(c => c.Contributor.Id).ToList();
        var people = await db.Accounts.Where(a => a.ErasedAt == null && a.EmailConfirmed && a.Email != null && (a.Id == assignment.HolderId || (a.ContributorId != null && credited.Contains(a.ContributorId.Value))))
            .Select(a => new { a.Email, a.DisplayName, a.Language })
            .ToListAsync(cancel);
        db.Outbox.AddRange(people.Select(p => tools.Letter(new PublicationNews(p.Email!, p.DisplayName, p.Language, article.Headline, article.Address!.Value.ToString()!, now))));
    }

    private async Task<IReadOnlyList<Finding>> StoppingAsync(Article article, ArticleContent content, CancellationToken cancel) =>
        [.. PublishingChecks.Stopping(await CheckedPieces.OfAsync(db, article.Language, content, cancel))];

    private Task<ArticleRevision?> RevisionAsync(int articleId, int number, CancellationToken cancel) =>
        db.ArticleRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.ArticleId == articleId && r.Number == number && r.Kind != RevisionKind.Aside, cancel);

    private Task<Assignment?> TakeAsync(int articleId, CancellationToken cancel) => db.TakeAsync(articleId, cancel);
}
