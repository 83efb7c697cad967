using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Moderation;

namespace NewsSite.Web.Pages.Desk.Moderation;

/// <summary>What waits for a moderator, what readers flagged, what was decided.</summary>
public sealed class IndexModel(ModerationLists lists, TimeProvider clock) : ModerationPage
{
    /// <summary>The list shown.</summary>
    public QueueTab Shown { get; private set; }

    /// <summary>What waits; empty on the list of decisions.</summary>
    public IReadOnlyList<QueueItem> Items { get; private set; } = [];

    /// <summary>What was decided; empty on the other lists.</summary>
    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    /// <summary>How many are held and flagged.</summary>
    public (int Held, int Flagged) Waiting { get; private set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? NextPage { get; private set; }

    /// <summary>True on the first page.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>Now; UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows a list.</summary>
    public async Task<IActionResult> OnGetAsync(string? tab, string? after, CancellationToken cancel)
    {
        var cursor = (after ?? "").Split('-') is [var since, var comment] && Key(since) is { } s && Key(comment) is { } c ? new QueueCursor(s, c) : (QueueCursor?)null;
        if (Tab(tab) is not { } shown)
        {
            return NotFound();
        }

        if (after is not null && (shown == QueueTab.Decided ? Key(after) is null : cursor is null))
        {
            return BadRequest();
        }

        (Shown, IsFirst, Title) = (shown, after is null, Words["ModerationTitle"]);
        TakeOutcomes();
        Waiting = await lists.CountAsync(cancel);
        if (shown == QueueTab.Decided)
        {
            var log = await lists.DecidedAsync(Key(after), cancel);
            (Lines, NextPage) = (log.Lines, log.Next is { } before ? Link(string.Create(CultureInfo.InvariantCulture, $"/desk/moderation?tab=decided&after={before}")) : null);
        }
        else
        {
            var page = shown == QueueTab.Held ? await lists.HeldAsync(cursor, cancel) : await lists.FlaggedAsync(cursor, cancel);
            (Items, NextPage) = (page.Items, page.Next is { } next ? Link(string.Create(CultureInfo.InvariantCulture, $"/desk/moderation?tab={Name(shown)}&after={next.Since}-{next.CommentId}")) : null);
        }

        return Page();
    }

    /// <summary>An item and the page it is printed on.</summary>
    public QueueView View(QueueItem item) => new(item, this);
}

/// <summary>An item of the queue and the page it is printed on.</summary>
public sealed record QueueView(QueueItem Item, IndexModel Page);
