using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Email;

namespace NewsSite.Newsletter;

/// <summary>
/// Begins issues when they are due and queues their mails. Several servers may: an issue is begun once by the key of its rhythm and day, and a batch is queued by
/// whoever moves the issue's progress on, in the same transaction.
/// </summary>
/// <remarks>Remembers which texts are there, so it is for one turn.</remarks>
public sealed class IssuePress(NewsDbContext db, IssueCalendar calendar, IssueReader reader, TimeProvider clock)
{
    /// <summary>So many mails are queued in one transaction: others wait to write meanwhile.</summary>
    public const int BatchSize = 1_000;

    // An issue tells of a moment just past: what carries a time before it is saved by then, so that nothing falls between two issues.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private static readonly IssueRhythm[] Rhythms = Enum.GetValues<IssueRhythm>();

    private sealed record Wanting(int Id, string Email, string Language, IReadOnlyList<string> Languages, IReadOnlyList<int> Sections);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins what is due, and queues everything begun and not queued to the end.</summary>
    /// <param name="write">Puts an issue into words, with <see cref="IssueText.KeyMark"/> where a subscriber's key belongs.</param>
    /// <param name="cancel">Ends it between two batches.</param>
    public async Task TakeTurnAsync(Func<Issue, NewsletterChoices, IssueContent, OutboxMail> write, CancellationToken cancel = default)
    {
        foreach (var rhythm in Rhythms)
        {
            await BeginDueAsync(rhythm, cancel);
        }

        foreach (var issue in await db.Issues.AsNoTracking().Where(i => i.QueuedAt == null).OrderBy(i => i.Id).ToListAsync(cancel))
        {
            await QueueAsync(issue, write, cancel);
        }
    }

    /// <summary>The issue that would be composed now, for the desk to look at; it is kept nowhere.</summary>
    public Task<Issue> DraftAsync(IssueRhythm rhythm, CancellationToken cancel = default) => DraftAtAsync(rhythm, Now, cancel);

    private async Task<Issue> DraftAtAsync(IssueRhythm rhythm, DateTime now, CancellationToken cancel)
    {
        var before = await db.Issues.AsNoTracking().Where(i => i.Rhythm == rhythm).OrderByDescending(i => i.At).Select(i => (DateTime?)i.At).FirstOrDefaultAsync(cancel);
        return new Issue(rhythm, DateOnly.FromDateTime(now), Since(rhythm, before, now), now, await PicksAsync(now, cancel));
    }

    // What no issue told of is news for a while longer, in case one was missed.
    private static DateTime Since(IssueRhythm rhythm, DateTime? before, DateTime now)
    {
        var usual = IssueCalendar.LooksBack(rhythm);
        return before is { } at && now - at <= 3 * usual ? at : now - usual;
    }

    private async Task BeginDueAsync(IssueRhythm rhythm, CancellationToken cancel)
    {
        if (calendar.DayDue(rhythm, Now) is not { } day || await db.Issues.AnyAsync(i => i.Rhythm == rhythm && i.Day >= day, cancel))
        {
            return;
        }

        var draft = await DraftAtAsync(rhythm, Now - Settling, cancel);
        db.Issues.Add(new Issue(rhythm, day, draft.Since, draft.At, draft.Picks));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another server was faster.
        }

        db.ChangeTracker.Clear();
    }

    private async Task<List<int>> PicksAsync(DateTime at, CancellationToken cancel) =>
        await db.FrontPagePicks.Where(p => p.ExpiresAt == null || p.ExpiresAt > at).Select(p => p.ArticleId).Distinct().OrderBy(id => id).ToListAsync(cancel);

    private async Task QueueAsync(Issue issue, Func<Issue, NewsletterChoices, IssueContent, OutboxMail> write, CancellationToken cancel)
    {
        var texts = new Dictionary<string, WrittenText?>(StringComparer.Ordinal);
        var through = issue.QueuedThrough;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var next = await db.Subscribers
                .Where(s => s.Id > through && s.Rhythm == issue.Rhythm && s.SuppressedAt == null && s.ConfirmedAt <= issue.At)
                .OrderBy(s => s.Id)
                .Take(BatchSize)
                .Select(s => new Wanting(s.Id, s.Email, s.Language, s.Languages, s.Sections))
                .ToListAsync(cancel);
            var mails = new List<OutboxMail>(next.Count);
            foreach (var wanting in next)
            {
                if (await TextAsync(issue, new NewsletterChoices(wanting.Language, wanting.Languages, wanting.Sections, issue.Rhythm), texts, write, cancel) is { } text)
                {
                    mails.Add(OutboxMail.ForSubscriber(wanting.Id, wanting.Email, text.Id, text.Subject, Now));
                }
            }

            var isLast = next.Count < BatchSize;
            if (!await KeepAsync(issue, through, next.LastOrDefault()?.Id ?? through, mails, isLast, cancel))
            {
                // Another server queued this batch: go on from where it is.
                var now = await db.Issues.AsNoTracking().SingleAsync(i => i.Id == issue.Id, cancel);
                if (now.QueuedAt is not null)
                {
                    return;
                }

                through = now.QueuedThrough;
                continue;
            }

            if (isLast)
            {
                return;
            }

            through = next[^1].Id;
        }
    }

    private async Task<bool> KeepAsync(Issue issue, int from, int through, List<OutboxMail> mails, bool isLast, CancellationToken cancel)
    {
        var (count, end) = (mails.Count, isLast ? Now : (DateTime?)null);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var moved = await db.Issues.Where(i => i.Id == issue.Id && i.QueuedThrough == from && i.QueuedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.QueuedThrough, through).SetProperty(i => i.Queued, i => i.Queued + count).SetProperty(i => i.QueuedAt, end), cancel);
        if (moved == 0)
        {
            return false;
        }

        db.Outbox.AddRange(mails);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return true;
    }

    private sealed record WrittenText(int Id, string Subject);

    /// <summary>The text for those who chose that, written by the first who needs it; null where it has nothing to tell.</summary>
    private async Task<WrittenText?> TextAsync(
        Issue issue, NewsletterChoices choices, Dictionary<string, WrittenText?> texts, Func<Issue, NewsletterChoices, IssueContent, OutboxMail> write, CancellationToken cancel)
    {
        var key = choices.Key;
        if (texts.TryGetValue(key, out var known))
        {
            return known;
        }

        if (await FindAsync(issue, key, cancel) is { } there)
        {
            return texts[key] = there;
        }

        var content = await reader.ReadAsync(issue, choices, cancel);
        if (content.IsEmpty)
        {
            return texts[key] = null;
        }

        var text = IssueText.Of(issue, choices, write(issue, choices, content));
        db.IssueTexts.Add(text);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another server wrote it meanwhile.
        }

        db.ChangeTracker.Clear();
        return texts[key] = await FindAsync(issue, key, cancel);
    }

    private Task<WrittenText?> FindAsync(Issue issue, string choices, CancellationToken cancel) =>
        db.IssueTexts.Where(t => t.IssueId == issue.Id && t.Choices == choices).Select(t => new WrittenText(t.Id, t.Subject)).SingleOrDefaultAsync(cancel);
}
