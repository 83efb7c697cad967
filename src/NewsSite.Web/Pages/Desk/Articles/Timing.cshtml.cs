using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Schedule and embargo, which are two things: our own time, and a hold agreed with others.</summary>
public sealed class TimingModel(Drafting drafting, Publishing publishing, PublishedPieces pieces) : DeskPage
{
    /// <summary>The desk's side of the piece.</summary>
    public Assignment Assignment { get; private set; } = null!;

    /// <summary>Shows both.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Title = Words["Editor.Timing"];
        if (!Actor.MayPublish || await drafting.OpenAsync(Actor, id, cancel) is not { } assignment)
        {
            return NotFound();
        }

        Assignment = assignment;
        return Page();
    }

    /// <summary>Takes the schedule away, sets or lifts the embargo, or gives a published piece another date.</summary>
    public async Task<IActionResult> OnPostAsync(int id, string? what, string? until, string? note, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult nothing)
        {
            return nothing;
        }

        var end = TypedTime.Instant(until, Site.Zone);
        if (what == "embargo" && end is null && !string.IsNullOrWhiteSpace(until))
        {
            return Refuse(DeskRefusal.TimePast);
        }

        if (what == "redate" && end is null)
        {
            return Refuse(DeskRefusal.TimeAhead);
        }

        var why = what == "redate" ? await pieces.RedateAsync(Actor, id, end!.Value, cancel)
            : what == "unschedule" ? await publishing.UnscheduleAsync(Actor, id, cancel) : await publishing.EmbargoAsync(Actor, id, what == "embargo", end, note, cancel);
        return why is { } refusal ? Refuse(refusal) : Done($"/desk/articles/{id}", Words[$"Editor.Timing.{what switch { "unschedule" => "Unscheduled", "redate" => "Redated", "embargo" => "Embargoed", _ => "Free" }}"]);
    }
}
