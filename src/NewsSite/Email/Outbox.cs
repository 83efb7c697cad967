using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Newsletter;

namespace NewsSite.Email;

/// <summary>
/// Sends the mails that are due. Several servers may run it: a row is taken by one guarded update, with a lease, and sent by whoever took it. A mail goes out once,
/// with one exception nobody can close: a server that dies between handing a mail over and recording it leaves a row that looks unsent, and the mail goes out a
/// second time when the lease is over. Both copies have the same <c>Message-ID</c>.
/// </summary>
/// <remarks>Holds a batch of keys between claims, so it is for one turn of one dispatcher.</remarks>
public sealed class Outbox(NewsDbContext db, IMailTransport transport, SendingPace pace, TimeProvider clock)
{
    /// <summary>An attempt is broken off after this; it must end well before <see cref="OutboxMail.Lease"/> does.</summary>
    public static readonly TimeSpan SendingTakesAtMost = TimeSpan.FromMinutes(2);

    private const int BatchSize = 20;
    private const int BulkBatchSize = 20;

    private const int TextsKept = 50;

    private readonly Queue<int> batch = new();
    private readonly Dictionary<int, IssueText> texts = [];
    private bool isPaced;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Sends what is due, one mail after the other, until nothing is left or the server is away.</summary>
    public async Task<OutboxTurn> SendDueAsync(CancellationToken cancel = default)
    {
        var turn = new OutboxTurn();
        while (!turn.ServerIsAway && !cancel.IsCancellationRequested)
        {
            if (await ClaimAsync(cancel) is { } mail)
            {
                turn = turn.And(await SendAsync(mail));
                db.ChangeTracker.Clear();
            }
            else if (await ClaimBulkAsync(cancel) is { Count: > 0 } some)
            {
                turn = turn.And(await SendBulkAsync(some, cancel));
            }
            else
            {
                break;
            }
        }

        return turn with { IsPaced = isPaced };
    }

    /// <summary>Takes one mail that is due and that somebody waits for: from now until its lease is over nobody else has it. Null when none is due.</summary>
    public async Task<OutboxMail?> ClaimAsync(CancellationToken cancel = default)
    {
        while (true)
        {
            var now = Now;
            if (batch.Count == 0)
            {
                // Somebody who waits for a link at the screen goes before somebody who is told of a comment.
                var due = await db.Outbox.Due(now).Where(m => !m.IsBulk)
                    .OrderBy(m => m.Kind == MailKind.Reply || m.Kind == MailKind.Followed).ThenBy(m => m.DueAt).ThenBy(m => m.Id)
                    .Select(m => m.Id)
                    .Take(BatchSize)
                    .ToListAsync(cancel);
                due.ForEach(batch.Enqueue);
            }

            if (!batch.TryDequeue(out var id))
            {
                return null;
            }

            if (await ClaimAsync(id, now, cancel) is { } mail)
            {
                return mail;
            }
        }
    }

    /// <summary>
    /// Takes some mails of an issue together, as many as the pace allows. They are recorded one by one, so that a server that dies has at most one of them sent and not
    /// recorded; the others go out when the lease is over.
    /// </summary>
    private async Task<IReadOnlyList<int>> ClaimBulkAsync(CancellationToken cancel)
    {
        var now = Now;
        var due = await db.Outbox.Due(now).Where(m => m.IsBulk).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(BulkBatchSize).ToListAsync(cancel);
        var allowed = due.TakeWhile(_ => pace.Take()).ToList();
        isPaced = allowed.Count < due.Count;
        if (allowed.Count == 0)
        {
            return [];
        }

        // Each lease is its own mark: of several dispatchers that took from the same rows each knows which it got.
        var until = now + OutboxMail.Lease + TimeSpan.FromMicroseconds(Random.Shared.Next(1_000_000));
        await db.Outbox.Due(now).Where(m => allowed.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancel);
        return await db.Outbox.Where(m => allowed.Contains(m.Id) && m.LeasedUntil == until).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancel);
    }

    // The condition stands in the update itself: of several dispatchers exactly one changes the row.
    private async Task<OutboxMail?> ClaimAsync(int id, DateTime now, CancellationToken cancel) =>
        await db.Outbox.Due(now).Where(m => m.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, now + OutboxMail.Lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancel) == 1
            ? await db.Outbox.SingleAsync(m => m.Id == id, cancel)
            : null;

    /// <summary>Drops rows that were sent or given up long ago.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel = default)
    {
        var before = Now - OutboxMail.KeptFor;
        return db.Outbox.Where(m => m.SentAt < before || m.GivenUpAt < before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Sends mails of an issue that were taken together. Those left when the mail server is slow or away, or this one stops, are let go of and are due again.</summary>
    private async Task<OutboxTurn> SendBulkAsync(IReadOnlyList<int> taken, CancellationToken cancel)
    {
        var turn = new OutboxTurn();
        var (sent, began) = (0, Now);
        // A slow server must not have them still being sent when the lease is over.
        while (sent < taken.Count && !turn.ServerIsAway && !cancel.IsCancellationRequested && Now - began < SendingTakesAtMost)
        {
            turn = turn.And(await SendAsync(await db.Outbox.SingleAsync(m => m.Id == taken[sent], cancel)));
            db.ChangeTracker.Clear();
            sent++;
        }

        var left = taken.Skip(sent).ToList();
        if (left.Count > 0)
        {
            await db.Outbox.Where(m => left.Contains(m.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.LeasedUntil, (DateTime?)null).SetProperty(m => m.Attempts, m => m.Attempts - 1), CancellationToken.None);
        }

        return turn;
    }

    // Not called off by the server's stop: a mail begun is finished and recorded, or it would go out twice.
    private async Task<OutboxTurn> SendAsync(OutboxMail mail)
    {
        if (mail.TellsOfComments() && mail.CommentId is { } comment && !await db.Comments.AnyAsync(c => c.Id == comment && c.Status == CommentStatus.Published))
        {
            db.Outbox.Remove(mail);
            return await RecordAsync(new OutboxTurn { Dropped = 1 });
        }

        var subscriber = mail.SubscriberId is { } id ? await db.Subscribers.SingleOrDefaultAsync(s => s.Id == id && s.SuppressedAt == null) : null;
        if (mail.IsBulk && !await FillAsync(mail, subscriber))
        {
            db.Outbox.Remove(mail);
            return await RecordAsync(new OutboxTurn { Dropped = 1 });
        }

        var outcome = mail.KeepsFailing()
            ? new MailOutcome.Refused(mail.LastError ?? "Every attempt ended without an answer.")
            : await HandOverAsync(mail);
        var now = Now;
        switch (outcome)
        {
            case MailOutcome.Delivered:
                mail.Sent(now);
                return await RecordAsync(new OutboxTurn { Sent = 1 });
            case MailOutcome.Deferred(var reason, var away) when mail.NextTry(now) is { } next:
                mail.Failed(now, reason, next);
                return await RecordAsync(new OutboxTurn { Deferred = 1, ServerIsAway = away });
            case MailOutcome.Deferred(var reason, var away):
                mail.Failed(now, reason, null);
                return await RecordAsync(new OutboxTurn { GivenUp = 1, ServerIsAway = away });
            case MailOutcome.Refused(var reason, var isAddress):
                if (isAddress)
                {
                    subscriber?.Bounced(Bounce.Of(reason), now);
                }

                mail.Failed(now, reason, null);
                return await RecordAsync(new OutboxTurn { GivenUp = 1 });
            default:
                throw new InvalidOperationException($"Nothing is done about {outcome}.");
        }
    }

    /// <summary>Gives a subscriber's mail its words.</summary>
    /// <returns>False where nobody wants it any more.</returns>
    private async Task<bool> FillAsync(OutboxMail mail, Subscriber? subscriber)
    {
        if (subscriber is null || mail.TextId is not { } id)
        {
            return false;
        }

        if (!texts.TryGetValue(id, out var text))
        {
            if (await db.IssueTexts.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id) is not { } found)
            {
                return false;
            }

            if (texts.Count == TextsKept)
            {
                texts.Clear();
            }

            texts[id] = text = found;
        }

        mail.Take(text.For(subscriber));
        return true;
    }

    private async Task<MailOutcome> HandOverAsync(OutboxMail mail)
    {
        using var limit = new CancellationTokenSource(SendingTakesAtMost);
        try
        {
            return await transport.SendAsync(mail, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome.Deferred($"It took longer than {SendingTakesAtMost.TotalSeconds:0} seconds.", ServerIsAway: true);
        }
    }

    private async Task<OutboxTurn> RecordAsync(OutboxTurn turn)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return turn;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The lease was over, as after a machine's sleep, and somebody else has the row now: what becomes of it is theirs to record.
            return new OutboxTurn();
        }
    }
}

/// <summary>What a dispatcher did in one turn.</summary>
public sealed record OutboxTurn
{
    /// <summary>Handed over.</summary>
    public int Sent { get; init; }

    /// <summary>To be tried again.</summary>
    public int Deferred { get; init; }

    /// <summary>Given up: new dead letters.</summary>
    public int GivenUp { get; init; }

    /// <summary>Not sent, for what they told of was gone.</summary>
    public int Dropped { get; init; }

    /// <summary>True when mails of an issue are left that the pace has wait.</summary>
    public bool IsPaced { get; init; }

    /// <summary>True when the turn ended because no mail could be handed over at all.</summary>
    public bool ServerIsAway { get; init; }

    internal OutboxTurn And(OutboxTurn next) => new()
    {
        Sent = Sent + next.Sent,
        Deferred = Deferred + next.Deferred,
        GivenUp = GivenUp + next.GivenUp,
        Dropped = Dropped + next.Dropped,
        ServerIsAway = next.ServerIsAway,
    };
}
