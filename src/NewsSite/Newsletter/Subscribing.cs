using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Email;

namespace NewsSite.Newsletter;

/// <summary>
/// Who is subscribed, and how they become and end it: asking, confirming by the mailed link, changing and ending by the key every issue carries. Nobody signs in for it,
/// and nobody is told whether an address is subscribed but by mail to that address.
/// </summary>
public sealed class Subscribing(NewsDbContext db)
{
    /// <summary>Notes a wish and has it confirmed by mail; a subscriber's own wish too, for it may be somebody else's.</summary>
    /// <param name="email">The address; see <see cref="GuestAddress.Read"/>.</param>
    /// <param name="choices">What is wanted.</param>
    /// <param name="write">Writes the mail around the link's secret.</param>
    /// <param name="now">When; UTC.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task AskAsync(string email, NewsletterChoices choices, Func<string, OutboxMail> write, DateTime now, CancellationToken cancel = default)
    {
        var (token, hash) = GuestAddress.NewToken();
        if (await db.SubscriptionRequests.SingleOrDefaultAsync(r => r.Email == email, cancel) is { } before)
        {
            before.Ask(hash, choices, now);
        }
        else
        {
            db.SubscriptionRequests.Add(new SubscriptionRequest(email, hash, choices, now));
        }

        db.Outbox.Add(write(token));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Two at once for one address: the other one's mail is on its way.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The wish a link is for; null when it is used, too old, or never was.</summary>
    public Task<SubscriptionRequest?> FindRequestAsync(string? token, DateTime now, CancellationToken cancel = default)
    {
        var (hash, since) = (GuestAddress.HashOf(token ?? ""), now - SubscriptionRequest.GoodFor);
        return db.SubscriptionRequests.SingleOrDefaultAsync(r => r.Hash == hash && r.AskedAt > since, cancel);
    }

    /// <summary>Subscribes the address a link was mailed to.</summary>
    /// <returns>Whom; null when the link is good no more.</returns>
    public async Task<Subscriber?> ConfirmAsync(string? token, DateTime now, CancellationToken cancel = default)
    {
        if (await FindRequestAsync(token, now, cancel) is not { } request)
        {
            return null;
        }

        var subscriber = await db.Subscribers.SingleOrDefaultAsync(s => s.Email == request.Email, cancel);
        if (subscriber is null)
        {
            db.Subscribers.Add(subscriber = new Subscriber(request.Email, request.Choices, now));
        }
        else
        {
            subscriber.ConfirmAgain(request.Choices, now);
        }

        db.SubscriptionRequests.Remove(request);
        try
        {
            await db.SaveChangesAsync(cancel);
            return subscriber;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // The button was pressed twice: the first press did it.
            db.ChangeTracker.Clear();
            return await db.Subscribers.SingleOrDefaultAsync(s => s.Email == request.Email, cancel);
        }
    }

    /// <summary>The subscriber whose mails carry that key; null for none.</summary>
    public async Task<Subscriber?> FindAsync(string? key, CancellationToken cancel = default) =>
        key is { Length: Subscriber.KeyLength } ? await db.Subscribers.SingleOrDefaultAsync(s => s.Key == key, cancel) : null;

    /// <summary>Wants something else from the next issue on.</summary>
    /// <returns>False where nobody has that key.</returns>
    public async Task<bool> ChangeAsync(string? key, NewsletterChoices choices, CancellationToken cancel = default)
    {
        if (await FindAsync(key, cancel) is not { } subscriber)
        {
            return false;
        }

        subscriber.Choose(choices);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Ends it and forgets the address. What waits to be sent there is dropped when its turn comes.</summary>
    public async Task EndAsync(string? key, CancellationToken cancel = default)
    {
        if (key is { Length: Subscriber.KeyLength })
        {
            await db.Subscribers.Where(s => s.Key == key).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Notes that a mail came back.</summary>
    /// <param name="tag">What its return path carried.</param>
    /// <param name="bounce">What came back.</param>
    /// <param name="now">When; UTC.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False where the tag is nobody's.</returns>
    public async Task<bool> RecordAsync(string tag, Bounce bounce, DateTime now, CancellationToken cancel = default)
    {
        var dash = tag.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1 || !int.TryParse(tag.AsSpan(0, dash), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)
            || await db.Subscribers.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } subscriber || !subscriber.HasTag(tag))
        {
            return false;
        }

        subscriber.Bounced(bounce, now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Forgets wishes nobody confirmed, and texts of issues whose mails are all forgotten.</summary>
    public async Task ForgetAsync(DateTime now, CancellationToken cancel = default)
    {
        var (asked, sent) = (now - SubscriptionRequest.GoodFor, now - OutboxMail.KeptFor);
        await db.SubscriptionRequests.Where(r => r.AskedAt <= asked).ExecuteDeleteAsync(cancel);
        await db.IssueTexts.Where(t => t.Issue.At < sent && !db.Outbox.Any(m => m.TextId == t.Id)).ExecuteDeleteAsync(cancel);
    }
}
