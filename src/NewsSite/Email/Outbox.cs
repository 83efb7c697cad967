using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Email;

/// <summary>
/// Sends the mails that are due. Several servers may run it: a row is taken by one guarded update, with a lease, and sent by whoever took it. A mail goes out once,
/// with one exception nobody can close: a server that dies between handing a mail over and recording it leaves a row that looks unsent, and the mail goes out a
/// second time when the lease is over. Both copies have the same <c>Message-ID</c>.
/// </summary>
/// <remarks>Holds a batch of keys between claims, so it is for one turn of one dispatcher.</remarks>
public sealed class Outbox(NewsDbContext db, IMailTransport transport, TimeProvider clock)
{
    /// <summary>An attempt is broken off after this; it must end well before <see cref="OutboxMail.Lease"/> does.</summary>
    public static readonly TimeSpan SendingTakesAtMost = TimeSpan.FromMinutes(2);

    private const int BatchSize = 20;

    private readonly Queue<int> batch = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Sends what is due, one mail after the other, until nothing is left or the server is away.</summary>
    public async Task<OutboxTurn> SendDueAsync(CancellationToken cancel = default)
    {
        var turn = new OutboxTurn();
        while (!turn.ServerIsAway && !cancel.IsCancellationRequested && await ClaimAsync(cancel) is { } mail)
        {
            turn = turn.And(await SendAsync(mail));
            db.ChangeTracker.Clear();
        }

        return turn;
    }

    /// <summary>Takes one mail that is due: from now until its lease is over nobody else has it. Null when none is due.</summary>
    public async Task<OutboxMail?> ClaimAsync(CancellationToken cancel = default)
    {
        while (true)
        {
            var now = Now;
            if (batch.Count == 0)
            {
                // Somebody who waits for a link at the screen goes before somebody who is told of a comment.
                var due = await db.Outbox.Due(now)
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

            // The condition stands in the update itself: of several dispatchers exactly one changes the row.
            var claimed = await db.Outbox.Due(now).Where(m => m.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, now + OutboxMail.Lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancel);
            if (claimed == 1)
            {
                return await db.Outbox.SingleAsync(m => m.Id == id, cancel);
            }
        }
    }

    /// <summary>Drops rows that were sent or given up long ago.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel = default)
    {
        var before = Now - OutboxMail.KeptFor;
        return db.Outbox.Where(m => m.SentAt < before || m.GivenUpAt < before).ExecuteDeleteAsync(cancel);
    }

    // Not called off by the server's stop: a mail begun is finished and recorded, or it would go out twice.
    private async Task<OutboxTurn> SendAsync(OutboxMail mail)
    {
        if (mail.TellsOfComments() && mail.CommentId is { } comment && !await db.Comments.AnyAsync(c => c.Id == comment && c.Status == CommentStatus.Published))
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
            case MailOutcome.Refused(var reason):
                mail.Failed(now, reason, null);
                return await RecordAsync(new OutboxTurn { GivenUp = 1 });
            default:
                throw new InvalidOperationException($"Nothing is done about {outcome}.");
        }
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
