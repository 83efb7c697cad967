using Microsoft.AspNetCore.Mvc;
using NewsSite.Staff;

namespace NewsSite.Web.Pages.Desk.People;

/// <summary>Takes somebody out of the newsroom. Their account stays, as a reader's.</summary>
public sealed class RemoveModel(StaffList staff, Staffing staffing) : StaffPage
{
    /// <summary>The person.</summary>
    public StaffMember Member { get; private set; } = null!;

    /// <summary>Asks once more.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Takes their roles; their sessions end within a minute.</summary>
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var outcome = await staffing.RemoveAsync(ActorId, id, cancel);
        return outcome.Refusal is { } why ? Refuse(why) : Back(outcome, "removed");
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        if (await staff.FindAsync(id, cancel) is not { } member)
        {
            return false;
        }

        (Member, Title) = (member, Words.Format("StaffRemoveTitle", member.Name));
        return true;
    }
}
