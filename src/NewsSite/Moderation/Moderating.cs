using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Email;

namespace NewsSite.Moderation;

/// <summary>
/// Decides about comments. Each decision is one transaction: what becomes of the comment, the numbers, the flags, a line in the log, the mail to its writer. It begins by
/// taking the comment's row if it is still what the moderator saw, so of two moderators at once one decides and the other is told.
/// </summary>
public sealed class Moderating(NewsDbContext db, TimeProvider clock, DecisionLetter letter)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Lets a comment be seen, or leaves a visible one as it is and settles its flags; makes a change that waits the text.</summary>
    public Task<Decision> ApproveAsync(SeenComment seen, int moderatorId, CancellationToken cancel = default) => seen.EditId is { } edit
        ? DecideAsync(seen, c => ApproveEditAsync(c, edit, moderatorId, cancel), cancel)
        : DecideAsync(seen, c => ApproveAsync(c, moderatorId, cancel), cancel);

    /// <summary>Takes a comment away, or refuses one nobody has seen; refuses a change that waits. Readers, where they see anything, and the writer are told why.</summary>
    /// <exception cref="ArgumentException">There is no reason, or it is too long.</exception>
    public Task<Decision> RemoveAsync(SeenComment seen, int moderatorId, string publicReason, CancellationToken cancel = default)
    {
        var reason = publicReason.Trim() is { Length: > 0 and <= ModerationEntry.MaxReasonLength } trimmed
            ? trimmed
            : throw new ArgumentException($"A public reason has 1 to {ModerationEntry.MaxReasonLength} characters.", nameof(publicReason));
        return seen.EditId is { } edit
            ? DecideAsync(seen, c => RefuseEditAsync(c, edit, moderatorId, reason, cancel), cancel)
            : DecideAsync(seen, c => RemoveAsync(c, moderatorId, reason, cancel), cancel);
    }

    /// <summary>Puts a comment back to what it was before a moderator's last decision about it; that is a line in the log of its own.</summary>
    public async Task<Decision> UndoAsync(int entryId, int moderatorId, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var commentId = await db.ModerationLog.Where(e => e.Id == entryId).Select(e => (int?)e.CommentId).SingleOrDefaultAsync(cancel) ?? 0;
        await ConversationLock.TakeOfAsync(db, commentId, cancel);
        var comment = await FindAsync(commentId, cancel);
        var last = await LastAsync(commentId, cancel);
        if (comment is null || last is null || !last.CanBeUndone || last.Id != entryId)
        {
            return last is { ActorId: not null } ? await AlreadyAsync(last, cancel) : new Decision.Changed();
        }

        if (last.IsAboutEdit ? comment.Revision != last.Revision : comment.Status != last.After)
        {
            return new Decision.Changed();
        }

        var entry = last.IsAboutEdit ? await UndoEditAsync(comment, last, moderatorId, cancel) : await UndoAsync(comment, last, moderatorId, cancel);
        if (entry is null)
        {
            return new Decision.Changed();
        }

        await transaction.CommitAsync(cancel);
        return new Decision.Done(entry, comment.ArticleId);
    }

    private async Task<Decision> DecideAsync(SeenComment seen, Func<Comment, Task<ModerationEntry?>> decide, CancellationToken cancel)
    {
        // What was tracked before may be older than what the lock is about to show.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ConversationLock.TakeOfAsync(db, seen.CommentId, cancel);
        var taken = await db.Comments
            .Where(c => c.Id == seen.CommentId && c.Status == seen.Status && c.Revision == seen.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Revision, c => c.Revision), cancel);
        var comment = await FindAsync(seen.CommentId, cancel);
        if (taken == 1 && await decide(comment!) is { } entry)
        {
            await transaction.CommitAsync(cancel);
            return new Decision.Done(entry, comment!.ArticleId);
        }

        // A moderator's decision explains what the comment is now; otherwise its writer did something.
        return comment is not null && await LastAsync(seen.CommentId, cancel) is { ActorId: not null } last
            && (seen.EditId is null ? last.After == comment.Status && (taken == 1 || comment.Status != seen.Status) : last.IsAboutEdit)
            ? await AlreadyAsync(last, cancel)
            : new Decision.Changed();
    }

    private async Task<ModerationEntry?> ApproveAsync(Comment comment, int moderatorId, CancellationToken cancel)
    {
        var (before, now) = (comment.Status, Now);
        var settled = await SettleFlagsAsync(comment.Id, now, cancel);
        if (before == CommentStatus.Published ? settled == 0 : before != CommentStatus.Held)
        {
            return null;
        }

        comment.Publish();
        if (before == CommentStatus.Held && !await WasSeenAsync(comment.Id, cancel))
        {
            db.CommentNotices.Add(new CommentNotice(comment.Id, now));
        }

        var entry = ModerationEntry.ByPerson(comment, ModerationAction.Approved, before, moderatorId, null, now);
        await LogAsync(comment, entry, before, before == CommentStatus.Held, cancel);
        return entry;
    }

    private async Task<ModerationEntry?> RemoveAsync(Comment comment, int moderatorId, string reason, CancellationToken cancel)
    {
        var (before, now) = (comment.Status, Now);
        if (before is not (CommentStatus.Published or CommentStatus.Held))
        {
            return null;
        }

        // What readers have seen, and perhaps answered, is removed and says so; what they have not is refused.
        var seen = before == CommentStatus.Published || await WasSeenAsync(comment.Id, cancel);
        if (seen)
        {
            comment.Remove(reason);
        }
        else
        {
            comment.Reject(reason);
        }

        await SettleFlagsAsync(comment.Id, now, cancel);
        var entry = ModerationEntry.ByPerson(comment, seen ? ModerationAction.Removed : ModerationAction.Rejected, before, moderatorId, reason, now);
        await LogAsync(comment, entry, before, true, cancel);
        return entry;
    }

    private async Task<ModerationEntry?> ApproveEditAsync(Comment comment, int editId, int moderatorId, CancellationToken cancel)
    {
        if (await WaitingAsync(comment, editId, cancel) is not { } edit)
        {
            return null;
        }

        db.CommentRevisions.Add(CommentRevision.Past(comment));
        comment.Rewrite(edit.BodyMarkdown, edit.BodyHtml, edit.WrittenAt ?? Now);
        db.CommentRevisions.Remove(edit);
        var entry = ModerationEntry.AboutEdit(comment, ModerationAction.Approved, moderatorId, null, null, Now);
        await LogAsync(comment, entry, comment.Status, true, cancel);
        return entry;
    }

    private async Task<ModerationEntry?> RefuseEditAsync(Comment comment, int editId, int moderatorId, string reason, CancellationToken cancel)
    {
        if (await WaitingAsync(comment, editId, cancel) is not { } edit)
        {
            return null;
        }

        db.CommentRevisions.Remove(edit);
        var entry = ModerationEntry.AboutEdit(comment, ModerationAction.Rejected, moderatorId, reason, edit.BodyMarkdown, Now);
        await LogAsync(comment, entry, comment.Status, true, cancel, edit.BodyMarkdown);
        return entry;
    }

    private async Task<ModerationEntry?> UndoAsync(Comment comment, ModerationEntry last, int moderatorId, CancellationToken cancel)
    {
        var (before, now) = (comment.Status, Now);
        comment.Restore(last.Before);
        if (comment.Status != CommentStatus.Published)
        {
            await db.CommentNotices.Where(n => n.CommentId == comment.Id).ExecuteDeleteAsync(cancel);
        }

        await db.CommentFlags.Where(f => f.CommentId == comment.Id && f.SettledAt == last.At).ExecuteUpdateAsync(set => set.SetProperty(f => f.SettledAt, (DateTime?)null), cancel);
        var entry = ModerationEntry.ByPerson(comment, ModerationAction.Undone, before, moderatorId, null, now, last.Id);
        await LogAsync(comment, entry, before, comment.Status != before && !await UnwriteAsync(last, cancel), cancel);
        return entry;
    }

    private async Task<ModerationEntry?> UndoEditAsync(Comment comment, ModerationEntry last, int moderatorId, CancellationToken cancel)
    {
        var past = await db.CommentRevisions.SingleOrDefaultAsync(r => r.CommentId == comment.Id && r.Number == comment.Revision - 1 && !r.Waits, cancel);
        if (past is null)
        {
            return null;
        }

        var (markdown, html, writtenAt) = (comment.BodyMarkdown, comment.BodyHtml, comment.EditedAt ?? Now);
        comment.TakeBackEdit(past);
        db.CommentRevisions.Remove(past);
        db.CommentRevisions.Add(CommentRevision.Waiting(comment, markdown, html, writtenAt));
        var entry = ModerationEntry.AboutEdit(comment, ModerationAction.Undone, moderatorId, null, null, Now, last.Id);
        await LogAsync(comment, entry, comment.Status, !await UnwriteAsync(last, cancel), cancel, markdown);
        return entry;
    }

    /// <summary>Saves a decision with everything that follows from it.</summary>
    private async Task LogAsync(Comment comment, ModerationEntry entry, CommentStatus before, bool tells, CancellationToken cancel, string? text = null)
    {
        db.ModerationLog.Add(entry);
        if (tells && await NewsAsync(comment, entry, text, cancel) is { } news)
        {
            var mail = letter(news);
            mail.CommentId = comment.Id;
            db.Outbox.Add(mail);
        }

        await db.SaveChangesAsync(cancel);
        await new Useful(db, clock).RateAsync(comment, cancel);
        await new Commenting(db).CountChangeAsync(comment, before, cancel);
    }

    /// <summary>Whom to tell what; null where there is nobody to tell: no address that is known to be theirs, or a moderator about their own comment.</summary>
    private async Task<DecisionNews?> NewsAsync(Comment comment, ModerationEntry entry, string? text, CancellationToken cancel)
    {
        if (comment.AccountId is not null && comment.AccountId == entry.ActorId)
        {
            return null;
        }

        var writer = comment.Account is { IsConfirmed: true, Email: { } email } account
            ? (Address: email, account.Language)
            : (Address: comment.AccountId is null
                    ? await db.CommentOrigins.Where(o => o.CommentId == comment.Id && o.ConfirmationHash == null).Select(o => o.GuestEmail).SingleOrDefaultAsync(cancel)
                    : null,
                comment.Article.Language);
        return writer.Address is not { } address ? null : new DecisionNews
        {
            CommentId = comment.Id,
            Action = entry.Action,
            IsAboutEdit = entry.IsAboutEdit,
            PublicReason = entry.PublicReason,
            IsVisible = comment.Status == CommentStatus.Published,
            Recipient = address,
            Language = writer.Language,
            Name = comment.AuthorName,
            Text = text ?? comment.BodyMarkdown,
            TextLanguage = comment.Language,
            Headline = comment.Article.Headline,
            At = entry.At,
        };
    }

    /// <summary>Takes back the mail about a decision that is undone before it was sent.</summary>
    private async Task<bool> UnwriteAsync(ModerationEntry entry, CancellationToken cancel) => await db.Outbox
        .Where(m => m.CommentId == entry.CommentId && m.Kind == MailKind.Decision && m.CreatedAt == entry.At && m.SentAt == null && m.LeasedUntil == null && m.GivenUpAt == null)
        .ExecuteDeleteAsync(cancel) > 0;

    private Task<int> SettleFlagsAsync(int commentId, DateTime now, CancellationToken cancel) => db.CommentFlags
        .Where(f => f.CommentId == commentId && f.SettledAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(f => f.SettledAt, now), cancel);

    /// <summary>True when readers saw the comment once: it was visible before something was done about it, or a moderator let it be seen and nobody undid that before followers were told.</summary>
    private async Task<bool> WasSeenAsync(int commentId, CancellationToken cancel) =>
        await db.ModerationLog.AnyAsync(e => e.CommentId == commentId && e.Action != ModerationAction.Undone
            && (e.Before == CommentStatus.Published || (e.Action == ModerationAction.Approved && e.Before == CommentStatus.Held && !db.ModerationLog.Any(u => u.UndoesId == e.Id))), cancel)
        || await db.Outbox.AnyAsync(m => m.CommentId == commentId && (m.Kind == MailKind.Reply || m.Kind == MailKind.Followed), cancel);

    private Task<CommentRevision?> WaitingAsync(Comment comment, int editId, CancellationToken cancel) =>
        db.CommentRevisions.SingleOrDefaultAsync(r => r.Id == editId && r.CommentId == comment.Id && r.Waits, cancel);

    private Task<Comment?> FindAsync(int commentId, CancellationToken cancel) =>
        db.Comments.Include(c => c.Account).Include(c => c.Article).SingleOrDefaultAsync(c => c.Id == commentId, cancel);

    private Task<ModerationEntry?> LastAsync(int commentId, CancellationToken cancel) =>
        db.ModerationLog.AsNoTracking().Where(e => e.CommentId == commentId).OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancel);

    private async Task<Decision> AlreadyAsync(ModerationEntry last, CancellationToken cancel)
    {
        var name = await db.Accounts.Where(a => a.Id == last.ActorId).Select(a => a.DisplayName).SingleAsync(cancel);
        var ago = Now - last.At;
        return new Decision.Already(last.Action, name, ago < TimeSpan.Zero ? TimeSpan.Zero : ago);
    }
}
