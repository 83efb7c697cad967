using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Newsletter;

namespace NewsSite.Web.Pages.Desk.Newsletter;

/// <summary>The newsletter's desk: who gets it, what the next issue would be, what became of those before, what came back.</summary>
public sealed class IndexModel(NewsletterDesk desk, NewsDbContext db, IssueCalendar calendar, TimeProvider clock) : NewsletterDeskPage(desk)
{
    private const int IssuesShown = 20;
    private const int ReturnedShown = 50;

    /// <summary>How many subscribers have a language and a rhythm.</summary>
    public sealed record Readers(string Language, IssueRhythm Rhythm, int Count);

    /// <summary>An issue and what became of its mails, as far as that is still kept.</summary>
    public sealed record IssueLine(int Id, IssueRhythm Rhythm, DateOnly Day, int Queued, bool GoesOn, int Sent, int Waiting, int GivenUp);

    /// <summary>An address mail comes back from.</summary>
    public sealed record Returned(string Email, string? Reason, DateTime Since);

    /// <summary>The subscribers.</summary>
    public IReadOnlyList<Readers> Subscribers { get; private set; } = [];

    /// <summary>The issues, the last first.</summary>
    public IReadOnlyList<IssueLine> Issues { get; private set; } = [];

    /// <summary>The addresses nothing is sent to any more, the last first; for administrators.</summary>
    public IReadOnlyList<Returned> Gone { get; private set; } = [];

    /// <summary>How many such addresses there are.</summary>
    public int GoneCount { get; private set; }

    /// <summary>The issue as it would be now; null where it has nothing to tell.</summary>
    public OutboxMail? Mail { get; private set; }

    /// <summary>The address of the same as a mail program shows it.</summary>
    public string PreviewPath { get; private set; } = "";

    /// <summary>When the next issue goes out.</summary>
    public string Next(IssueRhythm rhythm) => Words.ShortTime(LocalTime(calendar.Next(rhythm, clock.GetUtcNow().UtcDateTime)));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!IsOpen)
        {
            return NotFound();
        }

        Mail = await ComposeAsync(null, cancel);
        Title = Words["Newsletter.DeskTitle"];
        var sections = string.Concat(Choices.Sections.Select(s => string.Create(CultureInfo.InvariantCulture, $"&sections={s}")));
        PreviewPath = Link($"/desk/newsletter/preview?tongue={Choices.Language}&rhythm={Choices.Rhythm}{string.Concat(Choices.Languages.Select(l => $"&languages={l}"))}{sections}");
        var active = db.Subscribers.Where(s => s.SuppressedAt == null);
        Subscribers = await active.GroupBy(s => new { s.Language, s.Rhythm }).OrderBy(g => g.Key.Language).ThenBy(g => g.Key.Rhythm).Select(g => new Readers(g.Key.Language, g.Key.Rhythm, g.Count())).ToListAsync(cancel);
        Issues = await IssuesAsync(cancel);
        GoneCount = await db.Subscribers.CountAsync(s => s.SuppressedAt != null, cancel);
        if (Actor.IsAdministrator)
        {
            Gone = await db.Subscribers.Where(s => s.SuppressedAt != null).OrderByDescending(s => s.SuppressedAt).Take(ReturnedShown).Select(s => new Returned(s.Email, s.BounceReason, s.SuppressedAt!.Value)).ToListAsync(cancel);
        }

        return Page();
    }

    private async Task<IReadOnlyList<IssueLine>> IssuesAsync(CancellationToken cancel)
    {
        var issues = await db.Issues.AsNoTracking().OrderByDescending(i => i.Id).Take(IssuesShown).ToListAsync(cancel);
        var ids = issues.ConvertAll(i => i.Id);
        var mails = await db.IssueTexts.Where(t => ids.Contains(t.IssueId)).Join(db.Outbox, t => t.Id, m => m.TextId, (t, m) => new { t.IssueId, IsSent = m.SentAt != null, IsGivenUp = m.GivenUpAt != null })
            .GroupBy(m => new { m.IssueId, m.IsSent, m.IsGivenUp }).Select(g => new { g.Key.IssueId, g.Key.IsSent, g.Key.IsGivenUp, Count = g.Count() }).ToListAsync(cancel);
        return
        [
            .. issues.Select(i => new IssueLine(
                i.Id, i.Rhythm, i.Day, i.Queued, i.QueuedAt is null,
                mails.Where(m => m.IssueId == i.Id && m.IsSent).Sum(m => m.Count),
                mails.Where(m => m.IssueId == i.Id && !m.IsSent && !m.IsGivenUp).Sum(m => m.Count),
                mails.Where(m => m.IssueId == i.Id && m.IsGivenUp).Sum(m => m.Count))),
        ];
    }
}
