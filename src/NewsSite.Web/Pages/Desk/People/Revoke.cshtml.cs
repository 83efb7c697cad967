using Microsoft.AspNetCore.Mvc;
using NewsSite.Staff;

namespace NewsSite.Web.Pages.Desk.People;

/// <summary>Takes an invitation back.</summary>
public sealed class RevokeModel(Staffing staffing) : StaffPage
{
    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/people"));

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] int invitation, CancellationToken cancel) => Back(await staffing.RevokeAsync(ActorId, invitation, cancel), "revoked");
}
