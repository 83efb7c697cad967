using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>What is done to a piece readers have, whose text stays as it is: a public note, another date, taking it back.</summary>
public sealed class PublishedPieces(NewsDbContext db, PublicationTools tools)
{
    /// <summary>Takes a published piece back: its address says so from now on.</summary>
    public async Task<DeskRefusal?> WithdrawAsync(DeskActor actor, int articleId, string publicNote, CancellationToken cancel = default)
    {
        var note = publicNote.Trim();
        return actor.MayPublish && note.Length is (0 or > Assignment.MaxNoteLength)
            ? DeskRefusal.NoteMissing
            : await ChangeAsync(actor, articleId, DeskAction.Withdrawn, note, (assignment, now) =>
            {
                assignment.Article.Withdraw(now, note);
                assignment.Move(WorkStage.Withdrawn, actor.AccountId, now);
                return Task.FromResult<DeskRefusal?>(null);
            }, cancel);
    }

    /// <summary>Adds a public note to a published piece whose text stays as it is.</summary>
    public async Task<DeskRefusal?> CorrectAsync(DeskActor actor, int articleId, CorrectionKind kind, string text, CancellationToken cancel = default)
    {
        var note = text.Trim();
        return actor.MayPublish && note.Length is (0 or > Correction.MaxLength)
            ? DeskRefusal.NoteMissing
            : await ChangeAsync(actor, articleId, DeskAction.Corrected, note, (assignment, now) =>
            {
                assignment.Article.Correct(kind, now, note);
                return Task.FromResult<DeskRefusal?>(null);
            }, cancel);
    }

    /// <summary>Gives a published piece another date. The old address leads to the new one.</summary>
    public Task<DeskRefusal?> RedateAsync(DeskActor actor, int articleId, DateTime at, CancellationToken cancel = default) =>
        ChangeAsync(actor, articleId, DeskAction.Changed, at.ToString("u", CultureInfo.InvariantCulture), async (assignment, now) =>
        {
            if (at > now)
            {
                return DeskRefusal.TimeAhead;
            }

            var article = assignment.Article;
            var redirect = article.Redate(at, tools.Zone());
            var address = article.Address!.Value;
            if (await db.Articles.AnyAsync(a => a.Id != articleId && a.PublicationDay == address.Day && a.Slug == address.Slug, cancel))
            {
                return DeskRefusal.AddressTaken;
            }

            if (redirect is not null)
            {
                var path = address.ToString();
                await db.Redirects.Where(r => r.Path == path).ExecuteDeleteAsync(cancel);
                db.Redirects.Add(redirect);
            }

            return null;
        }, cancel);

    /// <summary>One transaction: the change, the word to every server, the line of the log.</summary>
    private async Task<DeskRefusal?> ChangeAsync(DeskActor actor, int articleId, DeskAction action, string note, Func<Assignment, DateTime, Task<DeskRefusal?>> change, CancellationToken cancel)
    {
        if (!actor.MayPublish)
        {
            return DeskRefusal.NotAllowed;
        }

        var now = tools.Clock.GetUtcNow().UtcDateTime;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.TakeAsync(articleId, cancel) is not { Stage: WorkStage.Published } assignment)
        {
            return DeskRefusal.NoWay;
        }

        if (await change(assignment, now) is { } why)
        {
            return why;
        }

        db.PublicChanges.Add(new PublicChange(articleId, now));
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, action, DeskThing.Article, articleId, assignment.Article.Headline, note));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
