using Microsoft.AspNetCore.Mvc;
using NewsSite.Staff;

namespace NewsSite.Web.Pages.Desk.People;

/// <summary>Mails an invitation once more; the link mailed before ends.</summary>
public sealed class ResendModel(Staffing staffing, InvitationLetter letter) : StaffPage
{
    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/people"));

    /// <summary>Mails it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] int invitation, CancellationToken cancel) => MayMail($"invitation {invitation}")
        ? Back(await staffing.MailAgainAsync(ActorId, invitation, letter, cancel), "mailed")
        : Back(StaffRefusal.TooManyMails, "mailed");
}
